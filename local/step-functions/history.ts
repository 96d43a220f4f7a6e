/**
 * The events of a history, with AWS's own types and details.
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/API_HistoryEvent.html
 */
import { region } from "../part.ts";
import { type State, type TaskKind, taskResource } from "./definition.ts";
import type { Failure } from "./errors.ts";
import type { Json, JsonObject } from "./json.ts";
import type { EventDraft } from "./store.ts";

const whole = { truncated: false };

/** Error and cause, each only where there is one. */
function toldFailure({ error, cause }: Failure): JsonObject {
  return { ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) };
}

export function executionStarted(input: string, roleArn: string): EventDraft {
  return { type: "ExecutionStarted", details: { executionStartedEventDetails: { input, inputDetails: whole, roleArn } } };
}

export function stateEntered(state: State, input: string): EventDraft {
  const details = { name: state.name, input, inputDetails: whole };
  return { type: `${state.type}StateEntered`, details: { stateEnteredEventDetails: details } };
}

/** @param assigned the variables that the state has set; AWS tells each as JSON text */
export function stateExited(state: State, output: string, assigned: Readonly<Record<string, Json>>): EventDraft {
  const names = Object.keys(assigned);
  const told = Object.fromEntries(names.map((name) => [name, JSON.stringify(assigned[name])]));
  const variables: JsonObject = names.length === 0 ? {} : { assignedVariables: told, assignedVariablesDetails: whole };
  const details = { name: state.name, output, outputDetails: whole, ...variables };
  return { type: `${state.type}StateExited`, details: { stateExitedEventDetails: details } };
}

export function evaluationFailed(state: State, failure: Failure, location: string): EventDraft {
  return {
    type: "EvaluationFailed",
    details: { evaluationFailedEventDetails: { ...toldFailure(failure), location, state: state.name } },
  };
}

export function taskScheduled(
  kind: TaskKind,
  parameters: string,
  limits: { timeoutSeconds: number | undefined; heartbeatSeconds: number | undefined },
): EventDraft {
  const details = {
    ...taskResource(kind),
    region,
    parameters,
    ...(limits.timeoutSeconds === undefined ? {} : { timeoutInSeconds: limits.timeoutSeconds }),
    ...(limits.heartbeatSeconds === undefined ? {} : { heartbeatInSeconds: limits.heartbeatSeconds }),
  };
  return { type: "TaskScheduled", details: { taskScheduledEventDetails: details } };
}

export function taskStarted(kind: TaskKind): EventDraft {
  return { type: "TaskStarted", details: { taskStartedEventDetails: taskResource(kind) } };
}

export function taskSubmitted(kind: TaskKind, output: string): EventDraft {
  return {
    type: "TaskSubmitted",
    details: { taskSubmittedEventDetails: { ...taskResource(kind), output, outputDetails: whole } },
  };
}

export function taskSucceeded(kind: TaskKind, output: string): EventDraft {
  return {
    type: "TaskSucceeded",
    details: { taskSucceededEventDetails: { ...taskResource(kind), output, outputDetails: whole } },
  };
}

export function taskFailed(kind: TaskKind, failure: Failure): EventDraft {
  return { type: "TaskFailed", details: { taskFailedEventDetails: { ...taskResource(kind), ...toldFailure(failure) } } };
}

/** A task that could not hand over its work, and so never waited for its token. */
export function taskSubmitFailed(kind: TaskKind, failure: Failure): EventDraft {
  return {
    type: "TaskSubmitFailed",
    details: { taskSubmitFailedEventDetails: { ...taskResource(kind), ...toldFailure(failure) } },
  };
}

export function taskTimedOut(kind: TaskKind): EventDraft {
  return { type: "TaskTimedOut", details: { taskTimedOutEventDetails: { ...taskResource(kind), error: "States.Timeout" } } };
}

export function executionSucceeded(output: string): EventDraft {
  return { type: "ExecutionSucceeded", details: { executionSucceededEventDetails: { output, outputDetails: whole } } };
}

export function executionFailed(failure: Failure): EventDraft {
  return { type: "ExecutionFailed", details: { executionFailedEventDetails: toldFailure(failure) } };
}

export function executionAborted(failure: Failure): EventDraft {
  return { type: "ExecutionAborted", details: { executionAbortedEventDetails: toldFailure(failure) } };
}

export function executionTimedOut(): EventDraft {
  return { type: "ExecutionTimedOut", details: { executionTimedOutEventDetails: { error: "States.Timeout" } } };
}
