import type { RouteModel } from "../template/model.ts";

/** A route that fits a request, and what its path variables hold. */
export type RouteMatch = { readonly route: RouteModel; readonly pathParameters: Readonly<Record<string, string>> };

type Segment =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "variable"; readonly name: string }
  | { readonly kind: "greedy"; readonly name: string };

type ParsedRoute = { readonly route: RouteModel; readonly method: string; readonly segments: readonly Segment[] };

/**
 * Prepares the routes of an HTTP API for matching. The most specific route wins: a literal segment over `{name}`, that
 * over `{name+}`, the method itself over ANY, and `$default` last.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
export function createRouteMatcher(routes: readonly RouteModel[]): (method: string, path: string) => RouteMatch | undefined {
  const fallback = routes.find((route) => route.routeKey === "$default");
  const parsed = routes.filter((route) => route !== fallback).map(parseRoute);
  parsed.sort(bySpecificity);
  return (method, path) => {
    const parts = path.split("/").slice(1);
    for (const candidate of parsed) {
      if (candidate.method !== "ANY" && candidate.method !== method) continue;
      const pathParameters = matchSegments(candidate.segments, parts);
      if (pathParameters !== undefined) return { route: candidate.route, pathParameters };
    }
    return fallback === undefined ? undefined : { route: fallback, pathParameters: {} };
  };
}

const methods = new Set(["ANY", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

function parseRoute(route: RouteModel): ParsedRoute {
  const [method = "", path = "", ...rest] = route.routeKey.split(" ");
  if (!methods.has(method) || !path.startsWith("/") || rest.length > 0) {
    throw new Error(`The route key "${route.routeKey}" is not of the form "METHOD /path".`);
  }
  const segments = path.split("/").slice(1).map(parseSegment);
  if (segments.slice(0, -1).some((segment) => segment.kind === "greedy")) {
    throw new Error(`The route key "${route.routeKey}" has a greedy variable that is not its last segment.`);
  }
  return { route, method, segments };
}

function parseSegment(text: string): Segment {
  const variable = /^\{([A-Za-z0-9_.-]+)(\+?)\}$/.exec(text);
  if (variable?.[1] === undefined) return { kind: "literal", text };
  return { kind: variable[2] === "+" ? "greedy" : "variable", name: variable[1] };
}

function matchSegments(segments: readonly Segment[], parts: readonly string[]): Record<string, string> | undefined {
  const found: Record<string, string> = {};
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === "greedy") {
      const rest = parts.slice(index).join("/");
      if (rest === "") return undefined;
      found[segment.name] = rest;
      return found;
    }
    const part = parts[index];
    if (part === undefined) return undefined;
    if (segment.kind === "literal" ? part !== segment.text : part === "") return undefined;
    if (segment.kind === "variable") found[segment.name] = part;
  }
  return parts.length === segments.length ? found : undefined;
}

const ranks = { literal: 0, variable: 1, greedy: 2 } as const;

function bySpecificity(left: ParsedRoute, right: ParsedRoute): number {
  // A greedy route is a lesser match as a whole, however long its literal beginning is.
  const greedy = Number(endsGreedily(left)) - Number(endsGreedily(right));
  if (greedy !== 0) return greedy;
  for (let index = 0; index < Math.max(left.segments.length, right.segments.length); index += 1) {
    const difference = rankAt(left, index) - rankAt(right, index);
    if (difference !== 0) return difference;
  }
  return Number(left.method === "ANY") - Number(right.method === "ANY");
}

function endsGreedily(route: ParsedRoute): boolean {
  return route.segments.at(-1)?.kind === "greedy";
}

function rankAt(route: ParsedRoute, index: number): number {
  const segment = route.segments[index];
  return segment === undefined ? 3 : ranks[segment.kind];
}
