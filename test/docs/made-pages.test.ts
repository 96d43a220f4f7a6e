/** What of the documentation is made from the tables is what the tables say today. */
import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { makePages } from "../../docs/write-docs.ts";
import { entryOf } from "../../shared/domain/processes.ts";

const root = join(import.meta.dirname, "../..");
const pages = makePages();

describe("the made pages", () => {
  it.each(pages.map(({ file, now, made }) => ({ file, now, made })))(
    "docs/$file is current: else npm run docs",
    ({ now, made }) => {
      expect(now).toBe(made);
    },
  );

  it("name every status, transition and way", () => {
    const text = pages.map(({ made }) => made).join("\n");
    for (const kind of ["PLACEMENT", "FOLLOW_UP"] as const) {
      const { statuses, transitions } = entryOf(kind);
      for (const name of [...Object.keys(statuses), ...Object.keys(transitions)]) expect(text).toContain(`\`${name}\``);
    }
  });
});

describe("the links between pages", () => {
  const files = globSync(["*.md", "docs/**/*.md"], { cwd: root }).map((file) => normalize(file));

  it.each(files)("in %s lead somewhere", (file) => {
    const text = readFileSync(join(root, file), "utf8");
    const targets = [...text.matchAll(/\]\(([^)#:\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1] ?? "");
    const missing = targets.filter((target) => globSync(join(dirname(file), target), { cwd: root }).length === 0);
    expect(missing).toEqual([]);
  });
});
