import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { type Clock, type InvokeFunction, region, type Timed, type Wake } from "../part.ts";
import type { Queues } from "../queues/queues.ts";
import type { FunctionModel } from "../template/model.ts";
import { functionNameOf, qualifierOf } from "../template/resource-types.ts";
import { largestRequest } from "./child.ts";
import { type EventQueue, openEventQueue } from "./event-queue.ts";
import { openFunctionLogs } from "./function-log.ts";
import { createLambdaApi } from "./lambda-api.ts";
import { openPool } from "./pool.ts";
import type { MemoryRoom } from "./pool-policy.ts";

export type LambdaOptions = {
  readonly functions: readonly FunctionModel[];
  readonly database: DatabaseSync;
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly wake: Wake;
  readonly queues: Queues;
  /** Variables of every function besides the template's: the addresses of the embedded cloud's services. */
  readonly endpoints: Readonly<Record<string, string>>;
  /** Where what V8 has compiled is kept, for whoever runs the same bundles next; nowhere unless said. */
  readonly codeCache?: string;
  /** How many processes are kept at most; 24 unless said. */
  readonly maximumChildren?: number;
  /** Functions, by name, whose process is never ended for another one: those that event source mappings call. */
  readonly kept?: ReadonlySet<string>;
  /** What memory there is for processes, where that is known. */
  readonly memory?: () => MemoryRoom | undefined;
  /** Told when a function has ended: it may have written what others wait for. */
  readonly onResponse?: () => void;
};

/**
 * The host of the app's functions. As a part of the clock it runs the asynchronous invocations that are due; it is busy with
 * invocations of every kind that run or wait for a process.
 */
export type Lambda = Timed & {
  readonly functions: readonly FunctionModel[];
  /** Throws ResourceNotFoundException and, for a payload over 6 MB, RequestTooLargeException. */
  readonly invoke: InvokeFunction;
  /** Keeps an asynchronous invocation and returns its request id. */
  readonly enqueue: EventQueue["enqueue"];
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly tail: (functionName: string, lines?: number) => string[];
  readonly pids: () => { readonly pid: number; readonly functionName: string }[];
  readonly close: () => Promise<void>;
};

/** Opens the host. Processes start when their function is called for the first time. */
export async function openLambda(options: LambdaOptions): Promise<Lambda> {
  const models = new Map(options.functions.map((model) => [model.name, model]));
  const modelOf = (nameOrArn: string): FunctionModel | undefined => {
    const model = models.get(functionNameOf(nameOrArn));
    const qualifier = qualifierOf(nameOrArn) ?? "$LATEST";
    return qualifier === "$LATEST" || model?.qualifiers?.includes(qualifier) === true ? model : undefined;
  };
  const logs = openFunctionLogs(join(options.dataFolder, "logs"));
  const pool = await openPool({
    offset: options.clock.offset,
    environmentOf: (model) => ({ ...model.environment, ...options.endpoints, ...standardEnvironment(model) }),
    codeCache: options.codeCache ?? "",
    log: logs.write,
    maximumChildren: options.maximumChildren ?? 24,
    kept: options.kept ?? new Set(),
    memory: options.memory ?? (() => undefined),
  });
  const run: typeof pool.run = async (model, payload) => {
    const result = await pool.run(model, payload);
    options.onResponse?.();
    return result;
  };
  const queue = openEventQueue({ ...options, modelOf, run });
  const known = (nameOrArn: string): FunctionModel => {
    const model = modelOf(nameOrArn);
    if (model === undefined) throw lambdaError("ResourceNotFoundException", `Function not found: ${nameOrArn}`);
    return model;
  };
  const tail = (functionName: string, lines = 200): string[] => logs.tail(functionName, lines);
  const enqueue: EventQueue["enqueue"] = (functionName, payload, requestId) =>
    queue.enqueue(known(functionName).name, payload, requestId);
  return {
    ...queue,
    name: "functions",
    functions: options.functions,
    invoke: async (functionName, payload) => {
      const model = known(functionName);
      if (Buffer.byteLength(payload) > largestRequest) {
        const message = `Request must be smaller than ${largestRequest} bytes for the InvokeFunction operation`;
        throw lambdaError("RequestTooLargeException", message);
      }
      return run(model, payload);
    },
    enqueue,
    busy: () => pool.busy(),
    handle: createLambdaApi({ functions: options.functions, modelOf, run, enqueue, tail }),
    tail,
    pids: pool.pids,
    close: async () => {
      const ended = queue.close();
      await pool.close();
      await ended;
    },
  };
}

/** An error by the name that AWS's client gives it. */
function lambdaError(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

/** The variables that Lambda itself sets. https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html */
function standardEnvironment(model: FunctionModel): Record<string, string> {
  return {
    _HANDLER: model.handler,
    LAMBDA_TASK_ROOT: model.codeFolder,
    AWS_LAMBDA_FUNCTION_NAME: model.name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(model.memoryMegabytes),
    AWS_LAMBDA_LOG_GROUP_NAME: model.logGroupName,
    AWS_LAMBDA_LOG_STREAM_NAME: "embedded",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_EXECUTION_ENV: `AWS_Lambda_${model.runtime}`,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: "embedded",
    AWS_SECRET_ACCESS_KEY: "embedded",
    TZ: ":UTC",
    LANG: "en_US.UTF-8",
    PATH: "/usr/local/bin:/usr/bin:/bin",
  };
}
