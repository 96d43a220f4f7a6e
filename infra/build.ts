/** Bundles every function with one call of esbuild, and the employer's page and the API document before it. */
import { existsSync, globSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { openapiDocument } from "../shared/api/openapi.ts";
import { problemStatus } from "../shared/runtime/problem-status.ts";
import { buildLinkPage, type LinkPage } from "./build-link-page.ts";
import { functionSpecs } from "./functions.ts";
import { slimRoutes } from "./slim-routes.ts";
import { slimSdk } from "./slim-sdk.ts";
import { slimZod } from "./slim-zod.ts";

export type BuildOptions = {
  /** The project's folder. */
  readonly root: string;
  /** Where the functions lie; `<root>/functions` unless said. */
  readonly functions?: string;
  /** Where to build to; `<root>/build` unless said. */
  readonly out?: string;
};

export type Bundle = { readonly name: string; readonly bytes: number };
export type Built = {
  /** The folder that holds a folder for each function. */
  readonly bundles: string;
  readonly sizes: readonly Bundle[];
  readonly metafile: Metafile;
  /** One line for people. */
  readonly summary: string;
};

/** The most that a bundle may weigh: beyond it a cold start shows. */
export const largestBundleBytes = 440_000;

/** The relay does whatever a command may order, and nobody waits for its answer: it may weigh more. */
export const largestRelayBytes = 520_000;
const mostBytes = (name: string): number =>
  name === "relay-outbox" || name === "sweep-outbox" ? largestRelayBytes : largestBundleBytes;

/** Builds the page and all functions. Throws naming every function without a file, and every one that is too large. */
export async function buildAll(options: BuildOptions): Promise<Built> {
  const { root, functions = join(root, "functions"), out = join(root, "build") } = options;
  const bundles = join(out, "functions");
  checkFiles(functions);
  const page = await buildLinkPage(join(root, "web", "link"), join(out, "web"));
  const openapi = join(out, "web", "openapi.txt");
  await mkdir(join(out, "web"), { recursive: true });
  await writeFile(openapi, JSON.stringify(openapiDocument(problemStatus)));
  await rm(bundles, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: functionSpecs.map(({ name, file }) => ({ in: join(functions, `${file}.ts`), out: join(name, "index") })),
    outdir: bundles,
    absWorkingDir: root,
    bundle: true,
    platform: "node",
    target: "node24",
    // Loaded as an ES module, node:http alone costs 30 ms more; and the source is smaller where packages offer modules.
    format: "cjs",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".html": "text", ".txt": "text" },
    metafile: true,
    logLevel: "error",
    plugins: [builtTexts(page, openapi), slimSdk(root), slimZod, slimRoutes],
  });
  const sizes = sizesOf(metafile);
  await mkdir(bundles, { recursive: true });
  // The bundles are CommonJS whatever the package around them says, here and in the cloud.
  await Promise.all(sizes.map(({ name }) => writeFile(join(bundles, name, "package.json"), '{"type":"commonjs"}\n')));
  await writeFile(join(out, "functions.meta.json"), JSON.stringify(metafile));
  checkSizes(sizes);
  return { bundles, sizes, metafile, summary: summarize(sizes) };
}

/** Each function has a file, and each file is a function: the table of functions and the folder say the same. */
function checkFiles(functions: string): void {
  const missing = functionSpecs.filter(({ file }) => !existsSync(join(functions, `${file}.ts`)));
  if (missing.length > 0) {
    throw new Error(`These functions have no file in ${functions}:\n${missing.map(({ file }) => `  ${file}.ts`).join("\n")}`);
  }
  const known = new Set(functionSpecs.map(({ file }) => `${file}.ts`));
  const unknown = globSync("*/**/*.ts", { cwd: functions }).filter((file) => !known.has(file) && !file.endsWith(".d.ts"));
  if (unknown.length > 0) throw new Error(`These files are no functions of infra/functions.ts: ${unknown.join(", ")}`);
}

/**
 * What `link-page-html`, `link-page-csp` and `openapi-json` stand for: the page that was built, the policy under which it is
 * served, and the API document.
 */
function builtTexts(page: LinkPage | undefined, openapi: string): Plugin {
  return {
    name: "built-texts",
    setup({ onResolve }) {
      onResolve({ filter: /^openapi-json$/ }, () => ({ path: openapi }));
      onResolve({ filter: /^link-page-(html|csp)$/ }, ({ path }) => {
        if (page === undefined) return { errors: [{ text: `${path} needs web/link/page.ts and web/link/index.html` }] };
        return { path: path === "link-page-html" ? page.html : page.policy };
      });
    },
  };
}

function sizesOf(metafile: Metafile): readonly Bundle[] {
  return Object.entries(metafile.outputs)
    .map(([file, { bytes }]) => ({ name: basename(dirname(file)), bytes }))
    .sort((one, other) => one.bytes - other.bytes);
}

function checkSizes(sizes: readonly Bundle[]): void {
  const tooLarge = sizes.filter(({ name, bytes }) => bytes > mostBytes(name));
  if (tooLarge.length === 0) return;
  const list = tooLarge
    .map(({ name, bytes }) => `  ${name}: ${kilobytes(bytes)}, at most ${kilobytes(mostBytes(name))}`)
    .join("\n");
  throw new Error(`These bundles are too large (build/functions.meta.json says why):\n${list}`);
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} KB`;

function summarize(sizes: readonly Bundle[]): string {
  const median = sizes[Math.floor(sizes.length / 2)];
  const largest = sizes.at(-1);
  if (median === undefined || largest === undefined) return "no functions";
  return `${sizes.length} functions, median ${kilobytes(median.bytes)}, largest ${kilobytes(largest.bytes)} (${largest.name})`;
}

if (import.meta.main) console.log((await buildAll({ root: join(import.meta.dirname, "..") })).summary);
