import type { UserPoolClientModel, UserPoolModel } from "../template/model.ts";

/** Where a scripted sign-in lets itself be sent; any port, on loopback. */
export const scriptedRedirectPath = "/_identity/signed-in";

const knownScopes = ["openid", "profile", "email", "phone", "aws.cognito.signin.user.admin"];

/** Every scope of a user pool: the standard ones and `<identifier>/<scope>` of its resource servers. */
export function poolScopes(pool: UserPoolModel): readonly string[] {
  const own = pool.resourceServers.flatMap((server) => server.scopes.map((scope) => `${server.identifier}/${scope.name}`));
  return [...knownScopes, ...own];
}

/** The clients of a user pool that can sign in by authorization code. Throws, by name, for what is not known. */
export function signInClients(pool: UserPoolModel): readonly UserPoolClientModel[] {
  const scopes = poolScopes(pool);
  const clients = pool.clients.filter((client) => client.allowedOAuthFlows.length > 0);
  for (const client of clients) {
    const refuse = (what: string) => new Error(`The user pool client "${client.name}" ${what}`);
    if (client.generateSecret) throw refuse("has a secret: only public clients are known here.");
    const flow = client.allowedOAuthFlows.find((allowed) => allowed !== "code");
    if (flow !== undefined) throw refuse(`allows the flow "${flow}": only "code" is known here.`);
    const scope = client.allowedOAuthScopes.find((allowed) => !scopes.includes(allowed));
    if (scope !== undefined) throw refuse(`allows the scope "${scope}", which its user pool does not have.`);
  }
  return clients;
}

/** A client as oidc-provider's metadata: public, PKCE, and `native` so that a loopback redirect may have any port (RFC 8252, 7.3). */
export function clientMetadata(client: UserPoolClientModel): Record<string, unknown> {
  return {
    client_id: client.id,
    client_name: client.name,
    application_type: "native",
    token_endpoint_auth_method: "none",
    grant_types: ["authorization_code", "refresh_token"],
    response_types: ["code"],
    scope: client.allowedOAuthScopes.join(" "),
    redirect_uris: withLoopback(client.callbackUrls, [scriptedRedirectPath]),
    post_logout_redirect_uris: withLoopback(client.logoutUrls, []),
  };
}

/** The URLs, and the same paths on this machine: here the console runs on loopback, whatever its address in production is. */
function withLoopback(urls: readonly string[], paths: readonly string[]): string[] {
  const local = [...urls.map((url) => new URL(url)).map((url) => url.pathname + url.search), ...paths];
  const here = local.flatMap((path) => [`http://127.0.0.1${path}`, `http://localhost${path}`]);
  const usable = urls.filter((url) => !URL.parse(url)?.href.startsWith("https://localhost"));
  return [...new Set([...usable, ...here])];
}
