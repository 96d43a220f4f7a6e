/** The calls of the page. The link's secret travels only in their bodies, never in an address. */
import { isLinkView, isRecord, type LinkView } from "./view.ts";

/** Server time in epoch milliseconds. */
export type Now = () => number;

export type Credentials = { readonly linkId: string; readonly secret: string };

/**
 * The link's id and secret, `<linkId>.<secret>`, from the fragment or, where a mail gateway has encoded the `#` once or more or
 * made a path of it, from anywhere in the address; undefined where they were cut off on the way.
 */
export function readAddress({ pathname, search, hash }: Pick<Location, "pathname" | "search" | "hash">): Credentials | undefined {
  const address = `${pathname}${search}${hash}`;
  // A mail reader may have broken the long address in the middle.
  const found = inAddress.exec(address) ?? inAddress.exec(address.replace(/\s|=?%(?:25)*(?:0[9AaDd]|20)/g, ""));
  const [, linkId, secret] = found ?? [];
  return linkId && secret ? { linkId, secret } : undefined;
}

/** Behind the secret may stand what closed the text around the link. */
const inAddress = /(li_[0-7][0-9A-HJKMNP-TV-Z]{25})(?:\.|%(?:25)*2[eE])([A-Za-z0-9_-]{43})(?![_-]*[A-Za-z0-9])/;

/** Why a call has not succeeded. `again`: the same request may be sent once more, for nothing says that it was refused. */
export type Trouble = { readonly again: boolean; readonly code?: string; readonly title: string; readonly detail: string };
export type Result<T> = { readonly value: T } | { readonly trouble: Trouble };

const unreachable: Trouble = {
  again: true,
  title: "Sambungan terputus",
  detail: "Kami belum mendapat balasan. Periksa koneksi internet Anda, lalu coba lagi.",
};
const unwell: Trouble = { again: true, title: "Layanan sedang terganggu", detail: "Silakan coba lagi sebentar lagi." };

/** What one person did once: however often it has to be sent, it is one act with one key. */
export type Act = {
  readonly path: "/link/answer" | "/link/confirmation" | "/link/undo" | "/link/colleague";
  readonly body: string;
  readonly key: string;
};

/** The act for a request; an earlier one with the same content, still unanswered, is that act again. */
export function actFor(path: Act["path"], body: unknown, unanswered?: Act): Act {
  const text = JSON.stringify(body);
  return unanswered?.path === path && unanswered.body === text ? unanswered : { path, body: text, key: newKey() };
}

/** A random UUID, also where the browser is too old to make one itself. */
function newKey(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, at) =>
    (at === 6 ? (byte & 15) | 64 : at === 8 ? (byte & 63) | 128 : byte).toString(16).padStart(2, "0"),
  ).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** What the link is about, and the server's clock: the phone's own may be wrong by hours. */
export type Seen = { readonly view: LinkView; readonly now: Now };

/**
 * Asks what the link is about; changes nothing. The clock counts from when the question was put, so that a slow line makes
 * it early and never late: nobody is shown a minute that is not there any more.
 */
export async function fetchView(credentials: Credentials): Promise<Result<Seen>> {
  const asked = performance.now();
  const result = await post("/link/view", JSON.stringify(credentials), undefined, isLinkView);
  if ("trouble" in result) return result;
  const ahead = Date.parse(result.value.now) - asked;
  return { value: { view: result.value, now: () => ahead + performance.now() } };
}

type Given = { readonly undoUntil: string };
const isGiven = (value: unknown): value is Given =>
  isRecord(value) && typeof value.undoUntil === "string" && !Number.isNaN(Date.parse(value.undoUntil));

/** Sends an answer. */
export const sendAnswer = (act: Act): Promise<Result<Given>> => post(act.path, act.body, act.key, isGiven);

/** Takes an answer back. */
export const sendUndo = (act: Act): Promise<Result<unknown>> => post(act.path, act.body, act.key, isRecord);

/** Somebody else at the employer's who is in charge. */
export type Colleague = { readonly name: string; readonly email?: string; readonly phone?: string };

/** Names who is in charge. */
export const sendColleague = (act: Act): Promise<Result<unknown>> => post(act.path, act.body, act.key, isRecord);

const isCredentials = (value: unknown): value is Credentials =>
  isRecord(value) && typeof value.linkId === "string" && typeof value.secret === "string";

/** The link that a short code opens. */
export const openCode = (code: string): Promise<Result<Credentials>> =>
  post("/link/code", JSON.stringify({ code }), undefined, isCredentials);

/** A number as a phone dials it. */
export const telephoneOf = (number: string): string => number.replace(/[^+\d]/g, "");

/** A browser's own patience with a dead line is minutes; a person's is not. */
const patienceInMs = 25_000;

async function post<T>(
  path: string,
  body: string,
  key: string | undefined,
  isExpected: (value: unknown) => value is T,
): Promise<Result<T>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patienceInMs);
  try {
    const response = await fetch(path, {
      method: "POST",
      body,
      headers: {
        "Content-Type": "application/json",
        Accept: "application/json",
        "Accept-Language": "id",
        ...(key === undefined ? {} : { "Idempotency-Key": key }),
      },
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal: abort.signal,
    });
    const value: unknown = await response.json().catch(() => undefined);
    if (!response.ok) return { trouble: troubleOf(response.status, value) };
    return isExpected(value) ? { value } : { trouble: unwell };
  } catch {
    return { trouble: unreachable };
  } finally {
    clearTimeout(timer);
  }
}

/** A refusal in the server's own words; a server in distress may be asked again. */
function troubleOf(status: number, problem: unknown): Trouble {
  const again = status >= 500 || status === 429 || status === 408;
  if (!isRecord(problem) || typeof problem.title !== "string") return { ...unwell, again };
  const detail =
    typeof problem.detail === "string" && problem.detail !== problem.title ? problem.detail : again ? unwell.detail : "";
  return { again, title: problem.title, detail, ...(typeof problem.code === "string" ? { code: problem.code } : {}) };
}
