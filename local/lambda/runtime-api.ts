import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type Child, largestPayload } from "./child.ts";

/** The Runtime API that the functions' processes talk to; each knows itself by a secret in the path. */
export type RuntimeApi = {
  /** host:port */
  readonly address: string;
  readonly close: () => Promise<void>;
};

/** Starts the Runtime API on a free loopback port. `childOf` finds a process by its secret. */
export async function startRuntimeApi(childOf: (secret: string) => Child | undefined): Promise<RuntimeApi> {
  const server = createServer((request, response) => {
    const [, secret = "", , , resource, id = "", action] = (request.url ?? "").split("/");
    const child = childOf(secret);
    const respond = (status: number): void => void response.writeHead(status).end();
    if (child === undefined) return respond(403);
    if (request.method === "GET" && resource === "invocation" && id === "next") return child.said.next(response);
    readBody(request)
      .then((body) => {
        if (resource === "init" && id === "error") child.said.initError(body);
        else if (resource === "invocation") child.said.respond(id, body, action === "error");
        respond(202);
      })
      .catch(() => response.destroy());
  });
  // A process waits for its next invocation for as long as it takes.
  server.requestTimeout = 0;
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("The Runtime API has no port");
  return {
    address: `127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Reads a body as text. What lies far beyond the largest payload is cut off: it is refused anyway. */
async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= largestPayload + 1024) chunks.push(chunk);
    else if (chunks.length > 0 && size - chunk.length <= largestPayload + 1024) chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
