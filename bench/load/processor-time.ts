/** Processor time: what a figure of a busy machine can be compared by. Linux only; elsewhere nothing is known. */
import { readFileSync } from "node:fs";

/** Seconds of processor time that a process tree has used since it began. */
export type ProcessorTime = { readonly host: number; readonly functions: number; readonly dynoxide: number };

/** What a cloud's process, its functions (those that have ended, too) and its Dynoxide have used. */
export function readProcessorTime(pid: number): ProcessorTime | undefined {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").map(Number).map(readTimes);
    const host = readTimes(pid);
    const isDynoxide = ({ command }: Times): boolean => command.startsWith("dynoxide");
    return {
      host: host.own,
      functions: host.ended + sum(children.filter((child) => !isDynoxide(child))),
      dynoxide: sum(children.filter(isDynoxide)),
    };
  } catch {
    return undefined;
  }
}

type Times = { readonly command: string; readonly own: number; readonly ended: number };

/** Ticks in a second: what Linux tells user space, whatever its own clock does. */
const ticks = 100;

/** The times of a process and of its children that have ended, in seconds. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function readTimes(pid: number): Times {
  const text = readFileSync(`/proc/${pid}/stat`, "utf8");
  const [, command = ""] = /\((.*)\)/.exec(text) ?? [];
  const fields = text
    .slice(text.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = fields.slice(11, 15);
  return { command, own: (user + system) / ticks, ended: (endedUser + endedSystem) / ticks };
}

const sum = (times: readonly Times[]): number => times.reduce((total, { own }) => total + own, 0);

/** What was used between two readings by each client who was placed, in words. */
export function processorLine(before: ProcessorTime | undefined, after: ProcessorTime | undefined, placed: number): string {
  if (before === undefined || after === undefined) return "processor time: not known here";
  const each = (part: keyof ProcessorTime): number => Math.round((1000 * (after[part] - before[part])) / placed);
  return `processor time a placement: host ${each("host")} ms, functions ${each("functions")} ms, Dynoxide ${each("dynoxide")} ms`;
}
