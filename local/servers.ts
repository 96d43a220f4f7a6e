import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { isBrowserRequest, isLoopbackRequest } from "./pages/loopback.ts";
import type { ApiResponse } from "./part.ts";

/** Answers a request, or resolves to false (or nothing known) so that the next one may. */
export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

export type LocalServer = {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** From now on these answer, the first that knows the request; before, everything is answered with 503. */
  readonly serve: (handles: readonly Handle[]) => void;
  readonly close: () => Promise<void>;
};

/** So long a connection is kept without a request, in milliseconds. */
const idleFor = 120_000;

/**
 * Listens on a loopback port (0: a free one) at once, so that its address is known before the rest is ready. A request by another
 * name than this machine's is refused with 403: a web page whose name was bound to this address anew would read the responses.
 */
export async function listen(port: number): Promise<LocalServer> {
  let handles: readonly Handle[] | undefined;
  const server: Server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      console.error(`${request.method} ${request.url} could not be answered`, error);
      if (!response.headersSent) sendJson(response, 500, { message: "Internal Server Error" });
      else response.destroy();
    });
  });
  // Whoever waits for the clock to be moved on comes back after a while, and must not find a connection that is just being closed.
  server.keepAliveTimeout = idleFor;
  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!isLoopbackRequest(request)) return sendJson(response, 403, { message: "This server answers to its own machine only" });
    if (handles === undefined) return sendJson(response, 503, { message: "The embedded cloud is starting or ending" });
    for (const handle of handles) if (await handle(request, response)) return;
    sendJson(response, 404, { message: "Not Found" });
  };
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is in use by another program`) : error),
    );
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    serve: (given) => {
      handles = given;
    },
    close: () =>
      new Promise((resolve) => {
        handles = undefined;
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** The services behind the one AWS endpoint. */
export type AwsServices = {
  readonly stepFunctions: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly lambda: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly mail: Handle;
  readonly kms: (operation: string, input: unknown) => Promise<ApiResponse>;
};

/**
 * Sends a request of an AWS SDK to its service: by X-Amz-Target, or by the path where the protocol is REST. Nobody signs in here,
 * and any web page may send a POST across origins without asking first, so what a browser sends is refused with 403.
 */
export function createAwsHandle(services: AwsServices): Handle {
  return async (request, response) => {
    if (isBrowserRequest(request)) {
      response.setHeader("x-amzn-errortype", "AccessDeniedException");
      sendJson(response, 403, { __type: "AccessDeniedException", message: "A page in a browser may not call AWS's endpoint" });
      return true;
    }
    const target = String(request.headers["x-amz-target"] ?? "");
    const path = request.url ?? "/";
    if (target.startsWith("AWSStepFunctions.")) await services.stepFunctions(request, response);
    else if (target.startsWith("TrentService.")) await serveKms(services.kms, target, request, response);
    else if (path.startsWith("/2015-03-31/functions")) await services.lambda(request, response);
    else if (!(await services.mail(request, response))) {
      const what = target === "" ? `${request.method} ${path}` : target;
      const message = `The embedded cloud does not know ${what}${target.startsWith("DynamoDB") ? ": DynamoDB has an endpoint of its own" : ""}`;
      response.setHeader("x-amzn-errortype", "UnknownOperationException");
      sendJson(response, 400, { __type: "UnknownOperationException", message });
    }
    return true;
  };
}

async function serveKms(
  call: AwsServices["kms"],
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  let input: unknown;
  try {
    input = JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
  } catch {
    return sendJson(response, 400, { __type: "SerializationException", message: "The body is not JSON" });
  }
  const { status, body, errorType } = await call(target, input);
  if (errorType !== undefined) response.setHeader("x-amzn-errortype", errorType);
  response.writeHead(status, { "content-type": "application/x-amz-json-1.1" });
  response.end(JSON.stringify(body));
}
