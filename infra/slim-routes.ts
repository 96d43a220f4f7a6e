/** Takes out of the bundles what no function reads of the list of routes: what each is called, in two languages. */
import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** A summary stands alone in its lines, and holds two texts and nothing else. */
const summary = /^ {4}summary: \{(?:\s*(?:id|en): "(?:[^"\\]|\\.)*",?)+\s*\},\n/gm;

/** The list without its summaries. Throws where one is left: it would weigh on every function unseen. */
export function withoutSummaries(source: string): string {
  const slim = source.replace(summary, "");
  if (/^ {4}summary:/m.test(slim)) throw new Error("shared/api/routes.ts: a summary is not written as the others are");
  return slim;
}

/** The API document, which shows them, is made at the build and served as a text. */
export const slimRoutes: Plugin = {
  name: "slim-routes",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]shared[\\/]api[\\/]routes\.ts$/ }, ({ path }) => ({
      contents: withoutSummaries(readFileSync(path, "utf8")),
      loader: "ts",
    }));
  },
};
