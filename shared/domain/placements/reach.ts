/** Whether the employer whose turn it is has been reached at all: who was not is never held to be silent. */
import type { CallReason } from "../employers/contact.ts";
import { refusal } from "../errors.ts";
import { type Decision, refused, unchanged } from "../process/decision.ts";
import type { Effect } from "../process/effect.ts";
import { takeAsked } from "./asked-employer.ts";
import type { RuleContext } from "./context.ts";
import { withEntry } from "./live-entries.ts";
import { askEmployer, callTask } from "./next-employer.ts";
import type { Placement } from "./placement.ts";

/**
 * The question has not reached the employer: it becomes a task to call, and its time begins anew. Of a question that no mail has put
 * nothing can come back: whoever was called knows of it.
 */
export function noteUndelivered(state: Placement, why: CallReason, context: RuleContext): Decision<Placement> {
  if (state.status !== "AWAITING_EMPLOYER" || state.needsCall || state.linkWait !== state.waitNo) return unchanged;
  const asked = takeAsked("employerUndelivered", state, context);
  if (asked.kind === "refused") return asked;
  return asked.step.again({ needsCall: { since: context.now, why } }, [callTask(asked.entry.vacancyId)]);
}

/** The officer has reached the employer and put the question: the employer's own time begins now. */
export function noteReached(state: Placement, context: RuleContext): Decision<Placement> {
  const asked = takeAsked("employerReached", state, context);
  if (asked.kind === "refused") return asked;
  if (!state.needsCall) return refused(refusal("STATUS_CONFLICT", [{ code: "NO_CALL_NEEDED" }]));
  return asked.step.again();
}

/** `contactId`: somebody else there, who has an address; `toRecord`: the contact of the record, in whose stead; `atOnce`: a person waits for it. */
type AskedBy = { readonly contactId?: string | undefined; readonly toRecord?: true; readonly atOnce?: true };

/**
 * The open question is sent anew, by a link that revokes the one before. What the employer has not answered gets its whole time
 * again; an interview and a start keep theirs. `contactId`: somebody else there, who has an address and is asked from now on.
 */
export function askAnew(state: Placement, context: RuleContext, by: AskedBy = {}): Decision<Placement> {
  const asked = takeAsked("askAnew", state, context);
  if (asked.kind === "refused") return asked;
  const { vacancyId } = asked.entry;
  const { contactId } = by;
  const named = contactId !== undefined || by.toRecord;
  const shortlist = named ? withEntry(state, vacancyId, { contactId }) : state.shortlist;
  if (state.status === "AWAITING_EMPLOYER") {
    const { needsCall, asking } = askEmployer(vacancyId, context, by);
    return asked.step.again({ needsCall, shortlist }, asking);
  }
  return asked.step.amend({ shortlist }, [linkAnew(state, vacancyId)]);
}

/** The mail with which the link of a later question comes. */
function linkAnew(state: Placement, vacancyId: string): Effect {
  const mail = { kind: "MAIL", to: "employer", vacancyId, whileWaiting: true } as const;
  if (state.status === "AWAITING_CONFIRMATION") return { ...mail, message: "confirmStart", link: "CONFIRMATION" };
  const message = state.interview?.agreedAt === undefined ? "interviewNoted" : "interviewAgreed";
  return { ...mail, message, link: "INTERVIEW_RESULT" };
}
