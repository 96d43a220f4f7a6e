/** Whose vacancies an act on a placement was about, and to whom it was handed over: what its history names beside it. */
import { currentEntry, type Placement } from "../../domain/placements/placement.ts";
import type { Process } from "../../domain/processes.ts";

/** Whoever is in turn is meant by what happens to a question, an interview and a start. */
const aboutTurn: readonly string[] = [
  "employerChoosesInterview",
  "employerAccepts",
  "employerDeclines",
  "employerAnswerExpires",
  "employerUndelivered",
  "employerReached",
  "askAnew",
  "interviewAgreed",
  "interviewMoved",
  "clientMissedInterview",
  "absenceExcused",
  "interviewOffers",
  "interviewEnds",
  "interviewExpires",
  "seatTaken",
  "confirmOneSide",
  "confirmStart",
  "startDisputed",
  "didNotStart",
];

/** The ids of vacancies; empty: of none of those that it could have been. Undefined: the act is about the whole. */
export function aboutIn(event: string, before: Process, after: Process): readonly string[] | undefined {
  // To whom it went.
  if (event === "handOver") return [after.officerId];
  if (before.kind !== "PLACEMENT" || after.kind !== "PLACEMENT") return undefined;
  if (aboutTurn.includes(event)) return turnOf(before);
  switch (event) {
    case "approveShortlist":
      return become(before, after, (state) => state === "APPROVED");
    case "clientAnswers":
    case "clientAnswersLate":
      return become(before, after, (state) => state !== "CLIENT_DECLINED");
    case "reopenEmployer":
      return turnOf(after);
    case "recallProposal":
      return become(before, after, (state) => state === "RECALLED");
    default:
      return undefined;
  }
}

const turnOf = (placement: Placement): readonly string[] | undefined => {
  const vacancyId = currentEntry(placement)?.vacancyId;
  return vacancyId === undefined ? undefined : [vacancyId];
};

/** Those that changed into such a state, in the order of the shortlist. */
function become(before: Placement, after: Placement, into: (state: string) => boolean): readonly string[] {
  const was = (at: number): string | undefined => before.shortlist[at]?.state;
  return after.shortlist.flatMap(({ state, vacancyId }, at) => (state !== was(at) && into(state) ? [vacancyId] : []));
}
