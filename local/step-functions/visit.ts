/** One visit of a state: what it comes to, before anything is written. */
import {
  type Course,
  evaluateSeconds,
  evaluateText,
  leaveState,
  type Plan,
  scopeOf,
  type Visit,
  withinLimit,
  wrongType,
} from "./course.ts";
import { type TaskState, taskResource } from "./definition.ts";
import { StateFailed } from "./errors.ts";
import { evaluateTemplate, queryFailure, type Scope, type Template } from "./expressions.ts";
import * as history from "./history.ts";
import { isJsonObject, type Json, type JsonObject, parseJson } from "./json.ts";
import { isTimestamp, unknownArguments } from "./parse-state.ts";
import { takeFailure } from "./take-failure.ts";

/** Works out the next transition of an execution that is ready to run. It reads the row and writes nothing. */
export async function planVisit(visit: Visit): Promise<Plan> {
  const { row, machine } = visit;
  const state = machine.states.get(row.state);
  if (state === undefined) throw new Error(`execution ${row.arn} stands in an unknown state '${row.state}'`);
  const entering = row.phase === "enter";
  const course: Course = {
    ...visit,
    state,
    input: parseJson(row.state_input),
    enteredEvent: entering ? row.events + 1 : row.entered_event,
    events: entering ? [history.stateEntered(state, row.state_input)] : [],
  };
  try {
    return await runState(course);
  } catch (thrown) {
    if (thrown instanceof StateFailed) return await takeFailure(course, thrown.failure);
    throw thrown;
  }
}

async function runState(course: Course): Promise<Plan> {
  const { state, row, input } = course;
  switch (state.type) {
    case "Pass":
      return leaveState(course, state, scopeOf(course), input, state.next);
    case "Succeed":
      return leaveState(course, { output: state.output, assign: [] }, scopeOf(course), input, undefined);
    case "Fail":
      return planFail(course, state.error, state.cause);
    case "Choice":
      return choose(course);
    case "Wait":
      if (row.phase === "wake") return leaveState(course, state, scopeOf(course), input, state.next);
      return { events: course.events, to: { kind: "wait", due: await evaluateMoment(course, state.until, state.moment) } };
    case "Task":
      return row.phase === "outcome" ? takeOutcome(course, state) : startTask(course, state);
  }
}

async function planFail(course: Course, error: Template | undefined, cause: Template | undefined): Promise<Plan> {
  const scope = scopeOf(course);
  const failure = {
    error: error === undefined ? undefined : await evaluateText(error, "Error", scope),
    cause: cause === undefined ? undefined : await evaluateText(cause, "Cause", scope),
  };
  return { events: [...course.events, history.executionFailed(failure)], to: { kind: "fail", failure } };
}

async function choose(course: Course): Promise<Plan> {
  const { state, input } = course;
  if (state.type !== "Choice") throw new Error("not a Choice state");
  const scope = scopeOf(course);
  for (const [index, rule] of state.rules.entries()) {
    const field = `Choices[${index}]/Condition`;
    const holds = await evaluateTemplate(rule.condition, field, scope);
    if (typeof holds !== "boolean") throw wrongType(rule.condition, field, "boolean", holds);
    if (holds) return leaveState(course, rule, scope, input, rule.next, `Choices[${index}]/`);
  }
  if (state.defaultNext === undefined) {
    const cause = "Failed to transition out of the state. The state does not point to a next state.";
    throw new StateFailed({ error: "States.Runtime", cause, raised: true });
  }
  return leaveState(course, state, scope, input, state.defaultNext);
}

async function evaluateMoment(course: Course, until: "Seconds" | "Timestamp", template: Template): Promise<number> {
  const scope = scopeOf(course);
  if (until === "Seconds") return course.now + (await evaluateSeconds(template, "Seconds", scope, 0)) * 1_000;
  const text = await evaluateText(template, "Timestamp", scope);
  if (!isTimestamp(text)) {
    throw queryFailure(
      `The value specified for the field 'Timestamp' must be a timestamp of RFC 3339, but was '${text}'`,
      "Timestamp",
    );
  }
  return Math.max(course.now, Date.parse(text));
}

async function startTask(course: Course, state: TaskState): Promise<Plan> {
  const scope = scopeOf(course);
  const values = await evaluateTemplate(state.arguments, "Arguments", scope);
  const checked = checkArguments(state, values);
  const parameters = withinLimit(course, checked);
  const limits = {
    timeoutSeconds: await optionalSeconds(state.timeoutSeconds, "TimeoutSeconds", scope),
    heartbeatSeconds: await optionalSeconds(state.heartbeatSeconds, "HeartbeatSeconds", scope),
  };
  const events = [...course.events, history.taskScheduled(state.kind, parameters, limits), history.taskStarted(state.kind)];
  return { events, to: { kind: "task", task: { kind: state.kind, arguments: checked, ...limits } } };
}

/** The arguments of a task, known to be of use. What is wrong with them is a States.Runtime, as on AWS. */
function checkArguments(state: TaskState, values: Json): JsonObject {
  const refuse = (message: string) => new StateFailed({ error: "States.Runtime", cause: message, raised: true });
  if (!isJsonObject(values)) throw refuse("The Arguments must be an object.");
  const [unknown] = unknownArguments(state.kind, values);
  if (unknown !== undefined) throw refuse(`The field '${unknown}' is not supported by ${taskResource(state.kind).resource}.`);
  const required = state.kind === "startExecution" ? "StateMachineArn" : "FunctionName";
  if (typeof values[required] !== "string") throw refuse(`The field '${required}' must be a string.`);
  return values;
}

async function takeOutcome(course: Course, state: TaskState): Promise<Plan> {
  const { task } = course;
  if (task === undefined) throw new Error(`execution ${course.row.arn} has no task whose outcome it could take`);
  if (task.failure !== undefined) throw new StateFailed(task.failure);
  const result = parseJson(task.output ?? "null");
  return leaveState(course, state, scopeOf(course, { result }), result, state.next);
}

async function optionalSeconds(template: Template | undefined, field: string, scope: Scope): Promise<number | undefined> {
  return template === undefined ? undefined : evaluateSeconds(template, field, scope, 1);
}
