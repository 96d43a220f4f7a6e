import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";
import type { JwtAuthorizerModel, RouteModel } from "../template/model.ts";

/** Finds the keys of an issuer; undefined: nobody here signs for it. */
export type FindKeys = (issuer: string) => JWTVerifyGetKey | undefined;

/** What a JWT authoriser puts into the event: claims as strings; the route's scopes that the token holds, or null. */
export type JwtContext = { readonly claims: Readonly<Record<string, string>>; readonly scopes: readonly string[] | null };

/** What came of the check: a context, or a refusal with its `www-authenticate` header. */
export type Authorization =
  | { readonly allowed: true; readonly jwt: JwtContext }
  | { readonly allowed: false; readonly status: 401 | 403; readonly wwwAuthenticate: string };

type Check = {
  readonly route: RouteModel;
  readonly authorizer: JwtAuthorizerModel;
  readonly header: (name: string) => string | undefined;
  readonly query: URLSearchParams;
  readonly findKeys: FindKeys;
  /** Real time in epoch milliseconds: tokens live in real time, whatever the cloud's clock says. */
  readonly now: number;
};

/**
 * Checks a request's token as the JWT authoriser of an HTTP API does: signature (RSA only), iss, aud or else client_id, exp, nbf,
 * iat, and any one of the route's scopes in `scope` or `scp`.
 * Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
export async function authorize(check: Check): Promise<Authorization> {
  const token = findToken(check);
  if (token === undefined) return refuse(401, "Bearer");
  const claims = await verify(token, check);
  if (typeof claims === "string") return refuse(401, `Bearer scope="" error="invalid_token" error_description="${claims}"`);
  const wanted = check.route.scopes;
  const held = readScopes(claims);
  const matching = wanted.filter((scope) => held.includes(scope));
  if (wanted.length > 0 && matching.length === 0) {
    return refuse(403, `Bearer scope="${wanted.join(" ")}" error="insufficient_scope"`);
  }
  return { allowed: true, jwt: { claims: claimTexts(claims), scopes: wanted.length === 0 ? null : matching } };
}

function refuse(status: 401 | 403, wwwAuthenticate: string): Authorization {
  return { allowed: false, status, wwwAuthenticate };
}

function findToken({ authorizer, header, query }: Check): string | undefined {
  for (const source of authorizer.identitySource) {
    const [, place, name] = /^\$request\.(header|querystring)\.(.+)$/.exec(source) ?? [];
    if (name === undefined) throw new Error(`The identity source "${source}" is not known.`);
    const value = place === "header" ? header(name) : (query.get(name) ?? undefined);
    if (value !== undefined && value !== "") return value.replace(/^Bearer +/i, "");
  }
  return undefined;
}

/** The claims, or why the token is not valid. */
async function verify(token: string, { authorizer, findKeys, now }: Check): Promise<JWTPayload | string> {
  const keys = findKeys(authorizer.issuer);
  if (keys === undefined) return "the issuer's keys are not known";
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: authorizer.issuer,
      algorithms: ["RS256", "RS384", "RS512"],
      requiredClaims: ["exp"],
      currentDate: new Date(now),
    });
    if (payload.iat !== undefined && payload.iat * 1000 > now) return "the token is not valid yet";
    if (!hasAudience(payload, authorizer.audience)) return "the token does not have a valid audience";
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return "the token has expired";
    if (error instanceof errors.JOSEError) return "the token is not valid";
    throw error;
  }
}

function hasAudience(claims: JWTPayload, audience: readonly string[]): boolean {
  if (claims.aud !== undefined) return [claims.aud].flat().some((claimed) => audience.includes(claimed));
  return typeof claims.client_id === "string" && audience.includes(claims.client_id);
}

function readScopes(claims: JWTPayload): readonly string[] {
  const value = claims.scope ?? claims.scp;
  if (typeof value === "string") return value.split(" ").filter((scope) => scope !== "");
  return Array.isArray(value) ? value.filter((scope) => typeof scope === "string") : [];
}

function claimTexts(claims: JWTPayload): Record<string, string> {
  return Object.fromEntries(Object.entries(claims).map(([name, value]) => [name, claimText(value)]));
}

/** API Gateway writes lists as `[a b]`. */
function claimText(value: unknown): string {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return `[${value.map(claimText).join(" ")}]`;
  return JSON.stringify(value) ?? "";
}
