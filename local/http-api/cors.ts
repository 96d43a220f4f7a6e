import type { CorsModel } from "../template/model.ts";

/**
 * The headers that an HTTP API with CORS adds to its responses; none where the origin is not allowed.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
export function corsHeaders(cors: CorsModel, origin: string): Record<string, string> {
  const allowed = allowedOrigin(cors, origin);
  if (allowed === undefined) return {};
  const headers: Record<string, string> = { "access-control-allow-origin": allowed };
  if (allowed !== "*") headers.vary = "origin";
  if (cors.allowCredentials) headers["access-control-allow-credentials"] = "true";
  if (cors.exposeHeaders.length > 0) headers["access-control-expose-headers"] = cors.exposeHeaders.join(",");
  return headers;
}

/** The headers of the response to a preflight request. */
export function preflightHeaders(cors: CorsModel, origin: string): Record<string, string> {
  const headers = corsHeaders(cors, origin);
  if (headers["access-control-allow-origin"] === undefined) return {};
  if (cors.allowMethods.length > 0) headers["access-control-allow-methods"] = cors.allowMethods.join(",");
  if (cors.allowHeaders.length > 0) headers["access-control-allow-headers"] = cors.allowHeaders.join(",");
  if (cors.maxAge !== undefined) headers["access-control-max-age"] = String(cors.maxAge);
  return headers;
}

/** Origins are compared exactly; `*`, `https://*` and `http://*` allow all, or all of a scheme. */
function allowedOrigin(cors: CorsModel, origin: string): string | undefined {
  if (cors.allowOrigins.includes("*")) return "*";
  const fits = cors.allowOrigins.some(
    (allowed) =>
      allowed === origin || ((allowed === "https://*" || allowed === "http://*") && origin.startsWith(allowed.slice(0, -1))),
  );
  return fits ? origin : undefined;
}
