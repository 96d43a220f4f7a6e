/** How the commands read what they were given: one reader, and a refusal that is a sentence and no stack. */
import { mkdirSync, statSync } from "node:fs";
import { type ParseArgsConfig, parseArgs } from "node:util";

/** What was given cannot be used: the command ends with 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Reads a command line. Throws UsageError for an option or an argument that the command does not have. */
export function readOptions<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    // Node goes on with advice about two dashes, which npm's own two dashes make wrong.
    const [sentence = ""] = (error instanceof Error ? error.message : String(error)).split(/\.(?:\s|$)/);
    throw new UsageError(`${sentence.replace("is ambiguous", "is missing: the next word is an option itself")}.`);
  }
}

/** Of the two ports that a cloud takes, the second is the next one. 0: any two that are free. */
const highestPort = 65_534;

/** The port of the API. Throws UsageError. */
export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (port <= highestPort) return port;
  throw new UsageError(
    `--port ${text} is no port: it is a whole number up to ${highestPort}, for the next port is taken too (0: any that are free).`,
  );
}

/** A number of times. Throws UsageError. */
export function readCount(option: string, text: string, most: number): number {
  const count = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (count <= most) return count;
  throw new UsageError(`${option} ${text} is no number of times: it is a whole number from 0 to ${most}.`);
}

/** A folder, made where it is not there. Throws UsageError where it cannot be, as where something else has its name. */
export function readDataFolder(path: string): string {
  if (path === "") throw new UsageError("--data needs the name of a folder.");
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new UsageError(`--data ${path} is a file: name a folder, or one that is not there yet.`);
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw fileTrouble(`--data ${path}`, error);
  }
  return path;
}

const fileTroubles: Readonly<Record<string, string>> = {
  ENOENT: "is not there",
  ENOTDIR: "is not there: a part of its path is a file",
  EISDIR: "is a folder, not a file",
  EACCES: "may not be opened by you",
  EPERM: "may not be opened by you",
};

/** The error of the file system in words that name the file; any other error as it is. */
export function fileTrouble(path: string, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const words = fileTroubles[code];
  return words === undefined ? error : new UsageError(`${path} ${words}.`);
}

/**
 * Runs a command and ends it with the number that it returns: 2 where it cannot do what was given, 1 where it failed.
 * @param unread what happens when the reader of what it says goes away (`| head`); unless said it ends in silence
 */
export async function runCommand(
  usage: string,
  run: () => Promise<number> | number,
  unread: () => void = () => process.exit(1),
): Promise<void> {
  process.stdout.once("error", unread).on("error", () => {});
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof UsageError) console.error(`\n${usage}`);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}
