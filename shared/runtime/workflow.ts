/** Tasks of the state machines: parse what came, run the command, return the status of the process. Ids only, in and out. */
import * as z from "zod";
import type { Deps } from "../commands/deps.ts";
import { processKinds } from "../domain/processes.ts";
import { functionDeps, type WithNeeds } from "./deps.ts";

/** Each machine names its process by the input of its kind. */
const processOf = z.union(
  Object.values(processKinds).map(({ input }) => z.object({ [input]: z.string() }).transform((named) => named[input] ?? "")),
);

const waitOf = z.object({ waitNo: z.int() });
const tokenOf = z.object({ token: z.string(), at: z.string() });

export const processTask =
  <T>(row: WithNeeds, run: (deps: Deps, processId: string) => Promise<T>, deps: () => Deps = functionDeps(row)) =>
  async (input: unknown): Promise<T> =>
    run(deps(), processOf.parse(input));

export const waitTask =
  <T>(row: WithNeeds, run: (deps: Deps, processId: string, waitNo: number) => Promise<T>, deps: () => Deps = functionDeps(row)) =>
  async (input: unknown): Promise<T> =>
    run(deps(), processOf.parse(input), waitOf.parse(input).waitNo);

export const tokenTask =
  (
    row: WithNeeds,
    run: (deps: Deps, held: { processId: string; waitNo: number; token: string; at: string }) => Promise<void>,
    deps: () => Deps = functionDeps(row),
  ) =>
  async (input: unknown): Promise<null> => {
    await run(deps(), { processId: processOf.parse(input), ...waitOf.parse(input), ...tokenOf.parse(input) });
    return null;
  };
