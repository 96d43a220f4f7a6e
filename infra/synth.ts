/** Synthesis when it is needed: the cloud assembly in `cdk.out` is made again only when a source of it has changed. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, globSync } from "node:fs";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as pause } from "node:timers/promises";

export type Synthesis = {
  /** The folder with the templates and the bundles. */
  readonly cdkOut: string;
  /** Whether it was made just now. */
  readonly fresh: boolean;
  /** How long finding that out, or making it, took. */
  readonly seconds: number;
};

const sources = ["infra/**", "functions/**", "shared/**", "web/**", "package-lock.json", "cdk.json"];
const hashFile = "sources.sha256";
/** Bundles that no template names any more are kept for so long, since a cloud may still run on them. */
const keptMs = 24 * 3_600_000;

let running: Promise<Synthesis> | undefined;

/**
 * Sees to it that `cdk.out` is what the sources say. Safe to be called by several processes at once: one makes it and the
 * others wait. Throws with the output of the synthesis where that fails; what was there before then stays as it was.
 */
export function ensureSynthesised(root = join(import.meta.dirname, "..")): Promise<Synthesis> {
  running ??= synthesise(root).finally(() => {
    running = undefined;
  });
  return running;
}

async function synthesise(root: string): Promise<Synthesis> {
  const started = performance.now();
  const cdkOut = join(root, "cdk.out");
  const made = (fresh: boolean): Synthesis => ({ cdkOut, fresh, seconds: (performance.now() - started) / 1000 });
  if (await isCurrent(root, cdkOut)) return made(false);
  await mkdir(join(root, "build"), { recursive: true });
  const release = await lock(join(root, "build", "synthesis.lock"));
  try {
    if (await isCurrent(root, cdkOut)) return made(false);
    const hash = await hashSources(root);
    // What a synthesis that was killed has left behind; nobody else is at work while we hold the lock.
    for (const left of globSync("build/assembly-*", { cwd: root })) await rm(join(root, left), { recursive: true, force: true });
    const fresh = await mkdtemp(join(root, "build", "assembly-"));
    try {
      await runApp(root, fresh);
      await replace(cdkOut, fresh);
    } finally {
      await rm(fresh, { recursive: true, force: true });
    }
    // Last, so that whatever was cut short before is made again.
    await writeFile(join(cdkOut, hashFile), `${hash}\n`);
    return made(true);
  } finally {
    release();
  }
}

async function isCurrent(root: string, cdkOut: string): Promise<boolean> {
  if (!existsSync(join(cdkOut, hashFile))) return false;
  return (await readFile(join(cdkOut, hashFile), "utf8")).trim() === (await hashSources(root));
}

/** SHA-256 over names and contents of all sources, in one order everywhere. */
export async function hashSources(root: string): Promise<string> {
  const hash = createHash("sha256");
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
  for (const file of files) {
    const content = await readFile(join(root, file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

/** Runs the app in a process of its own: the CDK needs 200 MB, which the caller shall not hold. */
function runApp(root: string, out: string): Promise<void> {
  const withoutOperator = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("TITIAN_")));
  return new Promise((resolve, reject) => {
    const app = spawn(process.execPath, [join("infra", "app.ts")], {
      cwd: root,
      // The rules of CloudFormation are checked by the tests and before a deployment; they would take most of the time here.
      // What an operator has set is left out: it is no source, and this assembly is deployed nowhere.
      env: { ...withoutOperator, CDK_OUTDIR: out, TITIAN_STAGE: "dev", CDK_VALIDATION: "false" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [app.stdout, app.stderr]) stream.on("data", (data) => (output += String(data)));
    app.on("error", reject);
    app.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`The synthesis failed (${code}):\n${output}`))));
  });
}

/**
 * Puts a new assembly into the place of the old one while others may read it: first the bundles, each moved as a whole,
 * then what names them. A bundle's name is the hash of its content, so one that is there already is the same.
 */
async function replace(cdkOut: string, fresh: string): Promise<void> {
  await mkdir(cdkOut, { recursive: true });
  await rm(join(cdkOut, hashFile), { force: true });
  const names = await readdir(fresh);
  const isBundle = (name: string): boolean => name.startsWith("asset.");
  for (const name of names.filter(isBundle)) {
    if (!existsSync(join(cdkOut, name))) await rename(join(fresh, name), join(cdkOut, name));
  }
  for (const name of names.filter((file) => !isBundle(file)))
    await cp(join(fresh, name), join(cdkOut, name), { recursive: true });
  for (const name of await readdir(cdkOut)) {
    if (names.includes(name)) continue;
    const { mtimeMs } = await stat(join(cdkOut, name));
    if (!isBundle(name) || Date.now() - mtimeMs > keptMs) await rm(join(cdkOut, name), { recursive: true, force: true });
  }
}

/** A lock that the system itself gives back when its holder is killed: SQLite's lock on a file. */
async function lock(file: string): Promise<() => void> {
  const database = new DatabaseSync(file, { timeout: 0 });
  for (;;) {
    try {
      database.exec("BEGIN EXCLUSIVE");
      return () => database.close();
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes("locked")) throw error;
      await pause(50);
    }
  }
}

if (import.meta.main) {
  const { cdkOut, fresh, seconds } = await ensureSynthesised();
  console.log(`${cdkOut}: ${fresh ? "synthesised" : "nothing has changed"} (${seconds.toFixed(1)} s)`);
}
