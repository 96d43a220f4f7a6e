/** Finds a link by what its holder sent, and whether its question is still open. A link is bound to one wait, one contact and one address. */
import { timingSafeEqual } from "node:crypto";
import type { Instant } from "../../domain/calendar/instant.ts";
import { refusal } from "../../domain/errors.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import { currentEntry, type Placement, type PlacementStatus } from "../../domain/placements/placement.ts";
import type { LinkAction } from "../../domain/process/effect.ts";
import type { LinkRow } from "../../store/links.ts";
import type { WaitRow } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../process/process-writes.ts";

/** What the page sends with every call: it came in the fragment of the link and never in a URL that a server sees. */
export type LinkCredentials = { readonly linkId: string; readonly secret: string };

export type OpenLink = { readonly link: LinkRow; readonly process: Placement | FollowUp; readonly wait: WaitRow | undefined };

/** In which status each kind of question is open. */
const openIn: Readonly<Record<Exclude<LinkAction, "FOLLOW_UP">, PlacementStatus>> = {
  ANSWER: "AWAITING_EMPLOYER",
  INTERVIEW_RESULT: "INTERVIEW",
  CONFIRMATION: "AWAITING_CONFIRMATION",
};

/** Finds a link by what its holder sent. Errors: LINK_INVALID, the same for an unknown link and a wrong secret. */
export async function findLink(deps: Deps, { linkId, secret }: LinkCredentials): Promise<OpenLink> {
  const link = await deps.store.links.link(linkId);
  if (!link || !sameHash(link.hash, sha256(secret))) throw refusal("LINK_INVALID");
  const stored = link.processId.startsWith("fu_")
    ? await deps.store.processes.followUp(link.processId)
    : await deps.store.processes.placement(link.processId);
  if (!stored) throw refusal("LINK_INVALID");
  const wait = stored.state.waitOpen ? await deps.store.waits.wait(stored.state.id, stored.state.waitNo) : undefined;
  return { link, process: stored.state, wait };
}

const sameHash = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** Whether the question that a link belongs to is still open. */
export function isOpen({ link, process }: OpenLink, now: Instant): boolean {
  if (!process.waitOpen || now >= link.validUntil || process.linkWait !== link.waitNo) return false;
  if ("shortlist" in process)
    return (
      link.action !== "FOLLOW_UP" && openIn[link.action] === process.status && currentEntry(process)?.vacancyId === link.vacancyId
    );
  return link.action === "FOLLOW_UP" && process.status !== "AWAITING_DAY" && !process.employerContactStopped;
}

/** Whether the question ended because the seats went to others: that is said, so that nobody thinks to have been late. */
export const lostItsSeat = ({ link, process }: OpenLink): boolean =>
  "shortlist" in process && process.shortlist.findLast((entry) => entry.vacancyId === link.vacancyId)?.state === "SEAT_TAKEN";
