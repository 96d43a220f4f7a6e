/** Whether words that were recorded for one question answer the one that is open now. */
import type { ShortlistEntry } from "../../../../shared/domain/placements/shortlist.ts";
import { askedEntry } from "../../acts/entry.ts";

/** As much of a placement as it depends on. */
export type Now = {
  readonly shortlist: readonly Pick<ShortlistEntry, "vacancyId" | "state">[];
  readonly proposals?: readonly { readonly vacancyId: string }[];
};

/** Not where they are about a vacancy that is not asked any more, or choose among others than those that stand there now. */
export function isStillMeant(body: object, { shortlist, proposals = [] }: Now): boolean {
  if ("vacancyId" in body && body.vacancyId !== askedEntry({ shortlist })?.vacancyId) return false;
  if ("order" in body && Array.isArray(body.order))
    return body.order.every((id) => proposals.some(({ vacancyId }) => vacancyId === id));
  if ("answers" in body && Array.isArray(body.answers)) {
    const open = shortlist.filter(({ state }) => state === "APPROVED").map(({ vacancyId }) => vacancyId);
    const answered = new Set<unknown>(body.answers.map((answer: { readonly vacancyId?: unknown }) => answer.vacancyId));
    return open.length === answered.size && open.every((id) => answered.has(id));
  }
  return true;
}
