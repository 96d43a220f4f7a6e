/** What the console says: both languages whole, and no word that says what somebody was. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../../../web/console");
const files = globSync("**/words.ts", { cwd: root })
  .filter((file) => file !== join("words", "words.ts"))
  .sort();

/** Where entries are, and of what kind: a sentence, or one that is made of what it is about, of so many parts. */
function shapeOf(entry: unknown, path = ""): readonly string[] {
  if (typeof entry === "function") return [`${path} (${entry.length})`];
  if (typeof entry === "string") return [path];
  if (typeof entry !== "object" || entry === null) return [`${path} is ${typeof entry}`];
  return Object.entries(entry).flatMap(([name, part]) => shapeOf(part, `${path}.${name}`));
}

/** Everything that a catalogue says, with something for each thing that a sentence is about. */
function saidBy(entry: unknown): readonly string[] {
  if (typeof entry === "string") return [entry];
  if (typeof entry === "function") return [String(entry(...Array.from({ length: entry.length }, () => "7")))];
  return typeof entry === "object" && entry !== null ? Object.values(entry).flatMap(saidBy) : [];
}

const read = (file: string): Promise<{ readonly id?: unknown; readonly en?: unknown }> => import(join(root, file));

describe("the words of the console", () => {
  it("stand in one catalogue a room", () => {
    expect(files.length).toBeGreaterThan(8);
  });

  it.each(files)("of %s are the same in both languages", async (file) => {
    const { id } = await read(file);
    const { en } = await read(file.replace("words.ts", "words-en.ts"));
    expect(shapeOf(id).length).toBeGreaterThan(3);
    expect(shapeOf(en)).toEqual(shapeOf(id));
    expect([...saidBy(id), ...saidBy(en)].filter((text) => text.trim() === "")).toEqual([]);
  });

  it.each(files)("of %s call nobody what they were, and use the words that staff use", async (file) => {
    const { id } = await read(file);
    const { en } = await read(file.replace("words.ts", "words-en.ts"));
    const forbidden =
      /\b(napi|narapidana|mantan|eks|ex-|residivis|WBP|penjahat|kejahatan|tahanan|pidana|kriminal|convict|inmate|offender|criminal|prisoner|e-mail)\b/i;
    expect([...saidBy(id), ...saidBy(en)].filter((text) => forbidden.test(text))).toEqual([]);
  });

  /** What has one word in the glossary has no other beside it. A trial period (masa percobaan) is a term of employment. */
  const stray = /\b(?:penyelia|supervisor|instruktur|daftar pendek|(?<!masa )percobaan)\b/i;

  it.each(files)("of %s have one word for one thing", async (file) => {
    const { id } = await read(file);
    expect(saidBy(id).filter((text) => stray.test(text))).toEqual([]);
  });

  it("have one word for one thing in what the API and the mails say, too", () => {
    const repository = join(root, "../..");
    const sources = globSync(["shared/**/*.ts", "web/**/*.{ts,tsx}", "functions/**/*.ts"], { cwd: repository });
    // The Indonesian words alone: `supervisor` is what the code calls the role as well.
    const indonesian = /\b(?:penyelia|instruktur|daftar pendek|(?<!masa )percobaan)\b|\bid: ["`][^"`]*\bsupervisor\b/i;
    const lines = sources.flatMap((file) =>
      readFileSync(join(repository, file), "utf8")
        .split("\n")
        .flatMap((line) => (indonesian.test(line) ? [`${file}: ${line.trim()}`] : [])),
    );
    expect(sources.length).toBeGreaterThan(300);
    expect(lines).toEqual([]);
  });

  it("stand nowhere else: no sentence is written into a room", () => {
    const rooms = globSync("{rooms,acts,shell}/**/*.tsx", { cwd: root });
    // Text between tags that has two words or more.
    const written = rooms.flatMap((file) =>
      Array.from(
        readFileSync(join(root, file), "utf8").matchAll(/>\s*([A-Z][a-z]+ [a-z]+[^<>{}()=;]*)</g),
        ([, text]) => `${file}: ${text}`,
      ),
    );
    expect(rooms.length).toBeGreaterThan(20);
    expect(written).toEqual([]);
  });
});
