/** The entries of a shortlist, as sheets name them. */
import { mayStillSayYes } from "../../../shared/domain/placements/live-entries.ts";
import type { Placement } from "./send.ts";

export type Entry = Placement["shortlist"][number];

/** The one whose turn it is, or who was chosen. */
export const askedEntry = ({ shortlist }: Placement): Entry | undefined =>
  shortlist.findLast(({ state }) => state === "ASKED" || state === "INTERVIEW" || state === "CHOSEN");

/** Those that have dropped out and may still say yes. */
export const lateEntries = ({ shortlist }: Placement): readonly Entry[] => shortlist.filter(mayStillSayYes);

export const nameOf = (entry: Entry | undefined): string | undefined =>
  entry && [entry.employerName, entry.title].filter(Boolean).join(", ");
