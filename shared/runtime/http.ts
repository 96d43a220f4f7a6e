/** HTTP around a command: who asks, what, and how a refusal travels. The only place that knows HTTP. */
import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import * as z from "zod";
import { kebab } from "../api/kebab.ts";
import type { Parsed, Route, RouteResponse } from "../api/routes.ts";
import type { Deps } from "../commands/deps.ts";
import type { Idempotency } from "../commands/idempotency.ts";
import type { OpenCommand, StaffCommand } from "../commands/request.ts";
import { DomainError, refusal } from "../domain/errors.ts";
import { detailsOf } from "../domain/issues.ts";
import { mayEver } from "../domain/offices/access-policy.ts";
import type { Staff } from "../domain/offices/staff.ts";
import { detailText, problems } from "../messages/problems.ts";
import { detailOf, sentenceOf } from "../messages/sentences.ts";
import { functionDeps } from "./deps.ts";
import { everyResponse } from "./headers.ts";
import { describeError, log } from "./log.ts";
import { problemStatus } from "./problem-status.ts";
import { readJson } from "./request-body.ts";

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** An ID token names the same issuer and subject; what it is for is told by its use alone, and by the scopes that it lacks. */
const claims = z.object({ iss: z.string(), sub: z.string(), token_use: z.literal("access") });
const authorised = z.object({ authorizer: z.object({ jwt: z.object({ claims }) }) });

/** A function of the API for staff: `export const handler = httpHandler(routes.startPlacement, startPlacement)`. */
export function httpHandler<R extends Route>(route: R, command: StaffCommand<R>, deps: () => Deps = functionDeps(route)) {
  return serve(route, async (event) => {
    const staff = await staffOf(deps(), event);
    if (route.access.kind !== "staff" || !mayEver(staff.role, route.access.action)) throw refusal("NOT_ALLOWED");
    const parsed = parseRequest(route, event);
    return command(deps(), { ...parsed, staff, idempotency: idempotencyOf(route, event, staff.id, parsed) });
  });
}

const viewerAddressHeader = "x-viewer-address";

/** A function of the API without a login: for the holder of a link. */
export function linkHandler<R extends Route>(route: R, command: OpenCommand<R>, deps: () => Deps = functionDeps(route)) {
  return serve(route, async (event) => {
    const parsed = parseRequest(route, event);
    const subject = linkOf(parsed.body);
    // The API sees the address of the distribution, which alone reaches it, and writes there whose request it is.
    const from = event.headers[viewerAddressHeader] || event.requestContext.http.sourceIp || undefined;
    return command(deps(), { ...parsed, from, idempotency: idempotencyOf(route, event, subject, parsed) });
  });
}

function serve<R extends Route>(route: R, run: (event: Event) => Promise<RouteResponse<R>>) {
  return middy<Event, Result>()
    .use(problemJson(route))
    .handler(async (event) => {
      const response = await run(event);
      // Parsing on the way out strips what the schema does not name: nobody gets a field by accident.
      const body = route.response.parse(withWords(response));
      return {
        statusCode: route.status,
        headers: { "content-type": "application/json; charset=utf-8", ...guarded },
        body: JSON.stringify(body),
      };
    });
}

/** What a response warns of is said in words as well; kept and compared are the codes alone. */
function withWords(response: unknown): unknown {
  if (typeof response !== "object" || response === null || !("warnings" in response)) return response;
  const codes = z.array(z.string()).safeParse(response.warnings);
  if (!codes.success || codes.data.length === 0) return response;
  return { ...response, warningWords: Object.fromEntries(codes.data.map((code) => [code, detailText(code)])) };
}

const guarded = { "cache-control": "no-store", ...everyResponse } as const;

