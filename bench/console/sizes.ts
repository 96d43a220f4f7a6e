/** What of the console comes over the line, gzip, in bytes: at the first load, and for each room that is opened afterwards. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import * as z from "zod";

const chunk = z.object({
  file: z.string(),
  isDynamicEntry: z.boolean().optional(),
  imports: z.array(z.string()).optional(),
  css: z.array(z.string()).optional(),
});
const manifest = z.record(z.string(), chunk);

export type Sizes = { readonly firstLoad: number; readonly rooms: readonly { readonly name: string; readonly bytes: number }[] };

/** @param folder the built console, with the list of what came of which source */
export function sizesOf(folder: string): Sizes {
  const chunks = manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  const weight = (file: string): number => gzipSync(readFileSync(join(folder, file))).length;
  /** The files of a chunk with those that it imports at once. */
  const filesOf = (name: string, seen = new Set<string>()): Set<string> => {
    const found = chunks[name];
    if (found === undefined || seen.has(found.file)) return seen;
    seen.add(found.file);
    for (const css of found.css ?? []) seen.add(css);
    for (const imported of found.imports ?? []) filesOf(imported, seen);
    return seen;
  };
  const names = Object.keys(chunks);
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const first = new Set(Array.from(page.matchAll(/\/(assets\/[\w.-]+)"/g), ([, file]) => file ?? ""));
  const firstLoad = [...first, "index.html"].reduce((sum, file) => sum + weight(file), 0);
  const rooms = names
    .filter((name) => chunks[name]?.isDynamicEntry)
    .map((name) => ({
      name,
      bytes: [...filesOf(name)].filter((file) => !first.has(file)).reduce((sum, file) => sum + weight(file), 0),
    }))
    .toSorted((one, other) => other.bytes - one.bytes);
  return { firstLoad, rooms };
}
