/** What an operation of the API is, and what it works on. */
import type { Database } from "./database.ts";
import type { Engine } from "./engine.ts";

export type Service = {
  readonly database: Database;
  readonly engine: Engine;
  /** Epoch milliseconds of the cloud's clock. */
  readonly now: () => number;
  readonly wake: () => void;
};

/** One operation: takes the call's input, returns the body of the response. @throws ApiError */
export type Operation = (service: Service, input: unknown) => Record<string, unknown>;
