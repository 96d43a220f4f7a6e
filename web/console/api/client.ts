/**
 * Asks the API. Types come from the table of routes, which itself stays out of the bundle: at run time there is a list of methods
 * and paths that was made of it.
 */
import { routeTable } from "virtual:routes";
import type * as z from "zod";
import type { routes } from "../../../shared/api/routes.ts";
import { accessToken } from "../session/session.ts";
import { language } from "../words/language.ts";
import { Problem, Unreachable } from "./problem.ts";

type Routes = typeof routes;
type NameOfStaff<N extends keyof Routes> = Routes[N]["access"] extends { readonly kind: "staff" } ? N : never;
export type RouteName = { [N in keyof Routes]: NameOfStaff<N> }[keyof Routes];
export type Reading = { [N in RouteName]: Routes[N]["method"] extends "GET" ? N : never }[RouteName];
export type Writing = Exclude<RouteName, Reading>;

export type Answer<N extends RouteName> = z.output<Routes[N]["response"]>;
export type Params<N extends RouteName> = z.input<Routes[N]["params"]>;
export type Query<N extends RouteName> = Partial<z.input<Routes[N]["query"]>>;
export type Body<N extends RouteName> = z.input<Routes[N]["body"]>;

export type Asked<N extends RouteName> = {
  readonly params?: Params<N>;
  readonly query?: Query<N>;
  readonly body?: Body<N>;
};
export type Way = {
  /** Makes a repeat of the request the same act. */
  readonly key?: string | undefined;
  readonly signal?: AbortSignal;
  /** The page is going: the request outlives it. */
  readonly keepalive?: boolean;
};

/** What a form holds so far: the server says beside which fields something is missing. */
export type Draft<N extends RouteName> = Omit<Asked<N>, "body"> & { readonly body?: Incomplete<Body<N>> };
type Incomplete<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: Incomplete<T[K]> | undefined }
    : T;

/** Throws Problem for a refusal, Unreachable without a network. */
export const call = <N extends RouteName>(name: N, asked: Asked<N> = {}, way: Way = {}): Promise<Answer<N>> =>
  callDraft(name, asked, way);

/** The same with what may not be complete yet. */
export async function callDraft<N extends RouteName>(
  name: N,
  asked: Omit<Asked<N>, "body"> & { readonly body?: unknown },
  way: Way = {},
): Promise<Answer<N>> {
  const { method, address } = addressOf(name, asked);
  const response = await send(method, address, asked.body, way);
  return response;
}

/** A page of a list, by the cursor of the one before. */
export async function callPage<N extends Reading>(
  name: N,
  asked: { readonly params?: unknown; readonly query: Readonly<Record<string, unknown>> },
  way: Way,
): Promise<Answer<N>> {
  const { method, address } = addressOf(name, asked);
  const response = await send(method, address, undefined, way);
  return response;
}

/** What a route is asked at, as it stands in the first line of a request. */
export function addressOf(name: string, { params, query }: { readonly params?: unknown; readonly query?: unknown }) {
  const [method, template] = routeTable[name] ?? ["GET", ""];
  const given = entriesOf(params);
  const path = template.replace(/\{(\w+)\+?\}/g, (_, key: string) => encodeURIComponent(String(given.get(key) ?? "")));
  const search = new URLSearchParams();
  for (const [key, value] of entriesOf(query)) if (value !== undefined && value !== "") search.set(key, String(value));
  return { method, address: search.size === 0 ? path : `${path}?${search}` };
}

const entriesOf = (value: unknown): Map<string, unknown> =>
  new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);

/** Asks once more with a new token where the first is refused. The answer is what the API's own schema has let through. */
// biome-ignore lint/suspicious/noExplicitAny: the response's type is the route's own, parsed by the server on its way out
async function send(method: string, address: string, body: unknown, way: Way): Promise<any> {
  let refused: string | undefined;
  for (const again of [false, true]) {
    const token = await accessToken(refused);
    if (token === undefined) throw new Unreachable("nobody is signed in");
    const first = again ? undefined : await takeFirst(method, address);
    const response = first ?? (await ask(method, address, body, way, token));
    if (response.status === 401 && !again) {
      refused = token;
      continue;
    }
    const text = await response.text().catch(() => "");
    const answer: unknown = text === "" ? undefined : parse(text);
    if (response.ok) return answer;
    throw new Problem(response.status, answer, Number(response.headers.get("retry-after")) || undefined);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function ask(
  method: string,
  address: string,
  body: unknown,
  { key, signal, keepalive }: Way,
  token: string,
): Promise<Response> {
  try {
    return await fetch(address, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        "accept-language": language(),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(key === undefined ? {} : { "idempotency-key": key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
      ...(keepalive ? { keepalive } : {}),
      cache: "no-store",
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Unreachable("no network");
  }
}

/** What the page's own script has asked already is taken once. */
const firstResponses = new Map<string, Promise<Response | undefined>>();
export function keepFirst(address: string, response: Promise<Response | undefined>): void {
  firstResponses.set(address, response);
}
async function takeFirst(method: string, address: string): Promise<Response | undefined> {
  const response = method === "GET" ? await firstResponses.get(address)?.catch(() => undefined) : undefined;
  firstResponses.delete(address);
  return response?.ok ? response : undefined;
}
