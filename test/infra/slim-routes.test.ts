import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withoutSummaries } from "../../infra/slim-routes.ts";
import { routes } from "../../shared/api/routes.ts";

const source = readFileSync("shared/api/routes.ts", "utf8");

it("takes every summary of the routes out of the bundles, and nothing else", () => {
  const slim = withoutSummaries(source);
  for (const { summary } of Object.values(routes)) for (const text of [summary.id, summary.en]) expect(slim).not.toContain(text);
  const kept = slim.split("\n");
  const left = source.split("\n").filter((line) => !kept.includes(line));
  for (const line of left) expect(line).toMatch(/^ {4}summary: \{|^ {6}(?:id|en): "/);
});

it("refuses a summary that is written otherwise", () => {
  expect(() => withoutSummaries('    summary: { id: "a", en: words.b },\n')).toThrow("summary");
});
