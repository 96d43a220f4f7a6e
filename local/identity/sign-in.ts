import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { scriptedRedirectPath } from "./clients.ts";

/** What a sign-in brings. */
export type SignedIn = {
  readonly accessToken: string;
  readonly idToken?: string;
  readonly refreshToken?: string;
  /** Epoch milliseconds of real time. */
  readonly expiresAt: number;
};

const discoveryResponse = z.object({ authorization_endpoint: z.url(), token_endpoint: z.url() });
const tokenResponse = z.object({
  access_token: z.string(),
  id_token: z.string().optional(),
  refresh_token: z.string().optional(),
  expires_in: z.number(),
});
/** More hops than any sign-in takes. */
const maximumHops = 10;

/**
 * Signs in as a browser does: authorization code with PKCE, cookies and the login form. For demos and tests.
 * Throws where the name, the password, the client or the scope is not accepted.
 */
export async function signIn(options: {
  readonly publicUrl: string;
  readonly clientId: string;
  readonly username: string;
  readonly password: string;
  /** Scopes with spaces between them. */
  readonly scope: string;
}): Promise<SignedIn> {
  const base = options.publicUrl.replace(/\/$/, "");
  const discovery = await fetch(`${base}/_identity/.well-known/openid-configuration`);
  const endpoints = discoveryResponse.parse(await discovery.json());
  const redirectUri = `${base}${scriptedRedirectPath}`;
  const state = randomBytes(16).toString("base64url");
  const verifier = randomBytes(32).toString("base64url");
  const start = new URL(endpoints.authorization_endpoint);
  start.search = new URLSearchParams({
    client_id: options.clientId,
    response_type: "code",
    redirect_uri: redirectUri,
    scope: options.scope,
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString();
  const code = await fetchCode(start, redirectUri, state, options);
  const now = Date.now();
  const response = await fetch(endpoints.token_endpoint, {
    method: "POST",
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: options.clientId,
      code,
      redirect_uri: redirectUri,
      code_verifier: verifier,
    }),
  });
  if (!response.ok) throw new Error(`The token was refused: ${await response.text()}`);
  const { access_token, id_token, refresh_token, expires_in } = tokenResponse.parse(await response.json());
  return {
    accessToken: access_token,
    ...(id_token === undefined ? {} : { idToken: id_token }),
    ...(refresh_token === undefined ? {} : { refreshToken: refresh_token }),
    expiresAt: now + expires_in * 1000,
  };
}

type Credentials = { readonly username: string; readonly password: string };

/** Follows the redirects, fills in the login form once, and stops where the code arrives. */
async function fetchCode(start: URL, redirectUri: string, state: string, credentials: Credentials): Promise<string> {
  const cookies = new Map<string, string>();
  let url = start;
  let body: URLSearchParams | undefined;
  let filledIn = false;
  for (let hop = 0; hop < maximumHops; hop += 1) {
    const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "), accept: "text/html" };
    const response = await fetch(url, { redirect: "manual", headers, ...(body === undefined ? {} : { method: "POST", body }) });
    keepCookies(cookies, response);
    const location = response.headers.get("location");
    if (location !== null) {
      url = new URL(location, url);
      body = undefined;
      if (url.href.startsWith(redirectUri)) return readCode(url, state);
      continue;
    }
    const html = await response.text();
    const action = /<form method="post" action="([^"]+)"/.exec(html)?.[1];
    if (action === undefined || filledIn) throw new Error(`The sign-in was refused: ${readText(html)}`);
    url = new URL(action, url);
    body = new URLSearchParams({ username: credentials.username, password: credentials.password });
    filledIn = true;
  }
  throw new Error("The sign-in does not come to an end.");
}

function readCode(url: URL, state: string): string {
  const { code, error, error_description: why, state: returned } = Object.fromEntries(url.searchParams);
  if (error !== undefined) throw new Error(`The sign-in was refused: ${error}: ${why}`);
  if (code === undefined || returned !== state) throw new Error("The sign-in came back without its code or its state.");
  return code;
}

/** Paths are not held apart: the names differ, and all go to the one host. */
function keepCookies(cookies: Map<string, string>, response: Response): void {
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    if (value === "") cookies.delete(name);
    else cookies.set(name, value);
  }
}

function readText(html: string): string {
  const main = /<main>(.*)<\/main>/s.exec(html)?.[1] ?? html;
  return main
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
