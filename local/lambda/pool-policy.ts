/**
 * Which process serves an invocation, when another one starts, and which one is ended for it: rules without a process, a clock or
 * a file. One process a function is the aim: a second one of the same function costs a cold start and, soon, another function its own.
 */

/** A process as the rules see it. */
export type PoolProcess = {
  readonly functionName: string;
  /** Ready for an invocation. */
  readonly idle: boolean;
  /** Has not asked for its first invocation yet. */
  readonly starting: boolean;
  /** When its last invocation came or ended, or when it was started (ms). */
  readonly lastUsed: number;
};

/** An invocation that has no process yet. */
export type WaitingInvocation = {
  readonly functionName: string;
  readonly reservedConcurrency?: number | undefined;
  /** Since when it waits (ms). */
  readonly since: number;
};

/** The pool at one moment. */
export type PoolState<P extends PoolProcess> = {
  readonly processes: readonly P[];
  /** How many processes there may be. */
  readonly limit: number;
  /** Functions whose only process is never ended for another one: everybody waits for what they do. */
  readonly kept: ReadonlySet<string>;
  readonly now: number;
  /** When an invocation was last answered, or a process was started because none was (ms). */
  readonly lastProgress: number;
};

export type Choice<P extends PoolProcess> =
  | { readonly kind: "serve"; readonly process: P }
  /** A process starts: in place of another one where there is no room, beyond the limit where all stands still. */
  | { readonly kind: "start"; readonly inPlaceOf?: P; readonly againstStandstill?: true }
  | { readonly kind: "wait" };

/** A busy process of the same function is worth this wait, a second one twice as much, and so on (ms). */
export const patience = 3000;
/** A process that has rested for so long may make way for another function's second one; any other will soon be wanted again (ms). */
export const longRest = 10_000;
/** When no invocation at all was answered for so long, those that run may be waiting for those that wait (ms). */
export const deadlockPatience = 1000;
/** While there are fewer processes than this, a second one of the same function starts at once, as on AWS. */
export const fewProcesses = 4;

/** A process for a waiting invocation, if it may have one now. */
export function chooseProcess<P extends PoolProcess>(
  { functionName, reservedConcurrency = Number.POSITIVE_INFINITY, since }: WaitingInvocation,
  state: PoolState<P>,
): Choice<P> {
  const { processes, limit, now, lastProgress } = state;
  const own = processes.filter((process) => process.functionName === functionName);
  const idle = own
    .filter((process) => process.idle)
    .sort(byLastUse)
    .at(-1);
  if (idle !== undefined) return { kind: "serve", process: idle };
  if (own.length >= reservedConcurrency) return { kind: "wait" };
  const hasRoom = processes.length < limit;
  const waited = now - since;
  if (own.length === 0 || isWorthSecond(own, waited, processes.length)) {
    if (hasRoom) return { kind: "start" };
    const least = leastNeeded(state);
    if (least !== undefined && (own.length === 0 || now - least.lastUsed >= longRest)) return { kind: "start", inPlaceOf: least };
  }
  const standsStill = waited >= deadlockPatience && now - lastProgress >= deadlockPatience;
  return standsStill ? { kind: "start", againstStandstill: true } : { kind: "wait" };
}

/** Processes that must go since there are more than there may be, the least needed first; a busy one is never ended. */
export function findSurplus<P extends PoolProcess>(state: PoolState<P>): P[] {
  const surplus: P[] = [];
  let left = state.processes;
  while (left.length > state.limit) {
    const least = leastNeeded({ ...state, processes: left });
    if (least === undefined) break;
    surplus.push(least);
    left = left.filter((process) => process !== least);
  }
  return surplus;
}

/** One more process of a busy function: at once while there are few in all, else when the wait is long and none is on its way. */
const isWorthSecond = (own: readonly PoolProcess[], waited: number, count: number): boolean =>
  count < fewProcesses || (waited >= patience * own.length && !own.some((process) => process.starting));

/** The idle process that is missed least: one whose function has another, then the one idle for longest. */
function leastNeeded<P extends PoolProcess>({ processes, kept }: PoolState<P>): P | undefined {
  const idle = processes.filter((process) => process.idle).sort(byLastUse);
  const isOneOfSeveral = ({ functionName }: P): boolean =>
    processes.filter((process) => process.functionName === functionName).length > 1;
  return idle.find(isOneOfSeveral) ?? idle.find(({ functionName }) => !kept.has(functionName));
}

const byLastUse = (left: PoolProcess, right: PoolProcess): number => left.lastUsed - right.lastUsed;

/** What the number of processes depends on. Sizes are bytes. */
export type Room = {
  /** How many processes there are, and how many of them have yet to reach their size. */
  readonly processes: number;
  readonly starting: number;
  /** How many there may be at most. */
  readonly maximum: number;
  /** How many functions' processes are kept: there is always room for one more beside them. */
  readonly kept: number;
  /** Unknown where the machine does not tell. */
  readonly memory?: MemoryRoom | undefined;
};

export type MemoryRoom = {
  /** What the whole embedded cloud takes, and what it may take. */
  readonly used: number;
  readonly allowed: number;
  /** What the machine has left. */
  readonly free: number;
};

/** What a process of a function takes once it has run, with something over (bytes). */
export const expectedSize = 36 * 2 ** 20;
/** What is left to the rest of the machine (bytes). */
export const leftToMachine = 256 * 2 ** 20;

/** How many processes there may be now: some always, more as long as neither the cloud nor the machine runs out of memory. */
export function limitOf({ processes, starting, maximum, kept, memory }: Room): number {
  return Math.max(kept + 1, Math.min(maximum, Math.max(fewProcesses, processes + roomIn(memory, starting))));
}

/** For how many more processes there is memory; below 0: so many must go. */
function roomIn(memory: MemoryRoom | undefined, starting: number): number {
  if (memory === undefined) return Number.POSITIVE_INFINITY;
  const left = Math.min(memory.allowed - memory.used, memory.free - leftToMachine);
  return Math.floor(left / expectedSize) - starting;
}
