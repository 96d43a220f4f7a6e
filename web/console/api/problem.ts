/** A refusal of the API (RFC 9457), with its words in both languages. */
import type { Text } from "../../../shared/messages/text.ts";

export type Detail = { readonly code: string; readonly path?: string; readonly value?: string; readonly message: string };

export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly words: Text | undefined;
  readonly details: readonly Detail[];
  readonly newer: Readonly<Record<string, unknown>> | undefined;
  /** So many seconds later it may be tried again, where the server has said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, body: unknown, retryAfter?: number) {
    const said = isRecord(body) ? body : {};
    super(typeof said.detail === "string" ? said.detail : `HTTP ${status}`);
    this.status = status;
    this.code = typeof said.code === "string" ? said.code : `HTTP_${status}`;
    this.words = isText(said.messages) ? said.messages : undefined;
    this.details = Array.isArray(said.details) ? said.details.filter(isDetail) : [];
    this.newer = isRecord(said.newer) ? said.newer : undefined;
    this.retryAfter = retryAfter;
  }
}

/** No network, or nobody who answers at its other end. */
export class Unreachable extends Error {}

/** Whether the same request may succeed later without anybody changing anything. */
export const isPassing = (error: unknown): boolean =>
  error instanceof Unreachable ||
  (error instanceof Problem && (error.status >= 500 || error.status === 429 || error.status === 401));

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is Text => isRecord(value) && typeof value.id === "string" && typeof value.en === "string";
const isDetail = (value: unknown): value is Detail =>
  isRecord(value) && typeof value.code === "string" && typeof value.message === "string";
