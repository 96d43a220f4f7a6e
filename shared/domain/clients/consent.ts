/** Consents of a client: receipts by purpose and receiver, of which the one said last holds (UU 27/2022 art. 22–24). */
import * as z from "zod";
import { type Instant, instantSchema } from "../calendar/instant.ts";
import * as ids from "../identifiers/ids.ts";
import { receiptWays } from "../record/receipt.ts";

export const consentPurposes = ["PROFILING", "EMPLOYER_SHARING", "EMPLOYER_CONTACT"] as const;

export type ConsentPurpose = (typeof consentPurposes)[number];

/** What can be said to a purpose: yes; no, when asked; or that an earlier yes is taken back. Whoever was not asked has said nothing. */
export const consentActions = ["GIVEN", "REFUSED", "WITHDRAWN"] as const;
export type ConsentAction = (typeof consentActions)[number];

/** One receipt: what was said, in which words, how it was taken (UU 27/2022 art. 22–24). The one said last holds. */
export const consent = z.object({
  id: z.string(),
  clientId: ids.clientId,
  purpose: z.enum(consentPurposes),
  /** The employer it is about; `-` where it is about none. */
  recipient: z.string(),
  action: z.enum(consentActions),
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
  return saidTo(receipts, purpose, recipient) === "GIVEN";
}

/** What was said last to a purpose (and recipient); undefined: the client was not asked yet. */
export const saidTo = (receipts: readonly Consent[], purpose: ConsentPurpose, recipient = "-"): ConsentAction | undefined =>
  newestOf(receipts, purpose, recipient)?.action;

/** A refusal bars what a withdrawal bars. */
export const isNo = (action: ConsentAction | undefined): boolean => action === "REFUSED" || action === "WITHDRAWN";

/** Whether the client has said no to being matched, or to an employer being told of the client. */
export const barsSharingWith = (receipts: readonly Consent[], employerId: string): boolean =>
  isNo(saidTo(receipts, "PROFILING")) || isNo(saidTo(receipts, "EMPLOYER_SHARING", employerId));

/** Whether the client has said no to an employer being asked how work goes: to that itself, or to what it rests on. */
export const barsContactWith = (receipts: readonly Consent[], employerId: string): boolean =>
  barsSharingWith(receipts, employerId) ||
  isNo(saidTo(receipts, "EMPLOYER_CONTACT", employerId)) ||
  isNo(saidTo(receipts, "EMPLOYER_CONTACT"));

/**
 * What bars the client's yes to an employer that was said at a moment: whatever of it was taken back then or later. A yes to share
 * that was said after its withdrawal is a new one.
 */
export const withdrawalBars = (receipts: readonly Consent[], employerId: string, saidAt: Instant): boolean => {
  const sharing = newestOf(receipts, "EMPLOYER_SHARING", employerId);
  // Whether the employer may be asked later how work goes has no say in it.
  return isNo(saidTo(receipts, "PROFILING")) || (sharing !== undefined && isNo(sharing.action) && sharing.at >= saidAt);
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

/** Later by when it was said, not by when it was recorded; at the same moment a no comes last. */
function isSaidAfter(one: Consent, other: Consent): boolean {
  if (one.at !== other.at) return one.at > other.at;
  if (isNo(one.action) !== isNo(other.action)) return isNo(one.action);
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
