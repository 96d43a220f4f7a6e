/** Consents of a client: receipts by purpose and receiver, of which the newest holds (UU 27/2022 art. 22–24). */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import * as ids from "../identifiers/ids.ts";
import { receiptWays } from "../record/receipt.ts";

export const consentPurposes = ["PROFILING", "EMPLOYER_SHARING", "EMPLOYER_CONTACT"] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];

/** One receipt: given or withdrawn, in which words, how it was taken (UU 27/2022 art. 22–24). The newest one holds. */
export const consent = z.object({
  id: z.string(),
  clientId: ids.clientId,
  purpose: z.enum(consentPurposes),
  /** The employer it is about; `-` where it is about none. */
  recipient: z.string(),
  action: z.enum(["GIVEN", "WITHDRAWN"]),
  textVersion: z.string(),
  how: z.enum(receiptWays),
  at: instantSchema,
  evidence: z.string().optional(),
  recordedBy: z.string(),
  discloseBapas: z.boolean().optional(),
});

export type Consent = z.infer<typeof consent>;

/** Whether the newest receipt of a purpose (and recipient) is a yes. */
export function hasConsent(receipts: readonly Consent[], purpose: ConsentPurpose, recipient = "-"): boolean {
  return newestOf(receipts, purpose, recipient)?.action === "GIVEN";
}

/** Whether the client took back that an employer is told of the client, or is contacted, or all of it. */
export const barsContactWith = (receipts: readonly Consent[], employerId: string): boolean =>
  [
    newestOf(receipts, "PROFILING", "-"),
    newestOf(receipts, "EMPLOYER_SHARING", employerId),
    newestOf(receipts, "EMPLOYER_CONTACT", employerId),
    newestOf(receipts, "EMPLOYER_CONTACT", "-"),
  ].some((newest) => newest?.action === "WITHDRAWN");

function newestOf(receipts: readonly Consent[], purpose: ConsentPurpose, recipient: string): Consent | undefined {
  const about = receipts.filter((receipt) => receipt.purpose === purpose && receipt.recipient === recipient);
  return about.reduce<Consent | undefined>((a, b) => (a && a.id > b.id ? a : b), undefined);
}

/** Of each purpose and recipient the receipt that holds, whatever it says. */
export const newestConsents = (receipts: readonly Consent[]): readonly Consent[] =>
  receipts.filter((receipt) => newestOf(receipts, receipt.purpose, receipt.recipient) === receipt);

/** The version of the consent texts that are read out today (`shared/messages`). */
export const consentTextVersion = "2026-03";
