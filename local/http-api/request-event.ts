import type { IncomingMessage } from "node:http";
import { account } from "../part.ts";
import type { JwtContext } from "./authorize.ts";
import type { RouteMatch } from "./match-route.ts";

type EventParts = {
  readonly request: IncomingMessage;
  /** Its headers as they came to the API, but for cookies. */
  readonly given: Readonly<Record<string, string>>;
  readonly url: URL;
  /** The path with its percent-encoding taken off, as API Gateway hands it on. */
  readonly path: string;
  readonly match: RouteMatch;
  readonly apiId: string;
  readonly requestId: string;
  /** Epoch milliseconds of the cloud's time. */
  readonly now: number;
  readonly body: Buffer;
  readonly jwt?: JwtContext;
};

const hopHeaders = new Set(["connection", "keep-alive", "transfer-encoding", "upgrade", "te", "trailer", "proxy-connection"]);

/**
 * The event of a Lambda proxy integration in payload format 2.0.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function requestEvent(parts: EventParts): Record<string, unknown> {
  const { request, given, url, path, match, apiId, requestId, now, body, jwt } = parts;
  const host = request.headers.host ?? "";
  const domainName = host.replace(/:\d+$/, "");
  const sourceIp = request.socket.remoteAddress?.replace(/^::ffff:/, "") ?? "";
  const headers = Object.fromEntries(Object.entries(given).filter(([name]) => !hopHeaders.has(name)));
  const cookies = readCookies(request.headersDistinct.cookie?.join("; "));
  headers["x-forwarded-for"] = [headers["x-forwarded-for"], sourceIp].filter((address) => address !== undefined).join(", ");
  headers["x-forwarded-port"] = String(request.socket.localPort ?? "");
  headers["x-forwarded-proto"] = "http";
  headers["x-amzn-trace-id"] ??= traceId(now, requestId);
  const query = joinQuery(url.searchParams);
  const binary = !isText(request.headers["content-type"]);
  return {
    version: "2.0",
    routeKey: match.route.routeKey,
    rawPath: path,
    rawQueryString: url.search.slice(1),
    ...(cookies.length > 0 ? { cookies } : {}),
    headers,
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      accountId: account,
      apiId,
      ...(jwt === undefined ? {} : { authorizer: { jwt } }),
      domainName,
      domainPrefix: domainName.split(".")[0] ?? "",
      http: {
        method: request.method ?? "",
        path,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp,
        userAgent: request.headers["user-agent"] ?? "",
      },
      requestId,
      routeKey: match.route.routeKey,
      stage: "$default",
      time: commonLogTime(now),
      timeEpoch: now,
    },
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: match.pathParameters } : {}),
    ...(body.length > 0 ? { body: body.toString(binary ? "base64" : "utf8") } : {}),
    isBase64Encoded: body.length > 0 && binary,
  };
}

/**
 * Which bodies API Gateway hands on as text, as measured on AWS: `text/*` and JSON, XML, JavaScript. All else comes as base64, a form and
 * a body without a content type too. Source: https://github.com/ministackorg/ministack/pull/766
 */
function isText(contentType: string | undefined): boolean {
  const type = (contentType ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  return type.startsWith("text/") || ["application/json", "application/xml", "application/javascript"].includes(type);
}

/** Each header of a request but cookies, those that came several times as one. */
export function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const all = Object.entries(request.headersDistinct).filter(([name]) => name !== "cookie");
  return Object.fromEntries(all.map(([name, values = []]) => [name, values.join(",")]));
}

function readCookies(header: string | undefined): string[] {
  return (header ?? "")
    .split(";")
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== "");
}

function joinQuery(parameters: URLSearchParams): Record<string, string> | undefined {
  // From entries, not one by one: a parameter may be called __proto__.
  const joined = [...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name).join(",")]);
  return joined.length === 0 ? undefined : Object.fromEntries(joined);
}

function traceId(now: number, requestId: string): string {
  const seconds = Math.floor(now / 1000).toString(16);
  return `Root=1-${seconds}-${requestId.replaceAll("-", "").slice(0, 24)}`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `12/Mar/2026:19:03:58 +0000`. */
function commonLogTime(now: number): string {
  const iso = new Date(now).toISOString();
  const month = months[Number(iso.slice(5, 7)) - 1] ?? "";
  return `${iso.slice(8, 10)}/${month}/${iso.slice(0, 4)}:${iso.slice(11, 19)} +0000`;
}
