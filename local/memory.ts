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
