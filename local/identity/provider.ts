import type { JWK } from "jose";
import { type Adapter, type Context, errors, interactionPolicy, Provider } from "oidc-provider";
import { isLoopbackUrl } from "../pages/loopback.ts";
import type { UserPoolClientModel, UserPoolModel } from "../template/model.ts";
import { clientMetadata, poolScopes, signInClients } from "./clients.ts";
import { contentSecurityPolicy, logoutPage, logoutSecurityPolicy, messagePage } from "./pages.ts";
import type { User } from "./users.ts";

/** One hour, in seconds: how long Cognito's own login pages remember somebody. */
const sessionSeconds = 3600;

type Parts = {
  readonly pool: UserPoolModel;
  readonly adapters: (model: string) => Adapter;
  readonly signingKey: JWK;
  readonly cookieKey: string;
  readonly findUser: (sub: string) => User | undefined;
};

/**
 * The OpenID provider for a user pool: public clients with PKCE, tokens as Cognito writes them. The issuer of all of them is the
 * pool's own, wherever the provider is reached: an ID token passes for an access token by everything but its scopes, here as there.
 */
export function createProvider(parts: Parts): Provider {
  const { pool, adapters, signingKey, cookieKey, findUser } = parts;
  const clients = signInClients(pool);
  const clientOf = (id: string | undefined) => clients.find((client) => client.id === id);
  const policy = interactionPolicy.base();
  policy.remove("consent");
  const longestRefresh = Math.max(sessionSeconds, ...clients.map((client) => seconds(client.refreshTokenValidity)));

  const provider = new Provider(pool.issuer, {
    adapter: adapters,
    clients: clients.map(clientMetadata),
    jwks: { keys: [signingKey] },
    scopes: poolScopes(pool),
    claims: {
      openid: ["sub", "username", "cognito:username", "token_use"],
      profile: ["name"],
      email: ["email", "email_verified"],
      phone: [],
    },
    // There is no userinfo for tokens of a resource server, so the ID token carries what a scope brings.
    conformIdTokenClaims: false,
    clientAuthMethods: ["none"],
    responseTypes: ["code"],
    pkce: { required: () => true },
    cookies: {
      keys: [cookieKey],
      names: { session: "_titian_session", interaction: "_titian_interaction", resume: "_titian_resume" },
    },
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      userinfo: { enabled: false },
      revocation: { enabled: true, allowedPolicy: async () => true },
      resourceIndicators: {
        enabled: true,
        defaultResource: async () => pool.issuer,
        getResourceServerInfo: async (context: Context, resource: string) => resourceServer(context, resource, pool, clientOf),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context: Context, form: string) => show(context, logoutPage(form), logoutSecurityPolicy),
        postLogoutSuccessSource: async (context: Context) =>
          show(context, messagePage("Sudah keluar", "Anda boleh menutup halaman ini.")),
      },
    },
    formats: { customizers: { jwt: (_: Context, token: TokenLike, jwt: TokenParts) => likeCognito(jwt, token, pool, findUser) } },
    interactions: {
      policy,
      url: async (_: Context, interaction: { readonly uid: string }) => `/_identity/interaction/${interaction.uid}`,
    },
    findAccount: async (_: Context, sub: string) => accountOf(findUser(sub)),
    loadExistingGrant: (context: Context) => grantAll(context, pool, clientOf),
    issueRefreshToken: async () => true,
    clientBasedCORS: (_: Context, origin: string, client: { readonly redirectUris: readonly string[] }) =>
      isLoopbackUrl(origin) || client.redirectUris.some((uri) => URL.parse(uri)?.origin === origin),
    renderError: async (context: Context, out: { readonly error: string; readonly error_description?: string }) => {
      const message = `${out.error_description ?? ""} (${out.error})`;
      show(context, messagePage("Tidak dapat masuk", message.trim()));
    },
    ttl: {
      AccessToken: (_: Context, token: TokenLike) => seconds(clientOf(token.clientId)?.accessTokenValidity),
      AuthorizationCode: 60,
      IdToken: (_: Context, token: TokenLike) => seconds(clientOf(token.clientId)?.idTokenValidity),
      RefreshToken: (_: Context, token: TokenLike) => seconds(clientOf(token.clientId)?.refreshTokenValidity),
      Interaction: sessionSeconds,
      Session: sessionSeconds,
      Grant: longestRefresh,
    },
  });
  provider.on("server_error", (_, error) => console.error("identity:", error));
  return provider;
}

type TokenLike = { readonly accountId?: string; readonly clientId?: string };
type TokenParts = { readonly payload: Record<string, unknown> };
type ClientOf = (id: string | undefined) => UserPoolClientModel | undefined;

/** Whole seconds of a validity in minutes; an hour where there is none. */
function seconds(minutes = 60): number {
  return Math.round(minutes * 60);
}

function show(context: Context, html: string, policy = contentSecurityPolicy): void {
  context.type = "html";
  context.set("content-security-policy", policy);
  context.body = html;
}

/** The pool as a resource server: RS256 tokens with the scopes that the client may have; any other scope is refused, as Cognito does. */
function resourceServer(context: Context, resource: string, pool: UserPoolModel, clientOf: ClientOf): Record<string, unknown> {
  const client = clientOf(context.oidc.client?.clientId);
  const allowed = client?.allowedOAuthScopes ?? [];
  const refused = [...context.oidc.requestParamScopes].find((scope) => !allowed.includes(scope));
  if (refused !== undefined) throw new errors.InvalidScope("requested scope is not allowed", refused);
  if (resource !== pool.issuer) throw new errors.InvalidScope("requested resource is not known", resource);
  return {
    scope: allowed.join(" "),
    audience: resource,
    accessTokenFormat: "jwt",
    accessTokenTTL: seconds(client?.accessTokenValidity),
    jwt: { sign: { alg: "RS256" } },
  };
}

/**
 * Writes an access token's claims as Cognito does: the pool's issuer, token_use, username, and no aud.
 * Source: https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html
 */
function likeCognito(jwt: TokenParts, token: TokenLike, pool: UserPoolModel, findUser: (sub: string) => User | undefined): void {
  const user = token.accountId === undefined ? undefined : findUser(token.accountId);
  Object.assign(jwt.payload, { iss: pool.issuer, token_use: "access", version: 2, username: user?.username });
  // oidc-provider insists on an audience; one that is not enumerable satisfies it and is not written into the token.
  Object.defineProperty(jwt.payload, "aud", { value: jwt.payload.aud, enumerable: false, writable: true });
}

function accountOf(user: User | undefined): Record<string, unknown> | undefined {
  if (user === undefined) return undefined;
  const { sub, username, name, email } = user;
  const claims = { sub, username, "cognito:username": username, token_use: "id", name, email, email_verified: true };
  return { accountId: sub, claims: async () => claims };
}

/** Nobody is asked for consent by their own authority's console: a client has all that the pool allows it. */
async function grantAll(context: Context, pool: UserPoolModel, clientOf: ClientOf) {
  const { provider, client, session } = context.oidc;
  const accountId = session?.accountId;
  if (client === undefined || session === undefined || accountId === undefined) return undefined;
  const kept = session.grantIdFor(client.clientId);
  const grant =
    (kept === undefined ? undefined : await provider.Grant.find(kept)) ??
    new provider.Grant({ clientId: client.clientId, accountId });
  const scope = (clientOf(client.clientId)?.allowedOAuthScopes ?? []).join(" ");
  grant.addOIDCScope(scope);
  grant.addResourceScope(pool.issuer, scope);
  await grant.save();
  return grant;
}
