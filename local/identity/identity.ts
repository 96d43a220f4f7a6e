import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { createLocalJWKSet, type JSONWebKeySet, type JWK, type JWTVerifyGetKey } from "jose";
import { errors, type Provider } from "oidc-provider";
import * as z from "zod";
import { openDatabase } from "../database.ts";
import { keepSecret } from "../kms/secret-file.ts";
import { isLoopbackRequest, isSameOrigin } from "../pages/loopback.ts";
import type { UserPoolModel } from "../template/model.ts";
import { createAdapters } from "./adapter.ts";
import { contentSecurityPolicy, loginPage, messagePage } from "./pages.ts";
import { createProvider } from "./provider.ts";
import { type NewUser, openUsers, type User, type Users } from "./users.ts";

/** The identity of the cloud: an OpenID provider under `/_identity` in the place of a Cognito user pool. It keeps real time. */
export type Identity = {
  /** Answers requests below `/_identity`; resolves to false for any other path. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** The public keys. */
  readonly jwks: () => JSONWebKeySet;
  /** The keys by which tokens of an issuer are verified; undefined: it is not the user pool's. */
  readonly findKeys: (issuer: string) => JWTVerifyGetKey | undefined;
  /** Puts the path at which the issuer answers here in the place of its address, which is Cognito's. */
  readonly atHome: (text: string) => string;
  /** Writes a user; the same username again changes the rest and keeps the subject. */
  readonly putUser: (user: NewUser) => Promise<{ readonly sub: string; readonly issuer: string }>;
  readonly listUsers: () => readonly User[];
  /** Closes the files once whoever is signing in has been answered. */
  readonly close: () => Promise<void>;
};

const mount = "/_identity";
const keyText = z.looseObject({ kty: z.literal("RSA"), kid: z.string(), n: z.string(), e: z.string(), d: z.string() });

/**
 * Opens the identity in `<data>/identity`: signing key and cookie key made at first start (0600), users and sessions in sqlite.
 * `publicUrl` is where the cloud is reached, `http://127.0.0.1:<port>`; the issuer in tokens is the user pool's own and does
 * not depend on it. Throws, by name, for more than one user pool and for clients that are not public.
 */
export function openIdentity(options: {
  readonly dataFolder: string;
  readonly userPools: readonly UserPoolModel[];
  readonly publicUrl: string;
}): Identity {
  const [pool, ...others] = options.userPools;
  if (others.length > 0) throw new Error(`The app has ${options.userPools.length} user pools: only one is known here.`);
  const folder = join(options.dataFolder, "identity");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const signingKey = readSigningKey(join(folder, "signing-key.json"));
  const publicKeys = { keys: [publicPart(signingKey)] };
  const resolveKey = createLocalJWKSet(publicKeys);
  const cookieKey = keepSecret(join(folder, "cookie.key"), () => randomBytes(32)).toString("base64url");
  const database = openDatabase(join(folder, "identity.sqlite"));
  const users = openUsers(database);
  const adapters = createAdapters(database);
  const provider =
    pool === undefined ? undefined : createProvider({ pool, adapters, signingKey, cookieKey, findUser: users.find });
  const callback = provider?.callback();
  /** Requests that still read and write the files. */
  const responding = new Set<Promise<boolean>>();

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const path = (request.url ?? "").split("?")[0] ?? "";
    if (provider === undefined || callback === undefined || !(path === mount || path.startsWith(`${mount}/`))) return false;
    if (!isLoopbackRequest(request)) {
      sendPage(response, 403, messagePage("Tidak diizinkan", "Server ini hanya melayani mesinnya sendiri."));
      return true;
    }
    if (path.startsWith(`${mount}/interaction/`)) await signIn(provider, users, request, response);
    else
      await callback(
        Object.assign(request, { originalUrl: request.url, url: request.url?.slice(mount.length) || "/" }),
        response,
      );
    return true;
  };
  return {
    handle: (request, response) => {
      const answered = respond(request, response).finally(() => responding.delete(answered));
      responding.add(answered);
      return answered;
    },
    jwks: () => publicKeys,
    findKeys: (asked) => (pool !== undefined && asked === pool.issuer ? resolveKey : undefined),
    atHome: (text) => (pool === undefined ? text : text.replaceAll(pool.issuer, mount)),
    putUser: async (user) => {
      if (pool === undefined) throw new Error("The app has no user pool.");
      return { sub: (await users.put(user)).sub, issuer: pool.issuer };
    },
    listUsers: users.list,
    close: async () => {
      await Promise.allSettled(responding);
      database.close();
    },
  };
}

function readSigningKey(path: string): JWK {
  const text = keepSecret(path, () => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    return Buffer.from(JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid: randomUUID(), alg: "RS256", use: "sig" }));
  });
  try {
    return keyText.parse(JSON.parse(text.toString()));
  } catch {
    // Without its cause, which would quote from the private key.
    throw new Error(`${path} is damaged: it holds no RSA key`);
  }
}

function publicPart({ kty, kid, n, e }: JWK): JWK {
  return { kty, kid, n, e, alg: "RS256", use: "sig" };
}

/** The login page and its form. */
async function signIn(provider: Provider, users: Users, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const action = (request.url ?? "").split("?")[0] ?? "";
  try {
    const interaction = await provider.interactionDetails(request, response);
    if (action !== `${mount}/interaction/${interaction.uid}`) throw new errors.SessionNotFound("another sign-in has begun");
    if (request.method === "GET") {
      const hint = interaction.params.login_hint;
      sendPage(response, 200, loginPage({ action, username: typeof hint === "string" ? hint : "", failed: false }));
      return;
    }
    if (request.method !== "POST" || !isSameOrigin(request)) {
      sendPage(response, 403, messagePage("Tidak diizinkan", "Mulailah lagi dari halaman aplikasi."));
      return;
    }
    const form = new URLSearchParams(await readForm(request));
    const username = form.get("username") ?? "";
    const user = await users.check(username, form.get("password") ?? "");
    if (user === undefined) sendPage(response, 400, loginPage({ action, username, failed: true }));
    else await provider.interactionFinished(request, response, { login: { accountId: user.sub, amr: ["pwd"] } });
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    sendPage(response, 400, messagePage("Waktu masuk sudah habis", "Mulailah lagi dari halaman aplikasi."));
  }
}

function sendPage(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy,
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
  });
  response.end(html);
}

async function readForm(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) {
    text += chunk;
    if (text.length > 10_000) throw new errors.SessionNotFound("the form is too large");
  }
  return text;
}
