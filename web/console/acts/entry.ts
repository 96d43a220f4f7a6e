/** The entries of a shortlist, as sheets name them. */
import { mayStillSayYes } from "../../../shared/domain/placements/live-entries.ts";
import type { ShortlistEntry } from "../../../shared/domain/placements/shortlist.ts";

type Listed<E> = { readonly shortlist: readonly E[] };
type State = Pick<ShortlistEntry, "state">;

/** The one whose turn it is, or who was chosen. */
export const askedEntry = <E extends State>({ shortlist }: Listed<E>): E | undefined =>
  shortlist.findLast(({ state }) => state === "ASKED" || state === "INTERVIEW" || state === "CHOSEN");

/** The question that a sheet answers: the wait that was seen, and the vacancy that it is about. */
export function questionSeen<E extends State & { readonly vacancyId: string }>(
  placement: Listed<E> & { readonly waitNo: number },
) {
  const asked = askedEntry(placement);
  return { waitNo: placement.waitNo, ...(asked ? { vacancyId: asked.vacancyId } : {}) };
}

/** Those that have dropped out and may still say yes. */
export const lateEntries = <E extends State>({ shortlist }: Listed<E>): readonly E[] => shortlist.filter(mayStillSayYes);

export type Named = { readonly employerName?: string | undefined; readonly title?: string | undefined };
export const nameOf = (entry: Named | undefined): string | undefined =>
  entry && [entry.employerName, entry.title].filter(Boolean).join(", ");