/** Turns domain errors into problem+json; what is unexpected becomes a 500 that says nothing but its request id. */
function problemJson(route: Route): middy.MiddlewareObj<Event, Result> {
  return {
    onError: (request) => {
      const { error, event } = request;
      const language = prefersEnglish(event) ? "en" : "id";
      const headers = { "content-type": "application/problem+json; charset=utf-8", "content-language": language, ...guarded };
      if (error instanceof DomainError) {
        const status = problemStatus[error.code];
        const texts = problems[error.code];
        const details = error.details.map(({ missing, ...fact }) => ({
          ...fact,
          message: sentenceOf({ ...fact, missing })[language],
        }));
        const messages = details.map(({ message }) => message);
        const detail = detailOf(error.code, messages)[language];
        const body = {
          type: `urn:titian:problem:${kebab(error.code.toLowerCase()).replaceAll("_", "-")}`,
          title: texts[language],
          status,
          code: error.code,
          detail,
          messages: { id: texts.id, en: texts.en },
          details,
          ...(error.newer !== undefined && route.newer ? { newer: route.newer.parse(error.newer) } : {}),
        };
        request.response = { statusCode: status, headers, body: JSON.stringify(body) };
        log.info("REFUSED", { code: error.code, route: `${route.method} ${route.path}`, status });
        return;
      }
      log.error("FAILED", {
        route: `${route.method} ${route.path}`,
        requestId: event.requestContext.requestId,
        ...describeError(error),
      });
      const title = language === "id" ? "Terjadi gangguan; silakan coba lagi" : "Something went wrong; please try again";
      const body = {
        type: "urn:titian:problem:internal",
        title,
        status: 500,
        code: "INTERNAL",
        detail: event.requestContext.requestId,
      };
      request.response = { statusCode: 500, headers, body: JSON.stringify(body) };
    },
  };
}

const prefersEnglish = (event: Event): boolean => /^\s*en\b/i.test(event.headers?.["accept-language"] ?? "");

/** The staff record of the login, read at each request: what the token says about offices or roles does not count. */
async function staffOf(deps: Deps, event: Event): Promise<Staff> {
  const who = authorised.safeParse(event.requestContext);
  if (!who.success) throw refusal("STAFF_NOT_REGISTERED");
  const { iss, sub } = who.data.authorizer.jwt.claims;
  const staff = await deps.store.staff.byLogin(iss, sub);
  if (!staff?.active) throw refusal("STAFF_NOT_REGISTERED");
  return staff;
}

function parseRequest<R extends Route>(route: R, event: Event): Parsed<R> {
  const given = {
    params: event.pathParameters ?? {},
    query: event.queryStringParameters ?? {},
    body: route.method === "GET" ? {} : readJson(route, event),
  };
  const params = z.safeParse<R["params"]>(route.params, given.params);
  const query = z.safeParse<R["query"]>(route.query, given.query);
  const body = z.safeParse<R["body"]>(route.body, given.body);
  if (!params.success || !query.success || !body.success)
    throw refusal("REQUEST_INVALID", [
      ...detailsOf(params.error?.issues ?? [], [], given.params),
      ...detailsOf(query.error?.issues ?? [], [], given.query),
      ...detailsOf(body.error?.issues ?? [], [], given.body),
    ]);
  return { params: params.data, query: query.data, body: body.data };
}

const keyShape = /^[\w.:-]{8,80}$/;

function idempotencyOf<R extends Route>(route: R, event: Event, subject: string, parsed: Parsed<R>): Idempotency | undefined {
  if (!route.idempotent) return undefined;
  const key = event.headers?.["idempotency-key"];
  if (!key || !keyShape.test(key))
    throw refusal("IDEMPOTENCY_KEY_REQUIRED", [{ code: "idempotency-key", path: "Idempotency-Key" }]);
  return { subject, route: route.path, key, request: { params: parsed.params, body: withoutSecret(parsed.body) } };
}

const linkOf = (body: unknown): string =>
  typeof body === "object" && body !== null && "linkId" in body ? String(body.linkId) : "-";

/** The secret of a link is in nothing that is stored, not even in a hash of the request. */
function withoutSecret(body: unknown): unknown {
  if (typeof body !== "object" || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== "secret"));
}
