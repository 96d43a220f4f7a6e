/** Who is signed in here: one standing for the whole page, told to whoever listens, in all tabs of the browser. */
import { forgetKept, type Kept, readKept, writeKept } from "./kept.ts";
import { holdTab, LoginEnded, refresh, type Token } from "./refresh.ts";

/**
 * `starting`: not known yet. `out`: nobody is signed in. `in`. `ended`: the login ran out while work lay open: it is asked for
 * anew over the page. `idle`: nobody has touched anything for half an hour: the page is covered. `offline`: somebody is signed
 * in, and the issuer could not be reached.
 */
export type Standing = "starting" | "out" | "in" | "ended" | "idle" | "offline";

type Said = { readonly kind: "out" } | { readonly kind: "in"; readonly kept: Kept };

const channel = new BroadcastChannel("titian-sesi");
const listeners = new Set<() => void>();
let standing: Standing = "starting";
let token: Token | undefined;
/** The login of a page that was opened without a network: known by what is kept of it, and not asked for yet. */
let away: Kept | undefined;
let coming: Promise<Token | undefined> | undefined;
/** Counts covers: a token that was asked for before one is not taken after it. */
let covers = 0;

export const standingNow = (): Standing => standing;
export const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

function become(next: Standing): void {
  if (standing === next) return;
  standing = next;
  for (const listener of listeners) listener();
}

/** Whether data may be kept on this device. */
export const isTrusted = (): boolean => (token?.kept ?? away)?.trusted ?? false;
/** The login of this tab, for what is kept under its name. */
export const loginId = (): string | undefined => (token?.kept ?? away)?.id;

/** So long before its end a token is no longer used, in milliseconds. */
const margin = 60_000;

/**
 * An access token that is good for a while; undefined where nobody is signed in or the issuer cannot be reached.
 * @param refused one that the API did not take: several requests that bore it are helped by one new one
 */
export async function accessToken(refused?: string): Promise<string | undefined> {
  if (isCovered()) return undefined;
  if (token && token.access !== refused && token.until - performance.now() > margin) return token.access;
  coming ??= take(refresh()).finally(() => {
    coming = undefined;
  });
  return (await coming)?.access;
}

/** Whether work lies beneath that is gone on with after a new login. */
const isCovered = (): boolean => standing === "ended" || standing === "idle";

async function take(asked: Promise<Token | undefined>): Promise<Token | undefined> {
  const before = covers;
  try {
    const come = await asked;
    if (before !== covers) return undefined;
    token = come;
    away = undefined;
    become(token === undefined ? "out" : "in");
  } catch (error) {
    if (before !== covers) return undefined;
    if (!(error instanceof LoginEnded)) {
      // No network: what is on the page stays, and what is asked later tries again.
      if (standing !== "starting") return undefined;
      away = await readKept();
      become("offline");
      return undefined;
    }
    token = away = undefined;
    become(standing === "in" ? "ended" : "out");
  }
  return token;
}

/** What the page's own script has begun, or a beginning of our own. */
export const begin = (): Promise<Token | undefined> => {
  coming = take(globalThis.titianBoot?.token ?? refresh()).finally(() => {
    coming = undefined;
  });
  return coming;
};

/** Takes a new login over: that of the callback, or of a window that was opened for it. */
export async function signedIn(kept: Kept, access: { readonly token: string; readonly seconds: number }): Promise<void> {
  await writeKept(kept);
  await holdTab(kept);
  token = { access: access.token, until: performance.now() + access.seconds * 1000, kept };
  become("in");
}

/** Tells the page that opened this window of the login that was made here; that page goes on with it. */
export const handOver = (kept: Kept): void => channel.postMessage({ kind: "in", kept } satisfies Said);

/** Covers the page: nothing of it can be read until somebody signs in again. */
export async function coverIdle(): Promise<void> {
  if (standing !== "in") return;
  const { kept } = token ?? {};
  covers += 1;
  token = undefined;
  become("idle");
  if (kept) await revoke(kept);
  await forgetKept();
}

/** The issuer no longer takes the token; best effort, since it ends by itself. */
async function revoke(kept: Kept): Promise<void> {
  if (kept.revocationEndpoint === undefined) return;
  const body = new URLSearchParams({ token: kept.refreshToken, client_id: kept.clientId });
  await fetch(kept.revocationEndpoint, { method: "POST", body, keepalive: true }).catch(() => undefined);
}

/** What is forgotten besides the login, when somebody signs out: whatever keeps data adds itself here. */
const forgetters = new Set<() => Promise<void> | void>();
export const onSignOut = (forget: () => Promise<void> | void): void => {
  forgetters.add(forget);
};

/** Ends the login here and in all tabs, forgets everything that was kept, and leaves to the issuer, which forgets it as well. */
export async function signOut(): Promise<void> {
  const kept = token?.kept ?? (await readKept());
  channel.postMessage({ kind: "out" } satisfies Said);
  if (kept) await revoke(kept);
  await forgetAll();
  token = away = undefined;
  become("out");
  if (kept?.endSessionEndpoint === undefined) return;
  const back = new URL("/konsol/", location.href).href;
  const leaving = new URL(kept.endSessionEndpoint);
  // The first two are OpenID Connect's words, the third is Cognito's.
  for (const [name, value] of [
    ["client_id", kept.clientId],
    ["post_logout_redirect_uri", back],
    ["logout_uri", back],
  ] as const)
    leaving.searchParams.set(name, value);
  location.assign(leaving);
}

async function forgetAll(): Promise<void> {
  await Promise.all([...forgetters].map((forget) => forget()));
  await forgetKept();
}

channel.onmessage = ({ data }: MessageEvent<Said>) => {
  if (data.kind === "out") {
    token = away = undefined;
    void forgetAll().then(() => become("out"));
  } else if (isCovered()) {
    void writeKept(data.kept).then(begin);
  }
};
