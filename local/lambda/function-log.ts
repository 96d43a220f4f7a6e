import { appendFileSync, closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

/** What functions write to stdout and stderr, a file for each function. */
export type FunctionLogs = {
  readonly write: (functionName: string, chunk: Buffer) => void;
  /** The last lines of a function's log, oldest first. */
  readonly tail: (functionName: string, lines: number) => string[];
};

const largestFile = 5 * 1024 * 1024;
const tailBytes = 256 * 1024;

/** Opens the logs in a folder. A file that has grown to 5 MB becomes `<name>.log.1`; the one before goes. */
export function openFunctionLogs(folder: string): FunctionLogs {
  mkdirSync(folder, { recursive: true });
  const sizes = new Map<string, number>();
  let warned = false;
  const fileOf = (functionName: string): string => join(folder, `${functionName}.log`);
  const append = (functionName: string, chunk: Buffer): void => {
    const file = fileOf(functionName);
    const size = sizes.get(functionName) ?? statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > largestFile) renameSync(file, `${file}.1`);
    appendFileSync(file, chunk);
    sizes.set(functionName, (size > largestFile ? 0 : size) + chunk.length);
  };
  return {
    write: (functionName, chunk) => {
      try {
        try {
          append(functionName, chunk);
        } catch {
          // Somebody has tidied the folder up.
          sizes.delete(functionName);
          mkdirSync(folder, { recursive: true });
          append(functionName, chunk);
        }
      } catch (error) {
        // A log that cannot be kept (a full disk, say) is no reason to end the cloud.
        if (!warned) console.warn(`The logs of functions cannot be written to ${folder}; what they say now is lost`, error);
        warned = true;
      }
    },
    tail: (functionName, lines) => {
      const file = fileOf(functionName);
      if (statSync(file, { throwIfNoEntry: false }) === undefined) return [];
      const handle = openSync(file, "r");
      try {
        const { size } = fstatSync(handle);
        const buffer = Buffer.alloc(Math.min(size, tailBytes));
        readSync(handle, buffer, 0, buffer.length, size - buffer.length);
        return buffer.toString("utf8").split("\n").filter(Boolean).slice(-lines);
      } finally {
        closeSync(handle);
      }
    },
  };
}
