/** A state machine as the interpreter runs it: checked, with every expression compiled. */
import type { Template } from "./expressions.ts";

export type Machine = {
  readonly startAt: string;
  readonly timeoutSeconds: number | undefined;
  readonly states: ReadonlyMap<string, State>;
};

export type Assignments = readonly (readonly [string, Template])[];

/** What a state, a choice rule or a catcher makes of its data. */
export type Shaping = { readonly output: Template | undefined; readonly assign: Assignments };

/** Where a state leads: `undefined` ends the execution. */
type Leading = { readonly next: string | undefined };

export type PassState = Shaping & Leading & { readonly type: "Pass"; readonly name: string };
export type WaitState = Shaping &
  Leading & { readonly type: "Wait"; readonly name: string; readonly until: "Seconds" | "Timestamp"; readonly moment: Template };
export type SucceedState = { readonly type: "Succeed"; readonly name: string; readonly output: Template | undefined };
export type FailState = {
  readonly type: "Fail";
  readonly name: string;
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
};
export type ChoiceRule = Shaping & { readonly condition: Template; readonly next: string };
export type ChoiceState = Shaping & {
  readonly type: "Choice";
  readonly name: string;
  readonly rules: readonly ChoiceRule[];
  readonly defaultNext: string | undefined;
};
export type Retrier = {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly jitter: boolean;
};
export type Catcher = Shaping & { readonly errorEquals: readonly string[]; readonly next: string };

/** What a task does: run a function, run a function and wait for its token, start an execution. */
export type TaskKind = "invoke" | "invoke.waitForTaskToken" | "startExecution";
export type TaskState = Shaping &
  Leading & {
    readonly type: "Task";
    readonly name: string;
    readonly kind: TaskKind;
    readonly arguments: Template;
    readonly timeoutSeconds: Template | undefined;
    readonly heartbeatSeconds: Template | undefined;
    readonly retriers: readonly Retrier[];
    readonly catchers: readonly Catcher[];
  };

export type State = PassState | WaitState | SucceedState | FailState | ChoiceState | TaskState;

/** How `resourceType` and `resource` stand in history events. */
export function taskResource(kind: TaskKind): { resource: string; resourceType: string } {
  return { resource: kind, resourceType: kind === "startExecution" ? "states" : "lambda" };
}

/** One finding about a definition, as ValidateStateMachineDefinition tells it. */
export type Diagnostic = {
  readonly severity: "ERROR";
  readonly code: string;
  readonly message: string;
  readonly location?: string;
};

/** The findings in the one line that CreateStateMachine answers with. */
export function describeDiagnostics(diagnostics: readonly Diagnostic[]): string {
  const told = diagnostics.map(
    ({ code, message, location }) => `${code}: ${message}${location === undefined ? "" : ` at ${location}`}`,
  );
  return `Invalid State Machine Definition: '${told.join(", ")}'`;
}
