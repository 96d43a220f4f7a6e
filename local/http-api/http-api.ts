import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, InvokeFunction } from "../part.ts";
import type { HttpApiModel, RouteModel } from "../template/model.ts";
import { authorize, type FindKeys, type JwtContext } from "./authorize.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import { createRouteMatcher } from "./match-route.ts";
import { gatewayResponse, type HttpResponse, readResponse } from "./read-response.ts";
import { joinedHeaders, requestEvent } from "./request-event.ts";

/** What stands before an API. */
export type Front = {
  /** The headers of the request in the place of those that the viewer sent, but for cookies. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The headers as they are to go out, from those of the API. */
  readonly finish: (headers: Readonly<Record<string, string>>) => Readonly<Record<string, string>>;
};

const noFront: Front = { finish: (headers) => headers };

/** An HTTP API that runs here. */
export type HttpApi = {
  /** Answers a request, with 404 where no route fits; resolves to true when the response has gone out. */
  readonly handle: (request: IncomingMessage, response: ServerResponse, front?: Front) => Promise<boolean>;
};

/** The largest request body of an HTTP API, in bytes; what its function may be given is less. */
const maximumBody = 10 * 1024 * 1024;

/**
 * Runs an API of Amazon API Gateway (HTTP API, Lambda proxy integrations, payload format 2.0).
 * Throws where the model has a stage other than `$default`, a route key or an identity source that is not known.
 */
export function createHttpApi(options: {
  readonly api: HttpApiModel;
  readonly invoke: InvokeFunction;
  readonly clock: Clock;
  readonly jwks: FindKeys;
  /** Real time in epoch milliseconds, by which tokens are judged. */
  readonly realNow?: () => number;
}): HttpApi {
  const { api, invoke, clock, jwks, realNow = Date.now } = options;
  for (const stage of api.stages) {
    if (stage.name !== "$default")
      throw new Error(`The API "${api.name}" has the stage "${stage.name}": only $default is known.`);
  }
  for (const source of api.routes.flatMap((route) => route.authorizer?.identitySource ?? [])) {
    if (!/^\$request\.(header|querystring)\../.test(source)) throw new Error(`The identity source "${source}" is not known.`);
  }
  const matchRoute = createRouteMatcher(api.routes);

  async function respond(request: IncomingMessage, requestId: string, front: Front): Promise<HttpResponse> {
    const method = request.method ?? "";
    const url = readUrl(request.url);
    const path = url === undefined ? undefined : decodePath(url.pathname);
    if (url === undefined || path === undefined) return gatewayResponse(400, "Bad Request");
    const preflight = preflightResponse(request);
    if (preflight !== undefined) return preflight;
    const match = matchRoute(method, path);
    if (match === undefined) return gatewayResponse(404, "Not Found");
    const given = front.headers ?? joinedHeaders(request);
    const jwt = await checkToken(given, url, match.route);
    if (jwt !== undefined && "status" in jwt) return jwt;
    const body = await readBody(request);
    if (body === undefined) return gatewayResponse(413, "Request Entity Too Large");
    const parts = { request, given, url, path, match, apiId: api.apiId, requestId, now: clock.now(), body };
    return callFunction(match.route, requestEvent(jwt === undefined ? parts : { ...parts, jwt }));
  }

  /** API Gateway answers a preflight itself, whether or not there is a route for OPTIONS. */
  function preflightResponse(request: IncomingMessage): HttpResponse | undefined {
    const { origin, "access-control-request-method": asked } = request.headers;
    if (api.corsConfiguration === undefined || request.method !== "OPTIONS" || origin === undefined || asked === undefined)
      return undefined;
    return { status: 204, headers: preflightHeaders(api.corsConfiguration, origin), cookies: [], body: Buffer.alloc(0) };
  }

  async function checkToken(
    given: Readonly<Record<string, string>>,
    url: URL,
    route: RouteModel,
  ): Promise<JwtContext | HttpResponse | undefined> {
    if (route.authorizer === undefined) return undefined;
    const header = (name: string) => given[name.toLowerCase()];
    const check = { route, authorizer: route.authorizer, header, query: url.searchParams, findKeys: jwks, now: realNow() };
    const authorization = await authorize(check);
    if (authorization.allowed) return authorization.jwt;
    const message = authorization.status === 401 ? "Unauthorized" : "Forbidden";
    return gatewayResponse(authorization.status, message, { "www-authenticate": authorization.wwwAuthenticate });
  }

  async function callFunction(route: RouteModel, event: Record<string, unknown>): Promise<HttpResponse> {
    const abandoned = new AbortController();
    const tooLate = sleep(route.timeoutMilliseconds, undefined, { signal: abandoned.signal }).catch(() => undefined);
    try {
      const result = await Promise.race([invoke(route.functionName, JSON.stringify(event)), tooLate]);
      return result === undefined ? gatewayResponse(503, "Service Unavailable") : readResponse(result);
    } catch (error) {
      // A body that API Gateway still takes may be more, with all that stands around it, than Lambda does.
      if (!(error instanceof Error && error.name === "RequestTooLargeException")) throw error;
      return gatewayResponse(413, "Request Entity Too Large");
    } finally {
      abandoned.abort();
    }
  }

  return {
    handle: async (request, response, front = noFront) => {
      const requestId = randomUUID();
      let result: HttpResponse;
      try {
        result = await respond(request, requestId, front);
      } catch (error) {
        if (request.destroyed && !request.complete) return true;
        console.error(`${request.method} ${request.url}:`, error);
        result = gatewayResponse(500, "Internal Server Error");
      }
      const origin = request.headers.origin;
      const headers: Record<string, string> = { ...result.headers };
      if (api.corsConfiguration !== undefined && request.method !== "OPTIONS") {
        // With CORS configured, API Gateway ignores what the function says about it.
        for (const name of Object.keys(headers)) if (name.startsWith("access-control-")) delete headers[name];
        if (origin !== undefined) Object.assign(headers, corsHeaders(api.corsConfiguration, origin));
      }
      headers["apigw-requestid"] = requestId;
      try {
        send(request, response, { ...result, headers: front.finish(headers) });
      } catch (error) {
        // A function may give a header that HTTP does not allow.
        console.error(`${request.method} ${request.url}:`, error);
        for (const name of response.getHeaderNames()) response.removeHeader(name);
        send(request, response, gatewayResponse(500, "Internal Server Error", { "apigw-requestid": requestId }));
      }
      return true;
    },
  };
}

function readUrl(target: string | undefined): URL | undefined {
  // Joined by hand: against a base, "//host/path" would be read as another host.
  return URL.parse(`http://localhost${target ?? "/"}`) ?? undefined;
}

function decodePath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/** The body, or undefined where it is too large; the rest is then read and dropped, so that the response arrives. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size <= maximumBody) chunks.push(bytes);
    else chunks.length = 0;
  }
  return size > maximumBody ? undefined : Buffer.concat(chunks);
}

function send(request: IncomingMessage, response: ServerResponse, result: HttpResponse): void {
  response.statusCode = result.status;
  for (const [name, value] of Object.entries(result.headers)) {
    if (name !== "content-length" && name !== "transfer-encoding" && name !== "connection") response.setHeader(name, value);
  }
  if (result.cookies.length > 0) response.appendHeader("set-cookie", [...result.cookies]);
  const bodyless = result.status === 204 || result.status === 304;
  if (!bodyless) response.setHeader("content-length", result.body.length);
  response.end(bodyless || request.method === "HEAD" ? undefined : result.body);
}
