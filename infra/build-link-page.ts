/** Makes the employer's page one file: its script and style stand in it, and its policy allows these two and nothing else. */
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";

/** The files that were made: the page, and the content security policy under which it is served, one line. */
export type LinkPage = { readonly html: string; readonly policy: string };

const places = { style: "<!--style-->", script: "<!--script-->" } as const;

/**
 * Builds the page of a folder: `page.ts` and `style.css` into the places that `index.html` keeps for them. Undefined where
 * the folder has no page. Throws where a place is missing.
 */
export async function buildLinkPage(folder: string, out: string): Promise<LinkPage | undefined> {
  const index = join(folder, "index.html");
  if (!existsSync(index) || !existsSync(join(folder, "page.ts"))) return undefined;
  const [template, script, style] = await Promise.all([
    readFile(index, "utf8"),
    minified(join(folder, "page.ts")),
    minified(join(folder, "style.css")),
  ]);
  for (const place of Object.values(places)) {
    if (template.split(place).length !== 2) throw new Error(`${index} must hold ${place} once`);
  }
  // Functions, since `$` in a replacement text would be read as a pattern.
  const page = template
    .replace(places.style, () => `<style>${style}</style>`)
    .replace(places.script, () => `<script>${script}</script>`);
  await mkdir(out, { recursive: true });
  const made = { html: join(out, "link.html"), policy: join(out, "link-policy.txt") };
  await Promise.all([writeFile(made.html, page), writeFile(made.policy, policyFor(script, style))]);
  return made;
}

/** The bundled text of an entry; esbuild escapes in it what would end the element that holds it. */
async function minified(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "browser",
    format: "iife",
    // What phones of the last five years run.
    target: ["es2021", "chrome90", "safari15"],
    minify: true,
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    write: false,
    logLevel: "error",
  });
  const [file, ...others] = outputFiles;
  if (file === undefined || others.length > 0) throw new Error(`${entry} does not make exactly one file`);
  return file.text.trim();
}

/** The page talks to its own origin, runs its own script, and can be framed, posted from or rebased by nobody. */
const policyFor = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
