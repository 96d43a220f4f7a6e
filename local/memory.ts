import { readFileSync } from "node:fs";

/** A process of the embedded cloud. */
export type ProcessName = { readonly name: string; readonly pid: number };
export type ProcessMemory = ProcessName & { readonly bytes: number };

/**
 * What processes take of the machine's memory, in bytes: proportional set sizes, so that pages they share count once.
 * Processes that are gone are left out, and where /proc has no `smaps_rollup` (not Linux) nothing is known: an empty list.
 */
export function measureMemory(processes: readonly ProcessName[]): ProcessMemory[] {
  return processes.flatMap(({ name, pid }) => {
    try {
      const kilobytes = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1];
      return kilobytes === undefined ? [] : [{ name, pid, bytes: Number(kilobytes) * 1024 }];
    } catch {
      return [];
    }
  });
}

/**
 * About what processes take together, in bytes, rather more than less: the private memory of each, and files they have in common
 * once, since most of them run the same binary. Cheap enough to be asked all the time, which a proportional set size is not: for
 * that the kernel walks through every page. Undefined where /proc does not tell.
 */
export function estimateMemory(pids: readonly number[]): number | undefined {
  const sizes = pids.map(readSizes).filter((size) => size !== undefined);
  if (sizes.length === 0) return undefined;
  return sizes.reduce((sum, size) => sum + size.own, 0) + Math.max(...sizes.map(({ files }) => files));
}

/** What a process has in memory of its own and of files, in bytes. */
function readSizes(pid: number): { readonly own: number; readonly files: number } | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const bytesOf = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) * 1024;
    const own = bytesOf("RssAnon");
    return Number.isNaN(own) ? undefined : { own, files: bytesOf("RssFile") };
  } catch {
    return undefined;
  }
}
