/** A Step Functions of its own for each test: real HTTP, the real SDK client, a clock that the test moves. */
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateStateMachineCommand,
  DescribeExecutionCommand,
  type DescribeExecutionOutput,
  GetExecutionHistoryCommand,
  type HistoryEvent,
  SFNClient,
  StartExecutionCommand,
} from "@aws-sdk/client-sfn";
import type { InvocationResult } from "../../../local/part.ts";
import { openStepFunctions, type StepFunctions } from "../../../local/step-functions/index.ts";

export const roleArn = "arn:aws:iam::000000000000:role/machine";
export const epoch = Date.parse("2026-01-05T02:00:00.000Z");

/** What the functions of a test do: by name, from the parsed payload. A string answer is a raw payload. */
export type Functions = Record<string, (payload: Payload) => unknown>;
export type Payload = { readonly token?: string; readonly [key: string]: unknown };

/** A result that says the function has failed. */
export class FunctionError extends Error {
  readonly payload: string;
  constructor(payload: unknown) {
    super("function error");
    this.payload = JSON.stringify(payload);
  }
}

export type World = {
  readonly client: SFNClient;
  readonly stepFunctions: () => StepFunctions;
  readonly database: string;
  readonly now: () => number;
  /** Moves the clock on, lets what is due run, and waits until nothing is left to do. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** Waits until no transition is ready and no function runs. */
  readonly settle: () => Promise<void>;
  /** Closes the interpreter in the middle of whatever it does, and opens the same file again after some time. */
  readonly restart: (downtime?: number) => Promise<void>;
  readonly create: (name: string, definition: object) => Promise<string>;
  readonly start: (machine: string, input?: unknown, name?: string) => Promise<string>;
  readonly describe: (execution: string) => Promise<DescribeExecutionOutput>;
  readonly history: (execution: string) => Promise<HistoryEvent[]>;
  readonly close: () => Promise<void>;
};

export async function openWorld(functions: Functions = {}): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), "step-functions-"));
  const database = join(folder, "step-functions.sqlite");
  let now = epoch;
  const invoke = async (name: string, payload: string): Promise<InvocationResult> => {
    const run = functions[name];
    if (run === undefined) {
      throw Object.assign(new Error(`Function not found: ${name}`), { name: "ResourceNotFoundException" });
    }
    try {
      const result = await run(JSON.parse(payload));
      return { payload: JSON.stringify(result ?? null) };
    } catch (thrown) {
      if (!(thrown instanceof FunctionError)) throw thrown;
      return { payload: thrown.payload, functionError: "Unhandled" };
    }
  };
  const open = () => openStepFunctions({ database, clock: { now: () => now, offset: () => 0 }, invoke });
  let stepFunctions = open();
  const server = createServer((request, response) => void stepFunctions.handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const client = new SFNClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: "ap-southeast-3",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
  });
  const settle = async () => {
    for (let tries = 0; (await stepFunctions.busy()) > 0; tries += 1) {
      if (tries > 2_000) throw new Error("the interpreter does not come to rest");
      await sleep(tries < 50 ? 1 : 5);
    }
  };
  return {
    client,
    database,
    stepFunctions: () => stepFunctions,
    now: () => now,
    settle,
    advance: async (milliseconds) => {
      now += milliseconds;
      await stepFunctions.runDue();
      await settle();
    },
    restart: async (downtime = 0) => {
      await stepFunctions.close();
      now += downtime;
      stepFunctions = open();
    },
    create: async (name, definition) => {
      const text = JSON.stringify({ QueryLanguage: "JSONata", ...definition });
      const { stateMachineArn } = await client.send(new CreateStateMachineCommand({ name, definition: text, roleArn }));
      return stateMachineArn ?? "";
    },
    start: async (stateMachineArn, input = {}, name) => {
      const { executionArn } = await client.send(
        new StartExecutionCommand({ stateMachineArn, input: JSON.stringify(input), name }),
      );
      return executionArn ?? "";
    },
    describe: async (executionArn) => client.send(new DescribeExecutionCommand({ executionArn })),
    history: async (executionArn) => {
      const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn, maxResults: 1_000 }));
      return events ?? [];
    },
    close: async () => {
      client.destroy();
      await stepFunctions.close();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A machine of one Task state and nothing else. */
export function oneTask(task: object, more: Record<string, object> = {}): object {
  return {
    StartAt: "Work",
    States: { Work: { Type: "Task", ...(Object.keys(more).length > 0 ? {} : { End: true }), ...task }, ...more },
  };
}

/** A Task state that hands its token to a function. */
export const tokenTask = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke.waitForTaskToken",
  Arguments: { FunctionName: "hold", Payload: { token: "{% $states.context.Task.Token %}" } },
};

/** A Task state that runs a function. */
export const invokeTask = {
  Type: "Task",
  Resource: "arn:aws:states:::lambda:invoke",
  Arguments: { FunctionName: "work", Payload: "{% $states.input %}" },
};
