/** The two kinds of failure: an API call that is refused, and a state that fails. */

/** A refused API call, with the error name that AWS gives it. */
export class ApiError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Why a state failed. `error` and `cause` may be absent: SendTaskFailure need not name them. */
export type Failure = {
  readonly error?: string | undefined;
  readonly cause?: string | undefined;
  /** The field whose expression failed; its failure is told by an EvaluationFailed event. */
  readonly location?: string | undefined;
  /** A missed heartbeat is called States.Timeout, and is caught as States.HeartbeatTimeout too. */
  readonly heartbeat?: boolean | undefined;
  /** The interpreter itself raised it, so that the cause tells the state. */
  readonly raised?: boolean | undefined;
};

/** Carries a failure out of the evaluation of a state. */
export class StateFailed extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.cause ?? failure.error ?? "failed");
    this.failure = failure;
  }
}

/**
 * Whether an `ErrorEquals` names the failure.
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html#error-handling-error-representation
 */
export function isNamedBy(errorEquals: readonly string[], failure: Failure): boolean {
  const { error } = failure;
  if (error === "States.Runtime") return false;
  return errorEquals.some((name) => {
    if (name === error) return true;
    if (error === "States.DataLimitExceeded") return false;
    if (name === "States.ALL") return true;
    if (name === "States.TaskFailed") return error !== "States.Timeout";
    return name === "States.HeartbeatTimeout" && failure.heartbeat === true;
  });
}

/** The failure of a value that is over the 256 KB that AWS lets pass between states. */
export function dataLimitFailure(state: string): Failure {
  return {
    error: "States.DataLimitExceeded",
    cause: `The state/task '${state}' returned a result with a size exceeding the maximum number of bytes service limit.`,
  };
}

/** The most bytes (UTF-8) of an input, an output or a result. */
export const payloadLimit = 262_144;

export function isOverPayloadLimit(text: string): boolean {
  return text.length > payloadLimit || Buffer.byteLength(text) > payloadLimit;
}
