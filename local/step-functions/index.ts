/**
 * Step Functions of the embedded cloud: a durable interpreter of the Amazon States Language with JSONata, and its API.
 * @see https://states-language.net/spec.html
 * @see https://docs.aws.amazon.com/step-functions/latest/apireference/Welcome.html
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ApiResponse, Clock, InvokeFunction, Timed, Wake } from "../part.ts";
import { openDatabase } from "./database.ts";
import { createEngine } from "./engine.ts";
import { ApiError } from "./errors.ts";
import { executionOperations } from "./execution-operations.ts";
import { machineArn } from "./executions.ts";
import { errorResponse, handleRequest } from "./http.ts";
import { createMachine, machineOperations, updateMachine } from "./machine-operations.ts";
import type { Operation, Service } from "./operations.ts";
import { findMachine } from "./store.ts";
import { taskOperations } from "./task-operations.ts";
import { findNextDue, fireDue } from "./timers.ts";

export type StepFunctionsOptions = {
  /** The sqlite file, or ":memory:". */
  readonly database: string;
  readonly clock: Clock;
  /** Runs the functions of tasks. An error it throws fails the task as `Lambda.<name of the error>`. */
  readonly invoke: InvokeFunction;
  readonly wake?: Wake;
};

export type MachineDefinition = {
  readonly name: string;
  readonly definition: string;
  readonly roleArn: string;
  readonly type: "STANDARD";
};

export type StepFunctions = Timed & {
  /** One API call, by the operation's name. Refusals are responses of status 400 with AWS's error name. */
  readonly call: (operation: string, input: unknown) => Promise<ApiResponse>;
  /** The HTTP front (`X-Amz-Target: AWSStepFunctions.<operation>`). */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Creates a machine, or updates it where its definition or role has changed. @throws ApiError InvalidDefinition, InvalidName */
  readonly putStateMachine: (machine: MachineDefinition) => Promise<{ stateMachineArn: string }>;
  /** Ends after the transitions under way. Functions still running are run again at the next start. */
  readonly close: () => Promise<void>;
};

const operations = new Map<string, Operation>(
  Object.entries({ ...machineOperations, ...executionOperations, ...taskOperations }),
);

/** Opens the database and goes on with every execution that was running. */
export function openStepFunctions(options: StepFunctionsOptions): StepFunctions {
  const { clock, invoke, wake = () => {} } = options;
  const database = openDatabase(options.database);
  const engine = createEngine({ database, clock, invoke, wake });
  const service: Service = { database, engine, now: clock.now, wake };
  let closed: Promise<void> | undefined;
  engine.resumeAll();

  const call = async (operation: string, input: unknown): Promise<ApiResponse> => {
    const run = operations.get(operation);
    if (closed !== undefined) return errorResponse(503, "ServiceUnavailable", "Step Functions is shutting down");
    if (run === undefined)
      return errorResponse(400, "UnknownOperationException", `The operation '${operation}' is not supported`);
    try {
      return { status: 200, body: run(service, input) };
    } catch (thrown) {
      if (thrown instanceof ApiError) return errorResponse(400, thrown.type, thrown.message);
      console.error("step-functions: a call failed", operation, thrown);
      return errorResponse(500, "InternalFailure", "The request processing has failed because of an unknown error");
    }
  };

  return {
    name: "step-functions",
    call,
    handle: (request, response) => handleRequest(call, request, response),
    nextDue: () => (closed === undefined ? findNextDue(database) : undefined),
    runDue: () => {
      if (closed !== undefined) return;
      for (const arn of fireDue(database, clock.now())) engine.resume(arn);
      wake();
    },
    busy: () => engine.busy(),
    putStateMachine: async ({ name, definition, roleArn, type }) => {
      const arn = machineArn(name);
      const known = findMachine(database, arn);
      if (known === undefined) createMachine(service, { name, definition, roleArn, type });
      else if (known.definition !== definition || known.role !== roleArn) {
        updateMachine(service, { stateMachineArn: arn, definition, roleArn });
      }
      return { stateMachineArn: arn };
    },
    close: () => {
      closed ??= engine.stop().then(() => database.close());
      return closed;
    },
  };
}
