import type { InvocationResult } from "../part.ts";
import type { FunctionModel } from "../template/model.ts";
import { type Child, unhandled } from "./child.ts";
import {
  chooseProcess,
  findSurplus,
  limitOf,
  type MemoryRoom,
  type PoolProcess,
  type PoolState,
  type WaitingInvocation,
} from "./pool-policy.ts";
import { openProcesses, type ProcessesOptions } from "./processes.ts";

export type PoolOptions = ProcessesOptions & {
  /** How many processes are kept at most. */
  readonly maximumChildren: number;
  /** Functions whose only process is never ended for another one. */
  readonly kept: ReadonlySet<string>;
  /** What memory the cloud takes and may take; undefined where that is not known: then their number alone is limited. */
  readonly memory: () => MemoryRoom | undefined;
};

/** The processes that run functions. */
export type Pool = {
  readonly run: (model: FunctionModel, payload: string) => Promise<InvocationResult>;
  /** Invocations that run or wait for a process. */
  readonly busy: () => number;
  readonly pids: () => { readonly pid: number; readonly functionName: string }[];
  readonly close: () => Promise<void>;
};

type Waiting = WaitingInvocation & {
  readonly model: FunctionModel;
  readonly payload: string;
  readonly resolve: (result: InvocationResult) => void;
};

/** How often the queue is looked through while something waits, and the memory while nothing does (ms). */
const lookAgain = 50;
const lookAtMemory = 5000;
/** How long what was read of the memory holds (ms). */
const memoryHolds = 250;

/** Opens the pool. By which rules it uses, starts and ends processes stands in `pool-policy.ts`. */
export async function openPool(options: PoolOptions): Promise<Pool> {
  const processes = await openProcesses(options, () => dispatch());
  let queue: Waiting[] = [];
  let inFlight = 0;
  let closed = false;
  let lastProgress = Date.now();
  let timer: NodeJS.Timeout | undefined;

  const pooled = (): PooledProcess[] => processes.list().map(viewChild);
  // The limit is held and not the memory: what was read of the memory says nothing of a process that has been ended since, and one
  // reading above what is allowed would end a process at each look at the queue.
  const readLimit = holdFor(memoryHolds, (): number => {
    const { kept, maximumChildren: maximum } = options;
    const all = pooled();
    const starting = all.filter((process) => process.starting).length;
    return limitOf({ processes: all.length, starting, maximum, kept: kept.size, memory: options.memory() });
  });
  const state = (): PoolState<PooledProcess> => ({
    processes: pooled(),
    limit: readLimit(),
    kept: options.kept,
    now: Date.now(),
    lastProgress,
  });
  /** Gives an invocation to a process, if it may have one now. */
  const serve = (waiting: Waiting): boolean => {
    const choice = chooseProcess(waiting, state());
    if (choice.kind === "wait") return false;
    if (choice.kind === "start" && choice.inPlaceOf !== undefined) processes.end(choice.inPlaceOf.child);
    if (choice.kind === "start" && choice.againstStandstill) lastProgress = Date.now();
    const child = choice.kind === "serve" ? choice.process.child : processes.start(waiting.model);
    inFlight += 1;
    void child.run(waiting.payload).then((result) => {
      inFlight -= 1;
      lastProgress = Date.now();
      waiting.resolve(result);
      dispatch();
    });
    return true;
  };
  function dispatch(): void {
    clearTimeout(timer);
    if (closed) return;
    queue = queue.filter((waiting) => !serve(waiting));
    for (const { child } of findSurplus(state())) processes.end(child);
    timer = setTimeout(dispatch, queue.length > 0 ? lookAgain : lookAtMemory);
    if (queue.length === 0) timer.unref();
  }

  return {
    run: (model, payload) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("The embedded cloud is shutting down"));
        const { name: functionName, reservedConcurrency } = model;
        queue.push({ functionName, reservedConcurrency, since: Date.now(), model, payload, resolve });
        dispatch();
      }),
    busy: () => inFlight + queue.length,
    pids: () => processes.list().flatMap(({ pid, functionName }) => (pid === undefined ? [] : [{ pid, functionName }])),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      for (const { resolve } of queue) resolve(unhandled("ServiceException", "The embedded cloud is shutting down"));
      queue = [];
      await processes.close();
    },
  };
}

/** A process with what the rules see of it. */
type PooledProcess = PoolProcess & { readonly child: Child };

const viewChild = (child: Child): PooledProcess => ({
  child,
  functionName: child.functionName,
  idle: child.isIdle(),
  starting: child.isStarting(),
  lastUsed: child.lastUsed(),
});

/** Reads something anew only when the last reading is older than so many milliseconds. */
function holdFor<T>(milliseconds: number, read: () => T): () => T {
  let held: { readonly at: number; readonly value: T } | undefined;
  return () => {
    if (held === undefined || Date.now() - held.at > milliseconds) held = { at: Date.now(), value: read() };
    return held.value;
  };
}
