import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import type { InvocationResult } from "../part.ts";
import type { FunctionModel } from "../template/model.ts";

/** The largest request and the largest response, in bytes. https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
export const largestRequest = 6_291_456;
export const largestPayload = 6_291_556;
/** How long a function may take to load, in milliseconds. https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html */
const initMilliseconds = 10_000;
const bootstrap = join(import.meta.dirname, "bootstrap.mjs");

/** A process that runs one function, one invocation at a time. */
export type Child = {
  readonly functionName: string;
  readonly pid: number | undefined;
  /** Ready for an invocation. */
  readonly isIdle: () => boolean;
  /** Has not asked for an invocation yet: it loads its bundle. */
  readonly isStarting: () => boolean;
  readonly lastUsed: () => number;
  readonly run: (payload: string) => Promise<InvocationResult>;
  readonly end: () => void;
  /** Resolves when the process is gone. */
  readonly gone: Promise<void>;
  /** What the process says over the Runtime API. */
  readonly said: {
    readonly next: (response: ServerResponse) => void;
    readonly respond: (requestId: string, payload: string, failed: boolean) => boolean;
    readonly initError: (payload: string) => void;
  };
};

export type ChildOptions = {
  readonly model: FunctionModel;
  readonly environment: Readonly<Record<string, string>>;
  /** host:port/secret of the Runtime API. */
  readonly runtimeApi: string;
  readonly codeCache: string;
  readonly offset: () => number;
  readonly log: (chunk: Buffer) => void;
};

type Running = { readonly id: string; readonly payload: string; readonly settle: (result: InvocationResult) => void };

/** What AWS answers for a function that failed outside of its own code. */
export const unhandled = (errorType: string, errorMessage: string): InvocationResult => ({
  functionError: "Unhandled",
  payload: JSON.stringify({ errorType, errorMessage }),
});

/** Starts a process for a function; it loads the bundle at once. */
export function startChild({ model, environment, runtimeApi, codeCache, offset, log }: ChildOptions): Child {
  const process_: ChildProcess = spawn(
    process.execPath,
    // A small nursery: left to itself it grows to 16 MB a half, which a function that answers one request at a time never needs.
    // One arena for the same reason: each thread of Node would keep what it once needed. What V8 learns of types it learns from the
    // first call on: a process serves few, and with this flag a placement takes a fifth less processor time.
    [
      `--max-old-space-size=${model.memoryMegabytes}`,
      "--max-semi-space-size=2",
      "--no-lazy-feedback-allocation",
      bootstrap,
      runtimeApi,
      String(offset()),
      codeCache,
    ],
    {
      env: { ...environment, AWS_LAMBDA_RUNTIME_API: runtimeApi, MALLOC_ARENA_MAX: "1" },
      cwd: model.codeFolder,
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  process_.stdout?.on("data", log);
  process_.stderr?.on("data", log);
  let running: Running | undefined;
  let waiting: ServerResponse | undefined;
  let initFailure: string | undefined;
  /** What was answered is handed on when the process asks for more or is gone: until then it may still be ending itself. */
  let answered: InvocationResult | undefined;
  let fresh = true;
  let hasAsked = false;
  let ended = false;
  let lastUsed = Date.now();
  let timer: NodeJS.Timeout | undefined;

  const settle = (result: InvocationResult): void => {
    clearTimeout(timer);
    const settled = running;
    running = undefined;
    answered = undefined;
    lastUsed = Date.now();
    settled?.settle(result);
  };
  const end = (): void => {
    ended = true;
    process_.kill("SIGKILL");
  };
  const timeOut = (seconds: number): void => {
    const { id = "" } = running ?? {};
    end();
    settle(
      answered ?? unhandled("Sandbox.Timedout", `RequestId: ${id} Error: Task timed out after ${seconds.toFixed(2)} seconds`),
    );
  };
  const deliver = (response: ServerResponse, { id, payload }: Running): void => {
    clearTimeout(timer);
    timer = setTimeout(timeOut, model.timeoutSeconds * 1000, model.timeoutSeconds);
    response.writeHead(200, {
      "content-type": "application/json",
      "lambda-runtime-aws-request-id": id,
      "lambda-runtime-deadline-ms": String(Date.now() + model.timeoutSeconds * 1000),
      "lambda-runtime-invoked-function-arn": model.arn,
      "titian-clock-offset": String(offset()),
    });
    response.end(payload);
  };
  const gone = new Promise<void>((resolve) => {
    const onGone = (how: string): void => {
      ended = true;
      waiting = undefined;
      if (answered !== undefined) settle(answered);
      else if (initFailure !== undefined) settle({ functionError: "Unhandled", payload: initFailure });
      else settle(unhandled("Runtime.ExitError", `RequestId: ${running?.id ?? ""} Error: Runtime exited ${how}`));
    };
    process_.once("exit", (code, signal) => {
      if (code === 0) onGone("without providing a reason");
      else onGone(`with error: ${signal === null ? `exit status ${code}` : `signal: ${signal}`}`);
    });
    process_.once("error", (error) => {
      onGone(`with error: ${error.message}`);
      resolve();
    });
    // Only then is its log whole: what it wrote last may still be in the pipe when it exits.
    process_.once("close", () => resolve());
  });

  return {
    functionName: model.name,
    pid: process_.pid,
    isIdle: () => !ended && running === undefined && (fresh || waiting !== undefined),
    isStarting: () => !hasAsked,
    lastUsed: () => lastUsed,
    gone,
    end,
    run: (payload) =>
      new Promise((resolve) => {
        if (ended || running !== undefined) throw new Error(`The process of ${model.name} cannot take an invocation`);
        running = { id: randomUUID(), payload, settle: resolve };
        fresh = false;
        lastUsed = Date.now();
        if (waiting === undefined) {
          timer = setTimeout(timeOut, initMilliseconds, initMilliseconds / 1000);
          return;
        }
        const response = waiting;
        waiting = undefined;
        deliver(response, running);
      }),
    said: {
      next: (response) => {
        fresh = false;
        hasAsked = true;
        if (running !== undefined && answered === undefined) return deliver(response, running);
        waiting = response;
        if (answered !== undefined) settle(answered);
      },
      respond: (requestId, payload, failed) => {
        if (running?.id !== requestId || answered !== undefined) return false;
        if (Buffer.byteLength(payload) > largestPayload) {
          answered = unhandled(
            "Function.ResponseSizeTooLarge",
            `Response payload size exceeded maximum allowed payload size (${largestPayload} bytes).`,
          );
        } else answered = failed ? { functionError: "Unhandled", payload } : { payload };
        return true;
      },
      initError: (payload) => {
        initFailure = payload;
        // It ends itself, and AWS throws it away.
        waiting = undefined;
      },
    },
  };
}
