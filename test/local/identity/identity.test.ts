import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, request as httpRequest, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Identity, openIdentity } from "../../../local/identity/identity.ts";
import { signIn } from "../../../local/identity/sign-in.ts";
import { issuer, pool } from "./build-pool.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "titian-identity-"));
const scope = "openid profile email titian/read titian/write";
let identity: Identity;
let server: Server;
let publicUrl: string;
let sub: string;

async function start(): Promise<void> {
  server = createServer(async (request, response) => {
    if (!(await identity.handle(request, response))) response.writeHead(404).end("not here");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  publicUrl = `http://127.0.0.1:${address.port}`;
  identity = openIdentity({ dataFolder, userPools: [pool], publicUrl });
}

async function stop(): Promise<void> {
  server.closeAllConnections();
  server.close();
  await identity.close();
}

const sari = { username: "sari", password: "kata sandi yang panjang", name: "Sari Dewi", email: "sari@bapas.example.go.id" };
const signInAs = (change: Partial<Parameters<typeof signIn>[0]> = {}) =>
  signIn({ publicUrl, clientId: "console", username: "sari", password: sari.password, scope, ...change });

beforeAll(async () => {
  await start();
  sub = (await identity.putUser(sari)).sub;
});

afterAll(async () => {
  await stop();
  rmSync(dataFolder, { recursive: true });
});

describe("signing in", () => {
  it("brings an access token as Cognito writes it", async () => {
    const { accessToken, expiresAt } = await signInAs();
    const claims = decodeJwt(accessToken);
    expect(claims).toMatchObject({ iss: issuer, sub, client_id: "console", token_use: "access", scope, username: "sari" });
    expect(claims).not.toHaveProperty("aud");
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(30 * 60);
    expect(Math.abs(expiresAt - Date.now() - 30 * 60_000)).toBeLessThan(5000);
    expect(decodeProtectedHeader(accessToken).alg).toBe("RS256");
    const keys = identity.findKeys(issuer);
    if (keys === undefined) throw new Error("No keys");
    await jwtVerify(accessToken, keys, { issuer });
    expect(identity.findKeys("https://elsewhere.example")).toBeUndefined();
  });

  it("brings an ID token that holds against discovery", async () => {
    const { idToken } = await signInAs();
    const discovery = await (await fetch(`${publicUrl}/_identity/.well-known/openid-configuration`)).json();
    expect(discovery).toMatchObject({ issuer, jwks_uri: `${publicUrl}/_identity/jwks` });
    const keys = createRemoteJWKSet(new URL(`${publicUrl}/_identity/jwks`));
    const { payload } = await jwtVerify(idToken ?? "", keys, { issuer, audience: "console" });
    expect(payload).toMatchObject({
      sub,
      token_use: "id",
      "cognito:username": "sari",
      name: "Sari Dewi",
      email: "sari@bapas.example.go.id",
    });
    const published = await (await fetch(`${publicUrl}/_identity/jwks`)).text();
    expect(published).not.toMatch(/"(d|p|q|dp|dq|qi)"/);
  });

  it("gives no more scopes than were asked for, and refuses those that the client may not have", async () => {
    expect(decodeJwt((await signInAs({ scope: "titian/read" })).accessToken)).toMatchObject({ scope: "titian/read" });
    expect(await signInAs({ scope: "titian/read" })).not.toHaveProperty("idToken");
    await expect(signInAs({ scope: "openid titian/admin" })).rejects.toThrow("invalid_scope");
    await expect(signInAs({ scope: "openid titian/unheard-of" })).rejects.toThrow("invalid_scope");
  });

  it("refuses a wrong password, an unknown name and an unknown client", async () => {
    await expect(signInAs({ password: "salah" })).rejects.toThrow("Nama pengguna atau kata sandi salah");
    await expect(signInAs({ username: "budi" })).rejects.toThrow("Nama pengguna atau kata sandi salah");
    await expect(signInAs({ clientId: "other" })).rejects.toThrow("invalid_client");
  });

  it("needs PKCE, and a redirect on loopback or a registered one", async () => {
    const ask = async (change: Record<string, string>) => {
      const parameters = {
        client_id: "console",
        response_type: "code",
        scope: "openid",
        redirect_uri: "http://127.0.0.1:5173/masuk",
      };
      const pkce = { code_challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", code_challenge_method: "S256" };
      const query = new URLSearchParams({ ...parameters, ...pkce, ...change });
      for (const [name, value] of [...query]) if (value === "") query.delete(name);
      const response = await fetch(`${publicUrl}/_identity/auth?${query}`, { redirect: "manual" });
      return { status: response.status, location: response.headers.get("location") ?? "" };
    };
    expect((await ask({})).location).toContain("/_identity/interaction/");
    expect((await ask({ redirect_uri: "http://localhost:9/masuk" })).location).toContain("/_identity/interaction/");
    expect((await ask({ redirect_uri: "https://titian.example.go.id/masuk" })).location).toContain("/_identity/interaction/");
    expect((await ask({ code_challenge: "", code_challenge_method: "" })).location).toContain("error=invalid_request");
    for (const redirect_uri of ["https://evil.example/masuk", "http://127.0.0.1:5173/other", "http://evil.example:5173/masuk"]) {
      expect(await ask({ redirect_uri })).toEqual({ status: 400, location: "" });
    }
  });

  it("answers a browser's token request from a loopback origin only", async () => {
    const ask = (origin: string) =>
      fetch(`${publicUrl}/_identity/token`, {
        method: "POST",
        headers: { origin },
        body: new URLSearchParams({
          grant_type: "authorization_code",
          client_id: "console",
          code: "x",
          redirect_uri: "http://x/",
        }),
      });
    expect((await ask("http://127.0.0.1:5173")).headers.get("access-control-allow-origin")).toBe("http://127.0.0.1:5173");
    expect((await ask("https://evil.example")).headers.get("access-control-allow-origin")).toBeNull();
  });

  it("refuses a request by another host's name", async () => {
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest(`${publicUrl}/_identity/jwks`, { headers: { host: "evil.example" } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      sent.on("error", reject);
      sent.end();
    });
    expect(status).toBe(403);
  });
});

describe("what is kept", () => {
  const refresh = (token: string | undefined) =>
    fetch(`${publicUrl}/_identity/token`, {
      method: "POST",
      body: new URLSearchParams({ grant_type: "refresh_token", client_id: "console", refresh_token: token ?? "" }),
    });

  it("outlives a restart on another port: issuer, subject, key, refresh tokens", async () => {
    const before = await signInAs();
    await stop();
    await start();
    const response = await refresh(before.refreshToken);
    expect(response.status).toBe(200);
    const keys = identity.findKeys(issuer);
    if (keys === undefined) throw new Error("No keys");
    await jwtVerify(before.accessToken, keys, { issuer });
    expect(decodeJwt((await signInAs()).accessToken)).toMatchObject({ iss: issuer, sub });
    // A refresh token works once.
    expect((await refresh(before.refreshToken)).status).toBe(400);
  });

  it("ends when it has answered who is signing in just then", async () => {
    const { handle, close } = identity;
    const faults: unknown[] = [];
    let ended: Promise<void> | undefined;
    identity = {
      ...identity,
      handle: async (request, response) => {
        if (ended) response.writeHead(503).end();
        if (ended) return true;
        const answered = handle(request, response);
        // The password is on its way: it is looked up and hashed while the end comes.
        if (request.method === "POST" && request.url?.includes("/interaction/")) ended = close();
        return answered.catch((error: unknown) => {
          faults.push(error);
          return true;
        });
      },
    };
    await Promise.race([signInAs().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 3000))]);
    await ended;
    expect(ended).toBeDefined();
    expect(faults).toEqual([]);
    server.closeAllConnections();
    server.close();
    await start();
  });

  it("lies in files that only their owner reads, without the password", () => {
    for (const name of ["signing-key.json", "cookie.key"]) {
      expect(statSync(join(dataFolder, "identity", name)).mode & 0o777).toBe(0o600);
    }
    expect(readFileSync(join(dataFolder, "identity", "identity.sqlite")).includes(sari.password)).toBe(false);
  });

  it("keeps a user's subject when the rest changes", async () => {
    const changed = await identity.putUser({ ...sari, username: "SARI", password: "kata sandi baru", name: "Sari D." });
    expect(changed).toEqual({ sub, issuer });
    expect(identity.listUsers()).toEqual([{ sub, username: "sari", name: "Sari D.", email: sari.email }]);
    await expect(signInAs()).rejects.toThrow("salah");
    await signInAs({ password: "kata sandi baru" });
    await expect(identity.putUser({ ...sari, password: "pendek" })).rejects.toThrow("8 characters");
  });
});

it("refuses by name what it does not know", () => {
  const other = mkdtempSync(join(tmpdir(), "titian-identity-"));
  const [client] = pool.clients;
  if (client === undefined) throw new Error("No client");
  const open = (change: Partial<typeof client>) => () =>
    openIdentity({ dataFolder: other, userPools: [{ ...pool, clients: [{ ...client, ...change }] }], publicUrl });
  expect(open({ generateSecret: true })).toThrow('"console" has a secret');
  expect(open({ allowedOAuthFlows: ["implicit"] })).toThrow('"implicit"');
  expect(open({ allowedOAuthScopes: ["titian/fly"] })).toThrow('"titian/fly"');
  expect(() => openIdentity({ dataFolder: other, userPools: [pool, pool], publicUrl })).toThrow("2 user pools");
  rmSync(other, { recursive: true });
});
