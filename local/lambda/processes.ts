import { randomBytes } from "node:crypto";
import type { FunctionModel } from "../template/model.ts";
import { type Child, startChild } from "./child.ts";
import { startRuntimeApi } from "./runtime-api.ts";

export type ProcessesOptions = {
  readonly offset: () => number;
  readonly environmentOf: (model: FunctionModel) => Readonly<Record<string, string>>;
  readonly codeCache: string;
  readonly log: (functionName: string, chunk: Buffer) => void;
};

/** The processes of functions, each known to the Runtime API by a secret of its own. */
export type Processes = {
  readonly start: (model: FunctionModel) => Child;
  /** Ends a process; it is no longer listed. */
  readonly end: (child: Child) => void;
  readonly list: () => Child[];
  /** Ends all of them and waits until they are gone. */
  readonly close: () => Promise<void>;
};

/** Starts the Runtime API that the processes talk to. `onGone` is told of each process that has ended. */
export async function openProcesses(options: ProcessesOptions, onGone: () => void): Promise<Processes> {
  const children = new Map<string, Child>();
  const runtimeApi = await startRuntimeApi((secret) => children.get(secret));
  return {
    start: (model) => {
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
        onGone();
      });
      return child;
    },
    end: (child) => {
      child.end();
      for (const [secret, candidate] of children) if (candidate === child) children.delete(secret);
    },
    list: () => [...children.values()].filter((child) => child.pid !== undefined),
    close: async () => {
      const all = [...children.values()];
      for (const child of all) child.end();
      await Promise.all(all.map((child) => child.gone));
      await runtimeApi.close();
    },
  };
}
