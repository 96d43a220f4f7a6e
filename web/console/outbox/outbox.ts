/** Acts on their way: shown as done at once, undone for a while, sent in order, stopped where they are refused. */
import { useSyncExternalStore } from "react";
import type { Asked, Writing } from "../api/client.ts";
import { call } from "../api/client.ts";
import { isPassing, Problem } from "../api/problem.ts";
import { isTrusted, listen as listenToSession, loginId, onSignOut, standingNow } from "../session/session.ts";
import { preference } from "../words/preferences.ts";
import { dropRow, keepRow, keptRows } from "./keep.ts";
import { oldAfter, type Row } from "./row.ts";

/** So long an act that was taken is waited for to be seen in what is read, in milliseconds. */
const longestReading = 4000;

let rows: readonly Row[] = [];
const listeners = new Set<() => void>();
/** What the tabs of a login tell each other: that rows are others now, and which one is through. */
type Told = { readonly kind: "rows" } | { readonly kind: "sent"; readonly row: Row };
const channel = new BroadcastChannel("titian-kirim");
const tellTabs = (told: Told): void => channel.postMessage(told);
/** Called with what was sent, so that what was read before is read anew; the act stays shown as done until that has come. */
type Heard = (row: Row) => unknown;
const sentListeners = new Set<Heard>();
export const onSent = (listener: Heard): (() => void) => {
  sentListeners.add(listener);
  return () => sentListeners.delete(listener);
};

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
const become = (next: readonly Row[]): void => {
  rows = next;
  for (const listener of listeners) listener();
};
const replace = (row: Row): void => become(rows.map((known) => (known.key === row.key ? row : known)));

export const useOutbox = (): readonly Row[] => useSyncExternalStore(listen, () => rows);
export const outboxNow = (): readonly Row[] => rows;
/** The first act about a record that is not through yet. */
export const useUnsent = (about: string): Row | undefined => useOutbox().find((row) => row.about === about);

export type NewAct<N extends Writing = Writing> = {
  readonly key: string;
  readonly route: N;
  readonly asked: Asked<N>;
  readonly about: string;
  readonly act: string;
};

/** Takes an act: it is done for the user from here on. The same key twice is one act. */
export async function submit(act: NewAct): Promise<void> {
  if (rows.some(({ key }) => key === act.key)) return;
  const now = Date.now();
  const row: Row = { ...act, madeAt: now, sendAt: now + Number(preference("undo")) * 1000, tries: 0, state: "waiting" };
  become([...rows, row]);
  await keepForTabs(row);
  schedule();
}

/** Takes an act back; false where it is on its way already. */
export async function undo(key: string): Promise<boolean> {
  const row = rows.find((known) => known.key === key);
  if (row === undefined || row.state === "sending") return false;
  heldHere.delete(key);
  become(rows.filter((known) => known.key !== key));
  await dropRow(key);
  tellTabs({ kind: "rows" });
  return true;
}
/** Throws a refused act away. */
export const discard = undo;

async function keepForTabs(row: Row): Promise<void> {
  await keepRow(row);
  tellTabs({ kind: "rows" });
}

/** So long another tab waits for an undo that is considered in this one, in milliseconds: this one may have gone. */
const longestHold = 120_000;

/** Stands still while somebody has the undo in focus, and goes on with what was left, in milliseconds. */
export function hold(key: string): () => void {
  const row = rows.find((known) => known.key === key);
  if (row === undefined || row.state !== "waiting") return () => undefined;
  const left = row.sendAt - Date.now();
  const held: Row = { ...row, sendAt: Number.MAX_SAFE_INTEGER, held: left };
  heldHere.add(key);
  replace(held);
  void keepForTabs({ ...held, sendAt: Date.now() + longestHold });
  return () => {
    heldHere.delete(key);
    const now = rows.find((known) => known.key === key);
    if (now?.state !== "waiting") return;
    const going: Row = { ...now, sendAt: Date.now() + Math.max(left, 0), held: undefined };
    replace(going);
    void keepForTabs(going);
    schedule();
  };
}

/** Sends a row again that was stopped or has grown old: what the user has looked at, as it stands. */
export async function sendAnyway(key: string, changed: Partial<Pick<Row, "asked" | "key">> = {}): Promise<void> {
  const row = rows.find((known) => known.key === key);
  if (row === undefined) return;
  await dropRow(key);
  const next: Row = {
    ...row,
    ...changed,
    madeAt: Date.now(),
    sendAt: Date.now(),
    state: "waiting",
    tries: 0,
    refused: undefined,
  };
  become(rows.map((known) => (known.key === key ? next : known)));
  await keepForTabs(next);
  schedule();
}

