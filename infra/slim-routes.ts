/**
 * Gives each bundle of the list of routes what its function reads: its own route, without what that is called. The list as a whole
 * holds the shapes of every area, and would weigh on all functions with each route that is added.
 */
import { readFileSync } from "node:fs";
import { basename, dirname, resolve, sep } from "node:path";
import type { Plugin } from "esbuild";

/** A summary stands alone in its lines, and holds two texts and nothing else. */
const summary = /^ {4}summary: \{(?:\s*(?:id|en): "(?:[^"\\]|\\.)*",?)+\s*\},\n/gm;

/** The list without its summaries. Throws where one is left: it would weigh on every function unseen. */
export function withoutSummaries(source: string): string {
  const slim = source.replace(summary, "");
  if (/^ {4}summary:/m.test(slim)) throw new Error("shared/api/routes.ts: a summary is not written as the others are");
  return slim;
}

/** A route of the list: from its name to the brace that stands as far in. */
const route = /^ {2}(\w+): \{\n(?: {3,}.*\n|\n)+? {2}\},\n/gm;

/** The list with one route alone. Throws where there is none of that name. */
export function withOneRoute(source: string, name: string): string {
  const slim = source.replace(route, (whole, found: string) => (found === name ? whole : ""));
  if (!slim.includes(`\n  ${name}: {\n`)) throw new Error(`shared/api/routes.ts has no route ${name}`);
  return slim;
}

/** What a function is for, in a line of its own. */
const description = /^ {2}description: "(?:[^"\\]|\\.)*",\n/gm;

/** The list of the functions that no route calls, without what they are for: the template alone reads it. Throws as above. */
export function withoutDescriptions(source: string): string {
  const slim = source.replace(description, "");
  if (/^ {2}description:/m.test(slim))
    throw new Error("shared/api/inner-functions.ts: a description is not written as the others are");
  return slim;
}

const camel = (kebab: string): string => kebab.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** The API document, which shows all of it, is made at the build and served as a text. */
export const slimRoutes: Plugin = {
  name: "slim-routes",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /[\\/]api[\\/]routes\.ts$/ }, ({ importer, resolveDir, path }) =>
      importer.includes(`${sep}functions${sep}http${sep}`)
        ? { path: resolve(resolveDir, path), suffix: `?${camel(basename(importer, ".ts"))}`, sideEffects: false }
        : undefined,
    );
    // Shapes are made when they are loaded; of those that no route is left for, none need be.
    onResolve({ filter: /^\.\.?[\\/].*\.ts$/, namespace: "file" }, ({ resolveDir, path }) => {
      const file = resolve(resolveDir, path);
      return shapes.some((folder) => file.includes(folder)) ? { path: file, sideEffects: false } : undefined;
    });
    onLoad({ filter: /[\\/]shared[\\/]api[\\/]inner-functions\.ts$/ }, ({ path }) => ({
      contents: withoutDescriptions(readFileSync(path, "utf8")),
      resolveDir: dirname(path),
      loader: "ts",
    }));
    onLoad({ filter: /[\\/]shared[\\/]api[\\/]routes\.ts$/ }, ({ path, suffix }) => {
      const source = withoutSummaries(readFileSync(path, "utf8"));
      return {
        contents: suffix === "" ? source : withOneRoute(source, suffix.slice(1)),
        resolveDir: dirname(path),
        loader: "ts",
      };
    });
  },
};

const shapes = [`${sep}shared${sep}api${sep}`, `${sep}shared${sep}domain${sep}`];
