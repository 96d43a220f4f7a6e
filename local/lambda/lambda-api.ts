import type { IncomingMessage, ServerResponse } from "node:http";
import type { InvocationResult } from "../part.ts";
import type { FunctionModel } from "../template/model.ts";
import { largestRequest } from "./child.ts";

export type LambdaApiOptions = {
  readonly functions: readonly FunctionModel[];
  readonly modelOf: (functionName: string) => FunctionModel | undefined;
  readonly run: (model: FunctionModel, payload: string) => Promise<InvocationResult>;
  readonly enqueue: (functionName: string, payload: string) => string;
  readonly tail: (functionName: string) => string[];
};

/** Largest payload of an asynchronous invocation: 1 MB. */
const largestEvent = 1024 * 1024;
const prefix = "/2015-03-31/functions";

/** Answers the Lambda API: Invoke, GetFunction, GetFunctionConfiguration and ListFunctions. */
export function createLambdaApi(
  options: LambdaApiOptions,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const [givenName = "", action = "", ...more] = pathname
      .slice(prefix.length + 1)
      .split("/")
      .map(decodeURIComponent);
    const qualifier = searchParams.get("Qualifier");
    const name = qualifier === null ? givenName : `${givenName}:${qualifier}`;
    const refuse = (status: number, errorType: string, message: string): void =>
      send(response, status, { Type: "User", Message: message, message }, { "x-amzn-errortype": errorType });
    if (request.method === "GET" && givenName === "") {
      return send(response, 200, { Functions: options.functions.map(configuration) });
    }
    const model = options.modelOf(name);
    if (model === undefined) return refuse(404, "ResourceNotFoundException", `Function not found: ${name}`);
    if (request.method === "GET" && (action === "" || action === "configuration")) {
      return send(response, 200, action === "" ? { Configuration: configuration(model) } : configuration(model));
    }
    if (request.method !== "POST" || action !== "invocations" || more.length > 0) {
      return refuse(400, "UnknownOperationException", `The embedded cloud does not know ${request.method} ${pathname}`);
    }
    const payload = await readPayload(request);
    const kind = request.headers["x-amz-invocation-type"] ?? "RequestResponse";
    const limit = kind === "Event" ? largestEvent : largestRequest;
    if (payload === undefined || Buffer.byteLength(payload) > limit) {
      return refuse(
        413,
        "RequestTooLargeException",
        `Request must be smaller than ${limit} bytes for the InvokeFunction operation`,
      );
    }
    if (!isJson(payload)) {
      return refuse(400, "InvalidRequestContentException", "Could not parse request body into json");
    }
    if (kind === "DryRun") return send(response, 204, undefined);
    if (kind === "Event") {
      options.enqueue(model.name, payload);
      return send(response, 202, undefined);
    }
    if (kind !== "RequestResponse") return refuse(400, "InvalidParameterValueException", `No invocation type ${kind}`);
    const result = await options.run(model, payload);
    const wantsLog = request.headers["x-amz-log-type"] === "Tail";
    response.writeHead(200, {
      "content-type": "application/json",
      "x-amz-executed-version": "$LATEST",
      ...(result.functionError === undefined ? {} : { "x-amz-function-error": result.functionError }),
      ...(wantsLog
        ? { "x-amz-log-result": Buffer.from(options.tail(model.name).join("\n").slice(-4096)).toString("base64") }
        : {}),
    });
    response.end(result.payload);
  };
}

const configuration = (model: FunctionModel) => ({
  FunctionName: model.name,
  FunctionArn: model.arn,
  Runtime: model.runtime,
  Handler: model.handler,
  Timeout: model.timeoutSeconds,
  MemorySize: model.memoryMegabytes,
  Environment: { Variables: model.environment },
  Version: "$LATEST",
  State: "Active",
  PackageType: "Zip",
});

function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

/** The payload as JSON text (`{}` where there is none, as AWS passes on); undefined where it is far too large. */
async function readPayload(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestRequest) chunks.push(chunk);
  }
  if (size > largestRequest) return undefined;
  return size === 0 ? "{}" : Buffer.concat(chunks).toString("utf8");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
