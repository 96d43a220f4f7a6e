/** Finds a link by what its holder sent, and whether its question is still open. A link is bound to one wait, one contact and one address. */
import { timingSafeEqual } from "node:crypto";
import type { Instant } from "../../domain/calendar/instant.ts";
import { acrossNames, barsContactWith, type Consent, type ConsentPurpose, hasConsent } from "../../domain/clients/consent.ts";
import { contactOfId } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { namesOf } from "../../domain/employers/merge.ts";
import { refusal } from "../../domain/errors.ts";
import { currentEntry } from "../../domain/placements/placement.ts";
import { isAnsweredBy, type Process } from "../../domain/processes.ts";
import type { LinkRow } from "../../store/links.ts";
import type { WaitRow } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";
import { survivorFrom } from "../employers/survivor.ts";
import { addressHash, sha256 } from "../process/process-writes.ts";
import { noteWrong } from "./tries.ts";

/** What the page sends with every call: it came in the fragment of the link and never in a URL that a server sees. */
export type LinkCredentials = { readonly linkId: string; readonly secret: string };

export type OpenLink = {
  readonly link: LinkRow;
  readonly process: Process;
  readonly wait: WaitRow | undefined;
  /**
   * The client has taken back what the question stands on, or the contact is another by now: nothing is shown or taken any more,
   * whether or not what follows from it has been done yet.
   */
  readonly hidden: boolean;
};

/**
 * Finds a link by what its holder sent. Errors: LINK_INVALID, the same for an unknown link and a wrong secret.
 * @param from the network address that it came from; what is wrong is counted for it
 */
export async function findLink(deps: Deps, { linkId, secret }: LinkCredentials, from: string | undefined): Promise<OpenLink> {
  const link = await deps.store.links.link(linkId);
  if (!link || !sameHash(link.hash, sha256(secret))) {
    // Of a link that is not there nothing is kept: anybody can make up as many as they like.
    await noteWrong(deps, { linkId: link?.id, from });
    throw refusal("LINK_INVALID");
  }
  const stored = await deps.store.processes.process(link.processId);
  if (!stored) throw refusal("LINK_INVALID");
  const wait = stored.state.waitOpen ? await deps.store.waits.wait(stored.state.id, stored.state.waitNo) : undefined;
  const [receipts, employer] = await Promise.all([
    deps.store.consents.ofClient(stored.state.clientId),
    deps.store.employers.employer(link.employerId),
  ]);
  const survivor = await survivorFrom(deps, employer);
  const hidden = !employer || isReplaced(link, employer, survivor) || isTakenBack(link, stored.state, receipts, survivor);
  return { link, process: stored.state, wait, hidden };
}

/** Whoever it was sent to is no longer asked there, or has another address by now; where the record has become another one, that one tells. */
const isReplaced = ({ contactId, address }: LinkRow, ...records: readonly (Employer | undefined)[]): boolean =>
  records.some((employer) => {
    if (!employer) return false;
    const contact = contactOfId(employer, contactId);
    const hasMoved = contact.id === contactId && addressHash(contact.email) !== address;
    return hasMoved || employer.formerContacts?.includes(contactId);
  });

function isTakenBack(link: LinkRow, process: Process, receipts: readonly Consent[], survivor: Employer | undefined): boolean {
  const consents = acrossNames(receipts, survivor ? [namesOf(survivor)] : []);
  if (process.kind === "PLACEMENT" && isWithdrawn(consents, "PROFILING", "-")) return true;
  if (isWithdrawn(consents, "EMPLOYER_SHARING", link.employerId)) return true;
  return process.kind === "FOLLOW_UP" && barsContactWith(consents, link.employerId);
}

/** What counts is that it was not taken back: a consent to share is given with the client's answer, and may be on its way. */
const isWithdrawn = (consents: readonly Consent[], purpose: ConsentPurpose, recipient: string): boolean =>
  consents.some((consent) => consent.purpose === purpose && consent.recipient === recipient) &&
  !hasConsent(consents, purpose, recipient);

const sameHash = (kept: string, sent: string): boolean =>
  kept.length === sent.length && timingSafeEqual(Buffer.from(kept), Buffer.from(sent));

/** Whether the question that a link belongs to is still open. */
export function isOpen({ link, process, hidden }: OpenLink, now: Instant): boolean {
  if (hidden) return false;
  if (!process.waitOpen || now >= link.validUntil || process.linkWait !== link.waitNo) return false;
  if (!isAnsweredBy(process, link.action)) return false;
  return process.kind === "PLACEMENT" ? currentEntry(process)?.vacancyId === link.vacancyId : !process.employerContactStopped;
}

/** Whether the employer may still move the interview, which it does once. */
export const mayMoveByLink = (process: Process): boolean =>
  process.kind === "PLACEMENT" &&
  process.interview !== undefined &&
  !process.interview.movedBy.includes("EMPLOYER") &&
  process.interview.absence === undefined;

/** Whether the question ended because the seats went to others: that is said, so that nobody thinks to have been late. */
export const lostItsSeat = ({ link, process }: OpenLink): boolean =>
  process.kind === "PLACEMENT" &&
  process.shortlist.findLast((entry) => entry.vacancyId === link.vacancyId)?.state === "SEAT_TAKEN";
