/** Who is asked next, and what an employer's yes brings about. */
import { refusal } from "../errors.ts";
import { type Decided, type Decision, type Refused, refused } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import type { Changes, Step } from "../process/transition.ts";
import type { RuleContext } from "./context.ts";
import { employerReminders, mostEmployers } from "./limits.ts";
import { withEntry } from "./live-entries.ts";
import type { Placement } from "./placement.ts";
import type { ReviewReason } from "./reasons.ts";
import { isAboutThePost, type ShortlistEntry } from "./shortlist.ts";

/** A step that leads to the next employer, or to the officer where there is none. */
export type StepToNext = Step<Placement, "AWAITING_EMPLOYER" | "AWAITING_REVIEW">;

/**
 * How an employer that was asked drops out by its answer, its silence or its choice: no other vacancy of it is proposed either,
 * unless its no was about the post.
 */
const droppedOut: readonly ShortlistEntry["state"][] = ["EMPLOYER_DECLINED", "EMPLOYER_SILENT", "NOT_CHOSEN", "DID_NOT_START"];

/**
 * Asks the next employer to whom the client said yes and who still has a seat; where there is none, the officer decides.
 * At most five employers are asked in one attempt.
 * @param before the state with the shortlist as the rule has changed it
 * @param further what else the rule changes and brings about, and why the officer has to decide
 */
export function askNext(
  step: StepToNext,
  before: Pick<Placement, "shortlist" | "employersAsked">,
  context: RuleContext,
  further: { readonly changes?: Changes<Placement>; readonly effects?: readonly Effect[]; readonly reason?: ReviewReason } = {},
): Decided<Placement> {
  const effects: Effect[] = [...(further.effects ?? [])];
  const shortlist = [...before.shortlist];
  const gone = new Set(
    shortlist
      .filter((entry) => droppedOut.includes(entry.state) && !isAboutThePost(entry.declineReason))
      .map((entry) => entry.employerId),
  );
  const unreached = new Set(shortlist.filter((entry) => entry.state === "UNREACHED").map((entry) => entry.employerId));
  const passedOver = (entry: ShortlistEntry): ShortlistEntry["state"] | undefined => {
    if (context.expired.has(entry.vacancyId)) return "RECALLED";
    if (!context.withSeat.has(entry.vacancyId)) return "SEAT_TAKEN";
    if (gone.has(entry.employerId)) return "NOT_ASKED";
    // Whoever could not be reached about one vacancy cannot be about the other.
    return unreached.has(entry.employerId) && context.byPhone.has(entry.vacancyId) ? "UNREACHED" : undefined;
  };
  for (const [at, entry] of shortlist.entries()) {
    if (entry.state !== "CLIENT_ACCEPTED") continue;
    const state = passedOver(entry);
    if (state !== undefined) {
      shortlist[at] = { ...entry, state };
      effects.push({ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId });
      continue;
    }
    if (before.employersAsked >= mostEmployers) break;
    shortlist[at] = { ...entry, state: "ASKED", askedAt: context.now };
    const { needsCall, asking } = askEmployer(entry.vacancyId, context);
    const employersAsked = before.employersAsked + 1;
    const changes = { ...further.changes, shortlist, interview: undefined, employersAsked, needsCall };
    return step.to("AWAITING_EMPLOYER", changes, [...effects, ...asking]);
  }
  const missed = shortlist.some((entry) => entry.state === "UNREACHED");
  const { reason = missed ? "EMPLOYERS_UNREACHED" : "EMPLOYERS_EXHAUSTED" } = further;
  const { employersAsked } = before;
  const changes = { ...further.changes, shortlist, interview: undefined, employersAsked, reason };
  return step.to("AWAITING_REVIEW", changes, [...effects, { kind: "MAIL", message: "reviewNeeded", to: "officer" }]);
}

/** How the question about a vacancy is put, to the contact of the record or to the one who is named: by mail with its reminders, or as a task to call where no mail arrives. */
export function askEmployer(
  vacancyId: string,
  context: RuleContext,
  { contactId, atOnce }: { readonly contactId?: string | undefined; readonly atOnce?: true } = {},
): { readonly needsCall: Placement["needsCall"]; readonly asking: readonly Effect[] } {
  // Whoever the officer names has an address.
  const why = contactId === undefined ? context.byPhone.get(vacancyId) : undefined;
  if (why === undefined) return { needsCall: undefined, asking: askByMail(vacancyId, context, atOnce) };
  return { needsCall: { since: context.now, why }, asking: [callTask(vacancyId)] };
}

/** The officer is told to call the employer, with name, number and what to ask. */
export const callTask = (vacancyId: string): Effect => ({
  kind: "MAIL",
  message: "askByPhone",
  to: "officer",
  vacancyId,
  whileWaiting: true,
});

const askByMail = (vacancyId: string, context: RuleContext, atOnce: true | undefined): Effect[] => [
  { kind: "MAIL", message: "candidateProposed", to: "employer", link: "ANSWER", vacancyId, whileWaiting: true, atOnce },
  ...employerReminders
    .filter((days) => days < context.settings.employer)
    .map(
      (days): Effect => ({
        kind: "MAIL",
        message: "candidateReminder",
        to: "employer",
        link: "ANSWER",
        vacancyId,
        whileWaiting: true,
        dueAt: context.morningAfter(days),
      }),
    ),
];

/** An employer has dropped out: its proposal leaves the vacancy and the next one is asked. */
export function dropOut(
  step: StepToNext,
  state: Placement,
  entry: ShortlistEntry,
  change: Partial<ShortlistEntry>,
  context: RuleContext,
  further: readonly Effect[] = [],
): Decided<Placement> {
  const shortlist = withEntry(state, entry.vacancyId, change);
  // Who could not be reached was not asked: nothing of the attempt is used up.
  const employersAsked = state.employersAsked - (change.state === "UNREACHED" ? 1 : 0);
  return askNext(step, { employersAsked, shortlist }, context, {
    effects: [{ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId }, ...further],
  });
}

export const noSeat = (vacancyId: string): Refused => refused(refusal("SEAT_TAKEN", [{ code: "NO_SEAT", value: vacancyId }]));

/** An employer takes the client: the seat is taken, and both sides are asked whether work has begun. */
export function choose(
  step: Step<Placement, "AWAITING_CONFIRMATION">,
  state: Placement,
  entry: ShortlistEntry,
  context: RuleContext,
): Decision<Placement> {
  const { vacancyId } = entry;
  if (!context.withSeat.has(vacancyId)) return noSeat(vacancyId);
  return step.to("AWAITING_CONFIRMATION", { shortlist: withEntry(state, vacancyId, { state: "CHOSEN" }), confirmedBy: {} }, [
    { kind: "TAKE_SEAT", vacancyId },
    { kind: "MAIL", message: "confirmStart", to: "employer", link: "CONFIRMATION", vacancyId, whileWaiting: true },
    { kind: "MAIL", message: "employerChose", to: "officer", vacancyId },
  ]);
}
