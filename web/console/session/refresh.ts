/** Redeems the refresh token: one at a time among all tabs, since the issuer may give a new one for each. */
import { forgetKept, type Kept, readKept, writeKept } from "./kept.ts";

export type Token = {
  readonly access: string;
  /** By performance.now(). */
  readonly until: number;
  readonly kept: Kept;
};

/** A login that the issuer does not take any more: it ran out, or was ended elsewhere. */
export class LoginEnded extends Error {}

declare global {
  /** The logins whose lock this page holds: the page's own script and the bundle each have this module. */
  var titianHeld: Set<string> | undefined;
}
globalThis.titianHeld ??= new Set();
const held = globalThis.titianHeld;

const openName = "titian.buka";
/** Whether the page before this one in the tab was closed in order: what a copied tab brings along says that it is still open. */
function wasClosed(): boolean {
  const closed = sessionStorage.getItem(openName) === null;
  sessionStorage.setItem(openName, "1");
  addEventListener("pagehide", () => sessionStorage.removeItem(openName));
  addEventListener("pageshow", () => sessionStorage.setItem(openName, "1"));
  return closed;
}

/**
 * Holds the lock of a login of this tab for as long as the page lives. Answers false where another page has it: this tab is a
 * copy, and would use up the other's token. Where it cannot be a copy nobody waits for the lock.
 */
export function holdTab({ id, trusted }: Kept): Promise<boolean> {
  if (trusted || held.has(id)) return Promise.resolve(true);
  const closed = wasClosed();
  if (closed) held.add(id);
  const locked = new Promise<boolean>((resolve) => {
    void navigator.locks.request(`titian-tab-${id}`, { ifAvailable: !closed }, (lock) => {
      if (lock === null) return resolve(false);
      held.add(id);
      resolve(true);
      // Never resolved: the browser gives the lock back when the page goes.
      return new Promise(() => undefined);
    });
  });
  return closed ? Promise.resolve(true) : locked;
}

/**
 * A new access token; undefined where nobody is signed in here. Throws LoginEnded where the issuer refuses, after which nothing
 * is kept, and what fetch throws where there is no network.
 */
export async function refresh(): Promise<Token | undefined> {
  const first = await readKept();
  if (first === undefined || !(await holdTab(first))) return undefined;
  // A login of this tab alone is held by it for good: nobody else redeems its token.
  return first.trusted ? navigator.locks.request(`titian-refresh-${first.id}`, redeem) : redeem();
}

async function redeem(): Promise<Token | undefined> {
  const kept = await readKept();
  if (kept === undefined) return undefined;
  const body = new URLSearchParams({
    grant_type: "refresh_token",
    refresh_token: kept.refreshToken,
    client_id: kept.clientId,
  });
  const response = await fetch(kept.tokenEndpoint, { method: "POST", body });
  const answer: unknown = response.status < 500 ? await response.json() : undefined;
  const said = textsOf(answer);
  if (!response.ok || said.access_token === undefined) {
    if (response.status >= 500 || response.status === 429) throw new TypeError(`The issuer answered ${response.status}`);
    await forgetKept();
    throw new LoginEnded();
  }
  const newer = said.refresh_token === undefined ? kept : { ...kept, refreshToken: said.refresh_token };
  if (newer !== kept) await writeKept(newer);
  return { access: said.access_token, until: performance.now() + Number(said.expires_in ?? 300) * 1000, kept: newer };
}

function textsOf(value: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, String(part)]));
}
