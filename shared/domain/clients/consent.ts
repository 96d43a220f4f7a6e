/** Consents of a client: receipts by purpose and receiver, of which the one said last holds (UU 27/2022 art. 22–24). */
import * as z from "zod";
import { type Instant, instantSchema } from "../calendar/instant.ts";
import * as ids from "../identifiers/ids.ts";
import { receiptWays } from "../record/receipt.ts";

export const consentPurposes = ["PROFILING", "EMPLOYER_SHARING", "EMPLOYER_CONTACT"] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];

/** One receipt: given or withdrawn, in which words, how it was taken (UU 27/2022 art. 22–24). The one said last holds. */
export const consent = z.object({
  id: z.string(),
  clientId: ids.clientId,
  purpose: z.enum(consentPurposes),
  /** The employer it is about; `-` where it is about none. */
  recipient: z.string(),
  action: z.enum(["GIVEN", "WITHDRAWN"]),
  textVersion: z.string(),
  /** SHA-256 of the text, hex; absent where it was recorded before the texts stood here. */
  textHash: z.string().optional(),
  how: z.enum(receiptWays),
  /** When it was said, which may be long before it was recorded. */
  at: instantSchema,
  evidence: z.string().optional(),
  recordedBy: z.string(),
  discloseBapas: z.boolean().optional(),
});

export type Consent = z.infer<typeof consent>;

/** Whether the receipt of a purpose (and recipient) that was said last is a yes. */
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

/**
 * What bars the client's yes to an employer that was said at a moment: whatever of it was taken back then or later. A yes to share
 * that was said after its withdrawal is a new one.
 */
export const withdrawalBars = (receipts: readonly Consent[], employerId: string, saidAt: Instant): boolean => {
  const sharing = newestOf(receipts, "EMPLOYER_SHARING", employerId);
  const others = receipts.filter(({ purpose }) => purpose !== "EMPLOYER_SHARING");
  return (sharing?.action === "WITHDRAWN" && sharing.at >= saidAt) || barsContactWith(others, employerId);
};

/** The receipt of the same purpose and recipient that was said later, or at the same moment and more cautiously; undefined: none was. */
export const supersederOf = (receipts: readonly Consent[], late: Consent): Consent | undefined => {
  const newest = newestOf([...receipts, late], late.purpose, late.recipient);
  return newest === late ? undefined : newest;
};

const newestOf = (receipts: readonly Consent[], purpose: ConsentPurpose, recipient: string): Consent | undefined =>
  receipts
    .filter((receipt) => receipt.purpose === purpose && receipt.recipient === recipient)
    .reduce<Consent | undefined>((last, next) => (last && !isSaidAfter(next, last) ? last : next), undefined);

/** Later by when it was said, not by when it was recorded; at the same moment a withdrawal comes last. */
function isSaidAfter(one: Consent, other: Consent): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (one.action !== other.action) return one.action === "WITHDRAWN";
  return one.id > other.id;
}

/**
 * The receipts, where several records have become one employer: what was said of one of them was said of them all.
 * @param names every id under which each employer was known
 */
export const acrossNames = (receipts: readonly Consent[], names: Iterable<readonly string[]>): readonly Consent[] => {
  const groups = [...names].filter((ids) => ids.length > 1);
  if (groups.length === 0) return receipts;
  return receipts.flatMap((receipt) => {
    const group = groups.find((ids) => ids.includes(receipt.recipient));
    return group ? group.map((recipient) => ({ ...receipt, recipient })) : [receipt];
  });
};

/** Of each purpose and recipient the receipt that holds, whatever it says. */
export const newestConsents = (receipts: readonly Consent[]): readonly Consent[] =>
  receipts.filter((receipt) => newestOf(receipts, receipt.purpose, receipt.recipient) === receipt);

/** The version of the consent texts that are read out today (`shared/messages/consent-texts.ts`). */
export const consentTextVersion = "2026-11";

/** SHA-256 of each text of that version, hex: a receipt proves in which words it was given. A test holds them to the texts. */
export const consentTextHashes: Readonly<Record<ConsentPurpose, string>> = {
  PROFILING: "16ab406e1ed8006ddc5d7d6825a083f7d2777f60c7054095ab7ee43022449126",
  EMPLOYER_SHARING: "20f7027bba9260129ea273dd3fd0f0a4b3f387389b6046ab540413571f9d1f8f",
  EMPLOYER_CONTACT: "5c6c4e86e47cab2e8f318ff7be023e640183eac55985f20127a6a1db4699dfd6",
};
