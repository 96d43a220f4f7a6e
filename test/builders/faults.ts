/** Faults where they happen in the cloud: at a call of the AWS SDK, within one invocation of one function. */
import { AsyncLocalStorage } from "node:async_hooks";

/** One run of a function or of a request; dead once it has crashed: from then on none of its calls gets out. */
type Invocation = { readonly name: string; dead: boolean; effects: number };

/** A call as a fault is shown it, before it is sent. */
export type Call = {
  readonly invocation: string;
  /** Such as `TransactWriteItemsCommand`. */
  readonly command: string;
  readonly input: object;
  /** Which of the invocation's calls that change something it is, from 1; 0: it only reads. */
  readonly effect: number;
};

/** What goes wrong. A crash ends the process: nothing after it runs, neither a `catch` nor a retry. */
export type Fault =
  | { readonly crash: "before" | "after" }
  | { readonly error: () => Error }
  /** Something else gets in between: it happens just before this call is sent. */
  | { readonly meanwhile: () => Promise<unknown> }
  /** An index that does not know of the newest writes yet. */
  | { readonly stale: true };

/** Chosen anew at each call; undefined: all is well. */
export type FaultPlan = (call: Call) => Fault | undefined;

export type Outcome<T> = { readonly crashed: false; readonly value: T } | { readonly crashed: true };

/** What an invocation meets at each call once its process is dead. */
export class Crash extends Error {
  override readonly name = "Crash";
}

export type Faults = {
  /** Runs a function as one invocation. A crash within is an outcome, everything else is thrown on. */
  readonly invoke: <T>(name: string, run: () => Promise<T>) => Promise<Outcome<T>>;
  /** Passes a call of an SDK on, or lets it go wrong. */
  readonly intercept: <T>(command: string, input: object, proceed: () => Promise<T>, stale?: (result: T) => T) => Promise<T>;
  /** Lets calls go wrong from now on; undefined: none. */
  readonly plan: (plan: FaultPlan | undefined) => void;
  /** Everything that changes something and was begun within an invocation, in order: `<invocation> <effect>`. */
  readonly effects: () => readonly string[];
  /** The names of all invocations so far, each as often as it ran. */
  readonly invocations: () => readonly string[];
};

const reads = new Set([
  "GetItemCommand",
  "BatchGetItemCommand",
  "QueryCommand",
  "GenerateMacCommand",
  "DescribeExecutionCommand",
]);

/** @param sent is told every call that was sent and taken */
export function openFaults(sent: (command: string, input: object) => void): Faults {
  const current = new AsyncLocalStorage<Invocation>();
  const effects: string[] = [];
  const invocations: string[] = [];
  let plan: FaultPlan | undefined;

  return {
    async invoke(name, run) {
      const invocation: Invocation = { name, dead: false, effects: 0 };
      invocations.push(name);
      try {
        const value = await current.run(invocation, async () => {
          if (plan?.({ invocation: name, command: "Start", input: {}, effect: 0 })) invocation.dead = true;
          return invocation.dead ? Promise.reject(new Crash()) : run();
        });
        return invocation.dead ? { crashed: true } : { crashed: false, value };
      } catch (error) {
        if (invocation.dead) return { crashed: true };
        throw error;
      }
    },
    async intercept(command, input, proceed, stale) {
      const invocation = current.getStore();
      if (!invocation) return proceed();
      if (invocation.dead) throw new Crash();
      const changes = !reads.has(command);
      if (changes) {
        invocation.effects += 1;
        effects.push(`${invocation.name} ${invocation.effects}`);
      }
      const fault = plan?.({ invocation: invocation.name, command, input, effect: changes ? invocation.effects : 0 });
      if (fault && "error" in fault) throw fault.error();
      if (fault && "crash" in fault && fault.crash === "before") {
        invocation.dead = true;
        throw new Crash();
      }
      if (fault && "meanwhile" in fault) await fault.meanwhile();
      const result = await proceed();
      sent(command, input);
      if (fault && "crash" in fault) {
        invocation.dead = true;
        throw new Crash();
      }
      // Another call of the same invocation may have crashed meanwhile: its responses reach nobody.
      if (invocation.dead) throw new Crash();
      return fault && "stale" in fault && stale ? stale(result) : result;
    },
    plan: (next) => {
      plan = next;
    },
    effects: () => effects,
    invocations: () => invocations,
  };
}

/** A fault that happens once, at the first call that fits. */
export function once(fits: (call: Call) => boolean, fault: Fault): FaultPlan & { readonly happened: () => boolean } {
  let done = false;
  const plan = (call: Call): Fault | undefined => {
    if (done || !fits(call)) return undefined;
    done = true;
    return fault;
  };
  return Object.assign(plan, { happened: () => done });
}
