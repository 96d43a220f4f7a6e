/** What the parts of the embedded cloud agree on: one clock, one way to be driven by it, one way to run a function. */

/** The clock of the embedded cloud: real time plus an offset that is kept over restarts. */
export type Clock = {
  /** Now, in epoch milliseconds of the cloud's time. */
  readonly now: () => number;
  /** How far the cloud's time is ahead of real time, in milliseconds. */
  readonly offset: () => number;
};

/**
 * A part whose work is driven by the clock. One driver asks every part for its next due moment, sleeps until the
 * earliest (or jumps there when the clock is advanced) and lets what is due run.
 */
export type Timed = {
  /** A short name for logs and for "what is everybody waiting for". */
  readonly name: string;
  /** The earliest moment (epoch ms, cloud time) at which this part has something to do; undefined: never. */
  readonly nextDue: () => number | undefined | Promise<number | undefined>;
  /** Starts everything that is due at or before now. Need not wait until it has ended: `busy` tells. */
  readonly runDue: () => void | Promise<void>;
  /** How many pieces of work are under way or ready to run at once; 0 means that only time or a caller can bring more. */
  readonly busy: () => number | Promise<number>;
};

/** The result of a function: its payload as JSON text, and the kind of error where it failed. */
export type InvocationResult = {
  readonly payload: string;
  /** `Unhandled` as AWS says it; the payload then holds errorType and errorMessage. */
  readonly functionError?: string;
};

/** Runs a function by name or ARN and waits for its result (invocation type RequestResponse). */
export type InvokeFunction = (functionName: string, payload: string) => Promise<InvocationResult>;

/** Tells the driver that a part's next due moment or its work has changed. */
export type Wake = () => void;

/** The response to a call of an AWS API. `body` is what goes over the wire. */
export type ApiResponse = { readonly status: number; readonly body: unknown; readonly errorType?: string };

/** The region and the account that stand in every ARN of the embedded cloud. */
export const region = "ap-southeast-3";
export const account = "000000000000";
