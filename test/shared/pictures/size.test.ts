/** The pictures are light: they come with a page, and bring nothing with them. */
import { globSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, it } from "vitest";

const root = join(import.meta.dirname, "../../..");

it("all pictures together are at most 12 KB gzip, and of the project alone", async () => {
  const files = globSync("shared/pictures/*.ts", { cwd: root });
  const contents = files.map((file, at) => `export * as p${at} from "./${file}";`).join("\n");
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    minify: true,
    format: "esm",
    write: false,
    metafile: true,
    absWorkingDir: root,
    logLevel: "silent",
  });
  expect(Object.keys(metafile.inputs).filter((input) => input.includes("node_modules"))).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? "").length).toBeLessThan(12 * 1024);
  expect(files.length).toBeGreaterThan(8);
});
