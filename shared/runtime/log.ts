/** The logger: stable event names and an allow-list of fields. Nothing else can be logged, so nothing personal is. */
import { Logger } from "@aws-lambda-powertools/logger";
import { NotGiven } from "../store/given.ts";

/** The only fields that a log line may carry: ids, codes, numbers. */
export type LogFields = {
  readonly processId?: string;
  readonly row?: string;
  readonly link?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly errorName?: string;
  readonly route?: string;
  readonly status?: number;
  readonly count?: number;
  readonly requestId?: string;
  /** Where in our own code an unexpected error arose: file and line, never its message, which may quote data. */
  readonly at?: string;
};

const logger = new Logger({ serviceName: "titian" });

export const log = {
  info: (event: string, fields: LogFields = {}): void => logger.info(event, { ...fields }),
  warn: (event: string, fields: LogFields = {}): void => logger.warn(event, { ...fields }),
  error: (event: string, fields: LogFields = {}): void => logger.error(event, { ...fields }),
};

/** What may be said of an unexpected error: its name, the place it came from, and which need of its function is not named. */
export function describeError(error: unknown): Pick<LogFields, "errorName" | "code" | "at"> {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const at = error.stack
    ?.split("\n")
    .find((line) => line.trimStart().startsWith("at "))
    ?.trim();
  const code = error instanceof NotGiven ? error.need : undefined;
  return { errorName: error.name, ...(code ? { code } : {}), ...(at ? { at } : {}) };
}
