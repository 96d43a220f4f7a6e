/** The acts of staff on an agreement. */
import { type Asker, type Offer, offersOn, type RecordAct, type Standing } from "../offices/acts.ts";

export type AgreementNow = { readonly kind: "AGREEMENT"; readonly status: "PLANNED" | "SIGNED" | "TERMINATED" };

const unlessTerminated = ({ status }: AgreementNow): Standing => (status === "TERMINATED" ? "ABSENT" : "FREE");

const agreementActs = [
  ["changeAgreement", { action: "recordAgreement", standing: unlessTerminated }],
  ["terminateAgreement", { action: "recordAgreement", standing: unlessTerminated }],
] as const satisfies readonly (readonly [string, RecordAct<AgreementNow>])[];

export type AgreementAct = (typeof agreementActs)[number][0];
export const agreementActNames: readonly AgreementAct[] = agreementActs.map(([name]) => name);

/** What somebody may do about an agreement now. */
export const actsOnAgreement = (asker: Asker, state: AgreementNow): readonly Offer<AgreementAct>[] =>
  offersOn(asker, agreementActs, state);
