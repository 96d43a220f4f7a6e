/** The acts of staff on a client. */
import { type Asker, type Block, type Offer, offersOn, type RecordAct } from "../offices/acts.ts";

export type ClientNow = {
  readonly kind: "CLIENT";
  /** What stands in the way of a start, all of it. */
  readonly blockers: readonly Block[];
};

const clientActs = [
  ["startPlacement", { action: "startPlacement", standing: ({ blockers }) => blockers[0] ?? "FREE" }],
  ["recordContact", { action: "recordContact" }],
  ["recordConsent", { action: "recordConsent" }],
  ["recordCertificate", { action: "recordCertificate" }],
  ["changeClient", { action: "changeClient" }],
  ["handOverClient", { action: "handOver" }],
] as const satisfies readonly (readonly [string, RecordAct<ClientNow>])[];

export type ClientAct = (typeof clientActs)[number][0];
export const clientActNames: readonly ClientAct[] = clientActs.map(([name]) => name);

/** What somebody may do about a client now. */
export const actsOnClient = (asker: Asker, state: ClientNow): readonly Offer<ClientAct>[] => offersOn(asker, clientActs, state);
