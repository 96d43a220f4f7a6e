/** What every state shares while it is visited: what its expressions see, and how it is left. */
import type { Assignments, Machine, Shaping, State, TaskKind } from "./definition.ts";
import { dataLimitFailure, type Failure, isOverPayloadLimit, StateFailed } from "./errors.ts";
import { evaluateTemplate, queryFailure, type Scope, type Template } from "./expressions.ts";
import * as history from "./history.ts";
import { isJsonObject, type Json, type JsonObject, parseJson, typeName } from "./json.ts";
import type { EventDraft, ExecutionRow, TaskRow } from "./store.ts";

/** What one transition does to an execution. */
export type Plan = {
  readonly events: readonly EventDraft[];
  /** All variables as they are from now on; absent: as before. */
  readonly variables?: JsonObject;
  readonly to:
    | { readonly kind: "enter"; readonly state: string; readonly input: string }
    | { readonly kind: "wait"; readonly due: number }
    | { readonly kind: "retry"; readonly due: number; readonly retriers: readonly number[] }
    | { readonly kind: "task"; readonly task: TaskDraft }
    | { readonly kind: "succeed"; readonly output: string }
    | { readonly kind: "fail"; readonly failure: Failure };
};

export type TaskDraft = {
  readonly kind: TaskKind;
  readonly arguments: JsonObject;
  readonly timeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
};

export type Visit = {
  readonly row: ExecutionRow;
  readonly machine: Machine;
  readonly roleArn: string;
  /** Epoch milliseconds of the cloud's clock. */
  readonly now: number;
  /** The token of the attempt that this transition may start. */
  readonly token: string;
  /** The attempt whose outcome is to be taken, in phase `outcome`. */
  readonly task: TaskRow | undefined;
};

/** A visit on its way: what it reads, and the events that it has collected so far, in their order. */
export type Course = Visit & {
  readonly state: State;
  readonly input: Json;
  readonly enteredEvent: number;
  readonly events: EventDraft[];
};

/** What the expressions of a state see. */
export function scopeOf(course: Course, more: JsonObject = {}): Scope {
  const { row, state, now } = course;
  const states = { input: course.input, context: contextOf(course, state), ...more };
  const variables = parseJson(row.variables);
  return { states, variables: isJsonObject(variables) ? variables : {}, now };
}

/** The context object. @see https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
function contextOf(course: Course, state: State): JsonObject {
  const { row } = course;
  const entered = row.phase === "enter" ? course.now : row.entered;
  const isTask = state.type === "Task";
  const context: JsonObject = {
    Execution: {
      Id: row.arn,
      Input: parseJson(row.input),
      Name: row.name,
      RoleArn: course.roleArn,
      StartTime: new Date(row.started).toISOString(),
      RedriveCount: 0,
    },
    State: {
      EnteredTime: new Date(entered).toISOString(),
      Name: state.name,
      ...(isTask ? { RetryCount: row.phase === "enter" ? 0 : row.retry_count } : {}),
    },
    StateMachine: { Id: row.machine, Name: row.machine.slice(row.machine.lastIndexOf(":") + 1) },
  };
  if (isTask && state.kind === "invoke.waitForTaskToken") {
    context.Task = { Token: row.phase === "outcome" && row.token !== null ? row.token : course.token };
  }
  return context;
}

/**
 * Leaves a state: its output, its assignments, the next state or the end.
 * @param field what stands before Output and Assign in the names of their fields (`Catch[0]/`)
 */
export async function leaveState(
  course: Course,
  shaping: Shaping,
  scope: Scope,
  natural: Json,
  next: string | undefined,
  field = "",
): Promise<Plan> {
  // Both see the variables as they were when the state was entered.
  const output = shaping.output === undefined ? natural : await evaluateTemplate(shaping.output, `${field}Output`, scope);
  const assigned = await evaluateAssignments(shaping.assign, `${field}Assign`, scope);
  const text = withinLimit(course, output);
  withinLimit(course, assigned);
  const events = [...course.events, history.stateExited(course.state, text, assigned)];
  const variables = { ...scope.variables, ...assigned };
  if (next !== undefined) return { events, variables, to: { kind: "enter", state: next, input: text } };
  return { events: [...events, history.executionSucceeded(text)], variables, to: { kind: "succeed", output: text } };
}

async function evaluateAssignments(assign: Assignments, field: string, scope: Scope): Promise<JsonObject> {
  const assigned: JsonObject = {};
  for (const [name, template] of assign) assigned[name] = await evaluateTemplate(template, `${field}/${name}`, scope);
  return assigned;
}

/** The value as JSON text. @throws StateFailed States.DataLimitExceeded */
export function withinLimit(course: Course, value: Json): string {
  const text = JSON.stringify(value);
  if (isOverPayloadLimit(text)) throw new StateFailed(dataLimitFailure(course.state.name));
  return text;
}

/** A value that a field cannot take. */
export function wrongType(template: Template, field: string, expected: string, value: Json): StateFailed {
  const what = template.kind === "expression" ? `JSONata expression '${template.source}'` : "value";
  const told = `Expected '${expected}', but was '${typeName(value)}' for value: ${JSON.stringify(value)}`;
  return queryFailure(`The ${what} specified for the field '${field}' returned an unexpected result type. ${told}`, field);
}

/** A field whose value must be a text. */
export async function evaluateText(template: Template, field: string, scope: Scope): Promise<string> {
  const value = await evaluateTemplate(template, field, scope);
  if (typeof value !== "string") throw wrongType(template, field, "string", value);
  return value;
}

/** Whole seconds. @throws StateFailed where the value is no number, or none that the field may have */
export async function evaluateSeconds(template: Template, field: string, scope: Scope, least: number): Promise<number> {
  const value = await evaluateTemplate(template, field, scope);
  if (typeof value !== "number") throw wrongType(template, field, "number", value);
  if (!Number.isInteger(value) || value < least || value > 99_999_999) {
    const told = `must be an integer from ${least} to 99999999, but was ${value}`;
    throw queryFailure(`The value specified for the field '${field}' ${told}`, field);
  }
  return value;
}
