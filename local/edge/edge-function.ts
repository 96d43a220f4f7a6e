import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { createContext, Script } from "node:vm";
import * as z from "zod";
import { joinedHeaders } from "../http-api/request-event.ts";

/** What a function that sees a request first makes of it: a request that goes on, changed or not, or a response in its place. */
export type EdgeOutcome =
  | { readonly kind: "request"; readonly uri: string; readonly headers: Readonly<Record<string, string>> }
  | {
      readonly kind: "response";
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    };

export type EdgeFunction = (request: IncomingMessage, url: URL) => Promise<EdgeOutcome>;

const values = z.record(z.string(), z.object({ value: z.string() }));
const cookies = z.record(z.string(), z.unknown());
const result = z.union([
  z.strictObject({
    statusCode: z.number().int().min(200).max(599),
    statusDescription: z.string().optional(),
    headers: values.default({}),
    body: z.string().default(""),
  }),
  z.strictObject({
    method: z.string(),
    uri: z.string().startsWith("/"),
    querystring: z.unknown(),
    headers: values,
    cookies: cookies.optional(),
  }),
]);

/** CloudFront allows a function far less; here the machine may be busy. */
const longestMilliseconds = 5_000;

/**
 * Makes a function of CloudFront's runtime 2.0 out of its code, which runs in a context of its own: none of Node's objects is in it.
 * Throws where the code does not parse; a call throws where the function fails, or returns what CloudFront would not take.
 * Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function createEdgeFunction(
  code: string,
  distribution: { readonly id: string; readonly domainName: string },
): EdgeFunction {
  const context = createContext(Object.create(null), { codeGeneration: { strings: false, wasm: false } });
  new Script(code).runInContext(context, { timeout: longestMilliseconds });
  const call = new Script("(async () => JSON.stringify(await handler(JSON.parse(event))))()");
  return async (request, url) => {
    const event = {
      version: "1.0",
      context: {
        distributionDomainName: distribution.domainName,
        distributionId: distribution.id,
        eventType: "viewer-request",
        requestId: randomUUID(),
      },
      viewer: { ip: request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "" },
      request: {
        method: request.method ?? "GET",
        uri: url.pathname,
        querystring: Object.fromEntries([...url.searchParams].map(([name, value]) => [name, { value }])),
        headers: Object.fromEntries(Object.entries(joinedHeaders(request)).map(([name, value]) => [name, { value }])),
        cookies: {},
      },
    };
    context.event = JSON.stringify(event);
    const returned = result.parse(JSON.parse(String(await call.runInContext(context, { timeout: longestMilliseconds }))));
    return "statusCode" in returned
      ? { kind: "response", status: returned.statusCode, headers: texts(returned.headers), body: returned.body }
      : { kind: "request", uri: returned.uri, headers: texts(returned.headers) };
  };
}

const texts = (headers: z.output<typeof values>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, { value }]) => [name.toLowerCase(), value]));
