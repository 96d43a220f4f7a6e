import { randomBytes } from "node:crypto";
import type { InvocationResult } from "../part.ts";
import type { FunctionModel } from "../template/model.ts";
import { type Child, startChild, unhandled } from "./child.ts";
import { startRuntimeApi } from "./runtime-api.ts";

export type PoolOptions = {
  readonly offset: () => number;
  readonly environmentOf: (model: FunctionModel) => Readonly<Record<string, string>>;
  readonly codeCache: string;
  readonly log: (functionName: string, chunk: Buffer) => void;
  /** How many processes are kept at most. */
  readonly maximumChildren: number;
};

/** The processes that run functions. */
export type Pool = {
  readonly run: (model: FunctionModel, payload: string) => Promise<InvocationResult>;
  /** Invocations that run or wait for a process. */
  readonly busy: () => number;
  readonly pids: () => { readonly pid: number; readonly functionName: string }[];
  readonly close: () => Promise<void>;
};

type Waiting = {
  readonly model: FunctionModel;
  readonly payload: string;
  readonly since: number;
  readonly resolve: (result: InvocationResult) => void;
};

/** A busy process of the same function is worth this wait, rather than ending another function's process (ms). */
const patience = 40;
/** When all are busy and none has answered this long, one more is started: they may be waiting for each other (ms). */
const deadlockPatience = 1000;

/** Opens the pool: processes start when they are needed, and the one idle for longest goes first. */
export async function openPool(options: PoolOptions): Promise<Pool> {
  const children = new Map<string, Child>();
  const runtimeApi = await startRuntimeApi((secret) => children.get(secret));
  let queue: Waiting[] = [];
  let inFlight = 0;
  let closed = false;
  /** When an invocation was last answered, or one more process was started because none was. */
  let lastProgress = Date.now();
  let timer: NodeJS.Timeout | undefined;

  const start = (model: FunctionModel): Child => {
    const secret = randomBytes(12).toString("hex");
    const child = startChild({
      model,
      environment: options.environmentOf(model),
      runtimeApi: `${runtimeApi.address}/${secret}`,
      codeCache: options.codeCache,
      offset: options.offset,
      log: (chunk) => options.log(model.name, chunk),
    });
    children.set(secret, child);
    void child.gone.then(() => {
      children.delete(secret);
      dispatch();
    });
    return child;
  };
  const alive = (): Child[] => [...children.values()].filter((child) => child.pid !== undefined);
  const oldestIdle = (): Child | undefined =>
    alive()
      .filter((child) => child.isIdle())
      .sort((left, right) => left.lastUsed() - right.lastUsed())[0];
  const remove = (child: Child): void => {
    child.end();
    for (const [secret, candidate] of children) if (candidate === child) children.delete(secret);
  };

  /** A process for this invocation, if it may have one now. */
  const processFor = ({ model, since }: Waiting): Child | undefined => {
    const own = alive().filter((child) => child.functionName === model.name);
    const idle = own.find((child) => child.isIdle());
    if (idle !== undefined) return idle;
    if (model.reservedConcurrency !== undefined && own.length >= model.reservedConcurrency) return undefined;
    if (children.size < options.maximumChildren) return start(model);
    const waited = Date.now() - since;
    if (own.length > 0 && waited < patience) return undefined;
    const oldest = oldestIdle();
    if (oldest !== undefined) {
      remove(oldest);
      return start(model);
    }
    if (waited < deadlockPatience || Date.now() - lastProgress < deadlockPatience) return undefined;
    lastProgress = Date.now();
    return start(model);
  };

  function dispatch(): void {
    clearTimeout(timer);
    if (closed) return;
    const left: Waiting[] = [];
    for (const waiting of queue) {
      const child = processFor(waiting);
      if (child === undefined) {
        left.push(waiting);
        continue;
      }
      inFlight += 1;
      void child.run(waiting.payload).then((result) => {
        inFlight -= 1;
        lastProgress = Date.now();
        waiting.resolve(result);
        dispatch();
      });
    }
    queue = left;
    if (queue.length > 0) timer = setTimeout(dispatch, patience / 2);
    else {
      for (let spare = children.size - options.maximumChildren; spare > 0; spare -= 1) {
        const oldest = oldestIdle();
        if (oldest !== undefined) remove(oldest);
      }
    }
  }

  return {
    run: (model, payload) =>
      new Promise((resolve, reject) => {
        if (closed) return reject(new Error("The embedded cloud is shutting down"));
        queue.push({ model, payload, since: Date.now(), resolve });
        dispatch();
      }),
    busy: () => inFlight + queue.length,
    pids: () => alive().flatMap(({ pid, functionName }) => (pid === undefined ? [] : [{ pid, functionName }])),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      for (const { resolve } of queue) resolve(unhandled("ServiceException", "The embedded cloud is shutting down"));
      queue = [];
      const all = [...children.values()];
      for (const child of all) child.end();
      await Promise.all(all.map((child) => child.gone));
      await runtimeApi.close();
    },
  };
}
