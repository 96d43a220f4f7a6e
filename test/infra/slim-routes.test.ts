import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { withOneRoute, withoutDescriptions, withoutSummaries } from "../../infra/slim-routes.ts";
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

it("leaves a function its own route and no other, whole", () => {
  const names = Object.keys(routes);
  for (const name of names) {
    const slim = withOneRoute(source, name);
    expect(slim.match(/^ {2}\w+: \{$/gm)?.filter((line) => names.some((other) => line === `  ${other}: {`))).toEqual([
      `  ${name}: {`,
    ]);
    const whole = source.slice(
      source.indexOf(`\n  ${name}: {\n`),
      source.indexOf("\n  },\n", source.indexOf(`\n  ${name}: {\n`)),
    );
    expect(slim).toContain(whole);
  }
});

it("refuses a route that is not there", () => {
  expect(() => withOneRoute(source, "noSuchRoute")).toThrow("noSuchRoute");
});

it("takes from the functions that no route calls what they are for, or the build fails", () => {
  const inner = readFileSync("shared/api/inner-functions.ts", "utf8");
  expect(withoutDescriptions(inner)).not.toContain(`description: "`);
  expect(() => withoutDescriptions("  description: words.a,\n")).toThrow("description");
});
