/** A definition as data for the tests: its states, and every edge along which an execution can go. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const catcher = z.object({ ErrorEquals: z.array(z.string()), Next: z.string() });
const task = z.looseObject({
  Type: z.literal("Task"),
  Resource: z.string(),
  TimeoutSeconds: z.union([z.number(), z.string()]).optional(),
  Retry: z.array(z.looseObject({ MaxAttempts: z.number() })).default([]),
  Catch: z.array(catcher).default([]),
  Next: z.string(),
});
const choice = z.looseObject({
  Type: z.literal("Choice"),
  Choices: z.array(z.object({ Condition: z.string(), Next: z.string() })),
  Default: z.string(),
});
const ending = z.looseObject({ Type: z.enum(["Succeed", "Fail"]) });
const machine = z.object({
  StartAt: z.string(),
  States: z.record(z.string(), z.discriminatedUnion("Type", [task, choice, ending])),
});

export type Machine = z.infer<typeof machine>;
export type State = Machine["States"][string];

/** One way out of a state: `Wait for a vacancy --Catch 0--> Expire the wait`. */
export type Edge = string;
export const edge = (from: string, by: string, to: string): Edge => `${from} --${by}--> ${to}`;

export function readMachine(file: "placement" | "follow-up"): { readonly text: string; readonly machine: Machine } {
  const text = readFileSync(join(import.meta.dirname, "..", "..", "..", "infra", "workflows", `${file}.asl.json`), "utf8");
  return { text, machine: machine.parse(JSON.parse(text)) };
}

/** The status that a condition of the form `$next = 'STATUS'` asks for. */
export function statusOf(condition: string): string {
  const found = /^\{% \$next = '([A-Z_]+)' %\}$/.exec(condition);
  if (!found?.[1]) throw new Error(`not a condition on where it stands: ${condition}`);
  return found[1];
}

/** Every edge of a machine; the retries of a task lead back to it. */
export function edgesOf({ States }: Machine): readonly Edge[] {
  return Object.entries(States).flatMap(([name, state]) => {
    if (state.Type === "Task")
      return [
        edge(name, "Next", state.Next),
        ...state.Catch.map((catcher, at) => edge(name, `Catch ${at}`, catcher.Next)),
        ...state.Retry.map(() => edge(name, "Retry", name)),
      ];
    if (state.Type === "Choice")
      return [
        ...state.Choices.map((choice) => edge(name, statusOf(choice.Condition), choice.Next)),
        edge(name, "Default", state.Default),
      ];
    return [];
  });
}

/** The states that wait for somebody, with the choice that follows each. */
export function waitsOf({ States }: Machine): readonly { name: string; after: string }[] {
  return Object.entries(States).flatMap(([name, state]) =>
    state.Type === "Task" && state.Resource.endsWith(".waitForTaskToken") ? [{ name, after: state.Next }] : [],
  );
}
