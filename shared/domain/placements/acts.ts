/** The acts of staff on a placement, each by the transitions that it takes. */
import type { Instant } from "../calendar/instant.ts";
import { type Asker, type Block, type Offer, offersOf } from "../offices/acts.ts";
import { actionOf, type ProcessAct, standingOf } from "../process/acts.ts";
import { longestShortlist, mostEmployers } from "./limits.ts";
import { mayStillAnswer, mayStillSayYes } from "./live-entries.ts";
import type { Placement } from "./placement.ts";
import type { ShortlistEntry } from "./shortlist.ts";
import { type PlacementStatus, placementStatusRows } from "./statuses.ts";
import { type TransitionName, transitions } from "./transitions.ts";

/** What is known of the moment beside the state. */
export type Moment = {
  readonly now: Instant;
  /** Whether an answer by link waits for its ten minutes. */
  readonly pending: boolean;
  /** Whether everything so far was recorded by the asker alone. */
  readonly ownVoice: boolean;
};

/** As much of a placement as its acts depend on. */
export type PlacementNow = Pick<
  Placement,
  | "kind"
  | "status"
  | "reason"
  | "deadline"
  | "employersAsked"
  | "needsCall"
  | "interview"
  | "unverified"
  | "withoutCertificate"
  | "willingness"
  | "widened"
> & { readonly shortlist: readonly Pick<ShortlistEntry, "state">[] } & Moment;

type Act = ProcessAct<PlacementNow, TransitionName>;

const late = ({ deadline, now }: PlacementNow): Block | undefined =>
  deadline !== undefined && now >= deadline ? "DEADLINE_PASSED" : undefined;

const allAsked = ({ employersAsked }: PlacementNow): Block | undefined =>
  employersAsked >= mostEmployers ? "EMPLOYERS_ALL_ASKED" : undefined;

/** What an employer has said of the interview by link must not be thrown away by a new time. */
const pending = (state: PlacementNow): Block | undefined => (state.pending ? "ANSWER_PENDING" : undefined);

export const placementActs = {
  "approveShortlist.APPROVE": {
    takes: ["approveShortlist"],
    ahead: true,
    blocked: (state) =>
      late(state) ?? allAsked(state) ?? (state.shortlist.length >= longestShortlist ? "SHORTLIST_FULL" : undefined),
  },
  "approveShortlist.APPROVE_NONE": { takes: ["rejectProposals"], blocked: late },
  // A word that was said in time counts, whenever it is recorded: a deadline stands in the way of none.
  answerForClient: { takes: ["clientAnswers"], ahead: true },
  /** The answer of a client who was silent: the same route, while the officer is to decide. */
  "answerForClient.LATE": { takes: ["clientAnswersLate"], absent: (state) => !mayStillAnswer(state) },
  answerForEmployer: { takes: ["employerChoosesInterview", "employerAccepts", "employerDeclines"], ahead: true },
  /** The yes of an employer that has dropped out: the same route, about its vacancy. */
  "answerForEmployer.LATE_YES": { takes: ["reopenEmployer"], absent: ({ shortlist }) => !shortlist.some(mayStillSayYes) },
  noteEmployerReached: { takes: ["employerReached"], absent: ({ needsCall }) => needsCall === undefined },
  askEmployerAnew: { takes: ["askAnew"], blocked: pending },
  "recordInterview.AGREED": {
    takes: ["interviewAgreed", "interviewMoved"],
    blocked: (state) => pending(state) ?? (state.interview?.absence ? "CLIENT_TO_BE_HEARD" : late(state)),
  },
  "recordInterview.CLIENT_HEARD": {
    takes: ["absenceExcused", "interviewEnds"],
    absent: ({ interview }) => interview?.absence === undefined,
    blocked: (state) => pending(state) ?? late(state),
  },
  "recordInterview.RESULT": { takes: ["interviewOffers", "interviewEnds", "clientMissedInterview"], ahead: true },
  "confirmStart.STARTED": { takes: ["confirmOneSide", "confirmStart"], ahead: true },
  "confirmStart.NOT_STARTED": { takes: ["didNotStart"] },
  verifyPlacement: {
    takes: ["verifyPlacement"],
    absent: ({ unverified }) => unverified === undefined,
    blocked: ({ ownVoice }) => (ownVoice ? "SECOND_PERSON_REQUIRED" : undefined),
  },
  "reviewPlacement.RANK_AGAIN": { takes: ["rankAgain"], blocked: (state) => late(state) ?? allAsked(state) },
  "reviewPlacement.GO_ON_WITHOUT": {
    takes: ["goOnWithoutCertificate", "goOnReviewed"],
    // Another ranking goes on without one as it is.
    absent: ({ withoutCertificate }) => withoutCertificate,
    blocked: (state) => late(state) ?? (state.status === "AWAITING_REVIEW" ? allAsked(state) : undefined),
  },
  "reviewPlacement.WIDEN": {
    takes: ["widenRegion"],
    absent: ({ widened, willingness }) => (widened ?? willingness) === "ANYWHERE",
    blocked: late,
  },
  "reviewPlacement.CLOSE": { takes: ["closeReviewed"], blocked: late },
  withdrawPlacement: { takes: ["withdraw"] },
} as const satisfies Record<string, Act>;

export type PlacementAct = keyof typeof placementActs;

/** What has to happen in a status before what comes next. */
const after = {
  AWAITING_CERTIFICATE: "AFTER_CERTIFICATE",
  RANKING: "AFTER_RANKING",
  AWAITING_VACANCY: "AFTER_VACANCY",
  AWAITING_APPROVAL: "AFTER_APPROVAL",
  AWAITING_CLIENT: "AFTER_CLIENT",
  AWAITING_EMPLOYER: "AFTER_EMPLOYER",
  INTERVIEW: "AFTER_INTERVIEW",
} as const satisfies Partial<Record<PlacementStatus, Block>>;

const isPlacementAct = (name: string): name is PlacementAct => name in placementActs;
export const placementActNames: readonly PlacementAct[] = Object.keys(placementActs).filter(isPlacementAct);

/** What somebody may do on a placement now. */
export const actsOnPlacement = (asker: Asker, state: PlacementNow): readonly Offer<PlacementAct>[] =>
  offersOf(
    asker,
    placementActNames.map((name) => {
      const act: Act = placementActs[name];
      const standing = standingOf({ statuses: placementStatusRows, transitions, after }, act, state);
      return [name, actionOf(transitions, act.takes), standing] as const;
    }),
  );
