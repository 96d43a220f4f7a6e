/** Builds the officers' console with Vite: one folder of files that any static host serves, and what its policy must allow. */
import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build as bundle } from "esbuild";
import type { Plugin } from "vite";
import { type Route, routes, scopeOf } from "../shared/api/routes.ts";

export type Console = {
  /** The folder with index.html, `assets/` and the service worker. */
  readonly folder: string;
  /** What the content security policy has to name in `script-src`: the hashes of the scripts that stand in index.html. */
  readonly scriptHashes: readonly string[];
};

/** Where the console is served, below the API's own origin. */
export const consoleBase = "/konsol/";

/** Which source went into which file; for measuring. */
const manifest = "manifest.json";
const bootMark = "<!--boot-->";
const routesModule = "virtual:routes";

/** What browsers of the last five years run. */
const target = ["es2022", "chrome100", "safari15.4", "firefox100"];

/** Builds `<root>/web/console` into `<out>/console`. Throws where a module does not build or index.html has no place for its boot script. */
export async function buildConsole(root: string, out: string): Promise<Console> {
  const source = join(root, "web", "console");
  const folder = join(out, "console");
  const boot = await bundleBoot(source);
  const { build } = await import("vite");
  await build({
    root: source,
    base: consoleBase,
    configFile: false,
    envFile: false,
    publicDir: join(source, "public"),
    logLevel: "error",
    mode: "production",
    resolve: {
      alias: {
        "react/jsx-runtime": "preact/jsx-runtime",
        "react-dom/client": "preact/compat/client",
        "react-dom": "preact/compat",
        react: "preact/compat",
      },
    },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      manifest,
      rolldownOptions: {
        treeshake: { moduleSideEffects: (id) => /\.css$|web\/console\/main\.tsx$/.test(id) },
        // What the first room needs comes in one file: many small ones would each wait for a turn on a slow line.
        output: { codeSplitting: { groups: [{ name: firstLoad(join(source, "main.tsx")), debugName: "first" }] } },
      },
    },
    plugins: [routeTable, withoutSchemas, zipInPlace, bootScript(boot)],
  });
  const page = join(folder, "index.html");
  await bundleServiceWorker(source, folder);
  if ((await readFile(page, "utf8")).includes(bootMark)) throw new Error(`${page} still holds ${bootMark}`);
  return { folder, scriptHashes: [hashOf(boot)] };
}

type Known = { readonly getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null };

/** Names the modules that the entry reaches without a lazy import. */
function firstLoad(entry: string): (id: string, known: Known) => string | null {
  let reached: Set<string> | undefined;
  return (id, known) => {
    reached ??= reachedFrom(entry, known);
    return reached.has(id) ? "first" : null;
  };
}

function reachedFrom(entry: string, known: Known): Set<string> {
  const reached = new Set<string>();
  const open = [entry];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(known.getModuleInfo(id)?.importedIds ?? []));
  }
  return reached;
}

/** The script that stands in the page itself and asks for the first data before the bundle has come. */
async function bundleBoot(source: string): Promise<string> {
  const { outputFiles } = await bundle({
    entryPoints: [join(source, "boot.ts")],
    bundle: true,
    platform: "browser",
    format: "iife",
    target,
    minify: true,
    legalComments: "none",
    write: false,
    logLevel: "error",
  });
  const [file, ...others] = outputFiles;
  if (file === undefined || others.length > 0) throw new Error("boot.ts does not make exactly one file");
  return file.text.trim();
}

/** The service worker with the list of what it keeps: what has a hash in its name never changes, the rest goes by its content. */
async function bundleServiceWorker(source: string, folder: string): Promise<void> {
  const names = globSync("**/*.*", { cwd: folder })
    .filter((name) => name !== manifest)
    .sort();
  const files = await Promise.all(
    names.map(async (name) => ({
      url: `${consoleBase}${name}`,
      revision: name.startsWith("assets/")
        ? null
        : createHash("sha256")
            .update(await readFile(join(folder, name)))
            .digest("hex"),
    })),
  );
  await bundle({
    entryPoints: [join(source, "service-worker.ts")],
    outfile: join(folder, "sw.js"),
    bundle: true,
    platform: "browser",
    format: "iife",
    target,
    minify: true,
    legalComments: "none",
    define: { files: JSON.stringify(files), "process.env.NODE_ENV": '"production"' },
    logLevel: "error",
  });
}

const bootScript = (boot: string): Plugin => ({
  name: "boot-script",
  transformIndexHtml: {
    order: "post",
    handler: (html) => {
      if (html.split(bootMark).length !== 2) throw new Error(`index.html of the console must hold ${bootMark} once`);
      return html.replace(bootMark, () => `<script>${boot}</script>`);
    },
  },
});

/** `virtual:routes`: of each route for staff its method, path and action; the schemas stay where they are checked. */
const routeTable: Plugin = {
  name: "route-table",
  resolveId: (id) => (id === routesModule ? `\0${routesModule}` : undefined),
  load: (id) => (id === `\0${routesModule}` ? `export const routeTable = ${JSON.stringify(tableOf(routes))};` : undefined),
};

/**
 * Schemas stand beside the functions that the console takes from the domain, and would bring all of zod: here they are made of
 * nothing, and asking one throws. What is typed is checked where it is kept, by the API.
 */
const withoutSchemas: Plugin = {
  name: "without-schemas",
  enforce: "pre",
  resolveId: (id) => (id === "zod" ? "\0no-schemas" : undefined),
  load: (id) => (id === "\0no-schemas" ? noSchemas : undefined),
  transform: (code, id) =>
    /\/shared\/.*\.ts$/.test(id) ? code.replace('import * as z from "zod"', 'import { z } from "zod"') : undefined,
};
const noSchemas = `
const asked = () => { throw new Error("There are no schemas in the console"); };
export const z = new Proxy(() => z, { get: (_, name) => (/^(safe)?parse|^decode|^encode/.test(String(name)) ? asked : z), apply: () => z });`;

/** What writes workbooks would compress large ones in a worker made of text, which the page's policy forbids: it does so in place. */
const zipInPlace: Plugin = {
  name: "zip-in-place",
  transform: (code, id) =>
    /write-excel-file\/modules\/zip\/zipToArrayBuffer\.js$/.test(id)
      ? code.replace(
          "import { zip } from 'fflate'",
          "import { zipSync } from 'fflate'; const zip = (files, done) => done(null, zipSync(files))",
        )
      : undefined,
};

function tableOf(all: Readonly<Record<string, Route>>): Readonly<Record<string, readonly string[]>> {
  const rows = Object.entries(all).flatMap(([name, route]) =>
    scopeOf(route) === undefined || route.access.kind !== "staff"
      ? []
      : [[name, [route.method, route.path, route.access.action]] as const],
  );
  return Object.fromEntries(rows);
}

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

if (import.meta.main) {
  const root = join(import.meta.dirname, "..");
  const { folder, scriptHashes } = await buildConsole(root, join(root, "build"));
  await writeFile(join(root, "build", "console-hashes.json"), JSON.stringify(scriptHashes));
  console.log(`${folder}: ${scriptHashes.join(" ")}`);
}
