/** An act that was decided here and is on its way: kept until the API has answered. */
import type { Text } from "../../../shared/messages/text.ts";
import type { Asked, Writing } from "../api/client.ts";

export type Refused = {
  readonly status: number;
  readonly code: string;
  readonly words?: Text | undefined;
  readonly details: readonly string[];
  /** Where in the request each of them points to; empty where it is about the whole. */
  readonly paths?: readonly string[] | undefined;
};

export type Row = {
  /** The Idempotency-Key: the same act, however often it is sent. */
  readonly key: string;
  readonly route: Writing;
  readonly asked: Asked<Writing>;
  /** The record that it is about: what is about one record is sent in order. */
  readonly about: string;
  /** What was done, as the queue shows it: the route and its decision, and no name. */
  readonly act: string;
  /** Milliseconds since 1970, by this device's clock. */
  readonly madeAt: number;
  /** Not sent before; moved on while an undo is being considered, and after a failure. */
  readonly sendAt: number;
  /** Milliseconds that were left when somebody made it stand still. */
  readonly held?: number | undefined;
  readonly tries: number;
  /** `waiting`: will be sent. `sending`. `stopped`: refused, and stays until somebody has seen it. `old`: asked before it is sent. */
  readonly state: "waiting" | "sending" | "stopped" | "old";
  readonly refused?: Refused | undefined;
};

/** Keys are known to the server for seven days: an older act is asked about, and not sent by itself. In milliseconds. */
export const oldAfter = 6 * 24 * 3_600_000;

/** Tried, and not through: there was no network, or nobody answered. It goes out by itself later. */
export const isDelayed = ({ state, tries }: Row): boolean => tries > 0 && (state === "waiting" || state === "sending");