let timer: ReturnType<typeof setTimeout> | undefined;
/** By their keys: what this tab sends, and what it makes stand still. */
const onItsWay = new Set<string>();
const heldHere = new Set<string>();
let leads = false;
let draining = false;

function schedule(): void {
  if (!leads) return;
  clearTimeout(timer);
  const next = due();
  if (next) timer = setTimeout(() => void drain(), Math.max(0, Math.min(next.sendAt - Date.now(), 300_000)));
}

/** What is to be sent next: of each record the oldest, unless that one was stopped. */
const due = (): Row | undefined =>
  rows
    .filter((row, at) => row.state === "waiting" && rows.findIndex((known) => known.about === row.about) === at)
    .toSorted((one, other) => one.sendAt - other.sendAt)[0];

async function drain(): Promise<void> {
  if (draining) return;
  draining = true;
  try {
    for (let row = due(); row && row.sendAt <= Date.now(); row = due()) await send(row);
  } finally {
    draining = false;
    schedule();
  }
}

async function send(row: Row, keepalive = false): Promise<void> {
  if (Date.now() - row.madeAt > oldAfter) return stop({ ...row, state: "old" });
  const sending: Row = { ...row, state: "sending" };
  replace(sending);
  onItsWay.add(row.key);
  // No other tab offers to take back what has left.
  const noted = keepForTabs(sending);
  try {
    await call(row.route, row.asked, { key: row.key, keepalive });
    await noted;
    await dropRow(row.key);
    tellTabs({ kind: "sent", row });
    await hear(row);
    become(rows.filter(({ key }) => key !== row.key));
  } catch (error) {
    if (!isPassing(error)) return stop({ ...row, state: "stopped", refused: refusedOf(error) });
    const wait = error instanceof Problem && error.retryAfter !== undefined ? error.retryAfter * 1000 : 2000 * 2 ** row.tries;
    const later: Row = { ...row, state: "waiting", tries: row.tries + 1, sendAt: Date.now() + Math.min(wait, 300_000) };
    replace(later);
    await noted;
    await keepForTabs(later);
  } finally {
    onItsWay.delete(row.key);
  }
}

/** Until what was read before is read anew, or that takes too long. */
async function hear(row: Row): Promise<void> {
  const heard = Promise.allSettled([...sentListeners].map((listener) => listener(row)));
  await Promise.race([heard, new Promise((go) => setTimeout(go, longestReading))]);
}

async function stop(row: Row): Promise<void> {
  replace(row);
  await keepForTabs(row);
  for (const heard of sentListeners) heard(row);
}

function refusedOf(error: unknown): NonNullable<Row["refused"]> {
  if (!(error instanceof Problem)) return { status: 0, code: "UNKNOWN", details: [String(error)] };
  return {
    status: error.status,
    code: error.code,
    words: error.words,
    details: error.details.map(({ message }) => message),
    paths: error.details.map(({ path }) => path ?? ""),
  };
}

/** Whoever leaves has decided: what still waits is sent at once, and outlives the page. */
function sendAll(): void {
  if (!leads) return;
  for (const row of rows) if (row.state === "waiting") void send(row, true);
}

/** Opens with every login: the one that the page began with, be there a network or not, and one that is made on it. */
export function openWithLogin(): void {
  let opened: string | undefined;
  const look = (): void => {
    const login = ["in", "offline"].includes(standingNow()) ? loginId() : undefined;
    if (login === undefined || login === opened) return;
    opened = login;
    void openOutbox();
  };
  listenToSession(look);
  look();
}

/** Takes up what was kept, and lets one tab of this login send. */
async function openOutbox(): Promise<void> {
  await reload();
  const name = `titian-kirim-${isTrusted() ? "own" : loginId()}`;
  void navigator.locks.request(name, async () => {
    leads = true;
    await reload();
    return new Promise(() => undefined);
  });
}

async function reload(): Promise<void> {
  const kept = await keptRows();
  become(kept.map((row) => (heldHere.has(row.key) && rows.find(({ key }) => key === row.key)) || asItStands(row)));
  schedule();
}

/** What was being sent when the page that sends went is sent again under its key. */
const asItStands = (row: Row): Row =>
  row.state === "sending" && leads && !onItsWay.has(row.key) ? { ...row, state: "waiting" } : row;

channel.onmessage = ({ data }: MessageEvent<Told>) => void (data.kind === "sent" ? hear(data.row).then(reload) : reload());
addEventListener("pagehide", sendAll);
addEventListener("online", () => {
  become(rows.map((row) => (row.state === "waiting" && row.tries > 0 ? { ...row, sendAt: Date.now() } : row)));
  schedule();
});
onSignOut(() => become([]));
