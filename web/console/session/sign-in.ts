/** Code with PKCE at whichever OpenID issuer the stage has (RFC 7636, RFC 9700). Loaded only where somebody signs in. */
import * as oauth from "oauth4webapi";
import type { Kept } from "./kept.ts";
import { handOver, signedIn } from "./session.ts";
import { readSettings } from "./settings.ts";

/** What a login that has begun must know when the issuer sends the user back. */
type Begun = {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly trusted: boolean;
  /** Where the user was going. */
  readonly to: string;
  /** In a window of its own, opened over work that shall stay. */
  readonly apart: boolean;
};

const begunName = "titian.masuk";
const callback = (): string => new URL("/konsol/masuk", location.href).href;
const insecure = () => ({ [oauth.allowInsecureRequests]: location.protocol === "http:" });

async function discover() {
  const settings = await readSettings();
  const response = await fetch(`${settings.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
  const server: unknown = await response.json();
  // Where it is read is the stage's own setting, and need not stand below the issuer's name.
  if (!isServer(server)) throw new Error("The issuer does not describe itself");
  return { server, settings, client: { client_id: settings.clientId } satisfies oauth.Client };
}

const isServer = (value: unknown): value is oauth.AuthorizationServer =>
  typeof value === "object" && value !== null && "issuer" in value && "token_endpoint" in value;

/** Sends the user to the issuer. @param apart in a window of its own, so that what was typed on this page stays */
export async function beginSignIn(options: {
  readonly trusted: boolean;
  readonly to: string;
  readonly apart?: boolean;
}): Promise<void> {
  const { server, settings, client } = await discover();
  if (server.authorization_endpoint === undefined) throw new Error("The issuer names no authorization endpoint");
  const begun: Begun = {
    verifier: oauth.generateRandomCodeVerifier(),
    state: oauth.generateRandomState(),
    nonce: oauth.generateRandomNonce(),
    trusted: options.trusted,
    to: options.to,
    apart: options.apart ?? false,
  };
  sessionStorage.setItem(begunName, JSON.stringify(begun));
  const asked = new URL(server.authorization_endpoint);
  const fields = {
    response_type: "code",
    client_id: client.client_id,
    redirect_uri: callback(),
    scope: settings.scopes.join(" "),
    state: begun.state,
    nonce: begun.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: "S256",
  };
  for (const [name, value] of Object.entries(fields)) asked.searchParams.set(name, value);
  location.assign(asked);
}

const isBegun = (value: unknown): value is Begun =>
  typeof value === "object" && value !== null && "verifier" in value && "state" in value && "nonce" in value;

/** Ends a login at the callback. Answers where the user was going; undefined where this window was opened for the login alone. */
export async function endSignIn(): Promise<string | undefined> {
  const begun: unknown = JSON.parse(sessionStorage.getItem(begunName) ?? "null");
  sessionStorage.removeItem(begunName);
  if (!isBegun(begun)) throw new Error("No login has begun in this tab");
  const { server, client } = await discover();
  const parameters = oauth.validateAuthResponse(server, client, new URL(location.href), begun.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    callback(),
    begun.verifier,
    insecure(),
  );
  const answer = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: begun.nonce,
    requireIdToken: true,
  });
  if (answer.refresh_token === undefined || server.token_endpoint === undefined)
    throw new Error("The issuer gave no refresh token");
  const kept: Kept = {
    id: crypto.randomUUID(),
    refreshToken: answer.refresh_token,
    clientId: client.client_id,
    tokenEndpoint: server.token_endpoint,
    revocationEndpoint: server.revocation_endpoint,
    endSessionEndpoint: server.end_session_endpoint,
    trusted: begun.trusted,
  };
  if (begun.apart) {
    handOver(kept);
    return undefined;
  }
  await signedIn(kept, { token: answer.access_token, seconds: answer.expires_in ?? 300 });
  return begun.to;
}
