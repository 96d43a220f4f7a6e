/** What is offered against what is decided: for every status, role, relation and act the real rule is asked. */
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { actsFor, processActNames } from "../../../shared/domain/acts.ts";
import { refusal } from "../../../shared/domain/errors.ts";
import { followUpActs } from "../../../shared/domain/follow-ups/acts.ts";
import type { FollowUp } from "../../../shared/domain/follow-ups/follow-up.ts";
import { loseWork } from "../../../shared/domain/follow-ups/lost-work.ts";
import { type FollowUpContext, recordNews } from "../../../shared/domain/follow-ups/rules.ts";
import { followUpStatuses } from "../../../shared/domain/follow-ups/statuses.ts";
import { followUpTransitions } from "../../../shared/domain/follow-ups/transitions.ts";
import { isAllowed, type Relation, relations } from "../../../shared/domain/offices/access-policy.ts";
import { blocks, type Offer } from "../../../shared/domain/offices/acts.ts";
import { type StaffRole, staffRoles } from "../../../shared/domain/offices/roles.ts";
import { type PlacementAct, placementActs } from "../../../shared/domain/placements/acts.ts";
import type { Appointment } from "../../../shared/domain/placements/appointment.ts";
import { approveShortlist, rejectProposals } from "../../../shared/domain/placements/approval.ts";
import { answerAsClient, answerLateAsClient } from "../../../shared/domain/placements/client-answer.ts";
import { confirmStart, noteNoStart, verifyPlacement } from "../../../shared/domain/placements/confirmation.ts";
import { answerProposal } from "../../../shared/domain/placements/employer-answer.ts";
import { agreeInterview, noteClientHeard, recordInterview } from "../../../shared/domain/placements/interview.ts";
import { reopenable, takeLateYes } from "../../../shared/domain/placements/late-yes.ts";
import { currentEntry, type Placement } from "../../../shared/domain/placements/placement.ts";
import { goOnWithoutCertificate, widenRegion } from "../../../shared/domain/placements/ranking.ts";
import { askAnew, noteReached } from "../../../shared/domain/placements/reach.ts";
import { withdraw } from "../../../shared/domain/placements/recall.ts";
import { type ReviewDecision, review } from "../../../shared/domain/placements/review.ts";
import type { ShortlistEntry } from "../../../shared/domain/placements/shortlist.ts";
import { type PlacementStatus, placementStatuses } from "../../../shared/domain/placements/statuses.ts";
import { transitions } from "../../../shared/domain/placements/transitions.ts";
import { actionOf } from "../../../shared/domain/process/acts.ts";
import { type Decision, refused } from "../../../shared/domain/process/decision.ts";
import { blockWords } from "../../../shared/messages/act-words.ts";
import { idNo } from "../../builders/ids.ts";
import { buildContext, buildEntry, buildFollowUp, buildPlacement } from "../../builders/processes.ts";
import { startOfTest } from "../../builders/records.ts";

const asker = idNo("staff", 1);
const hour = "2026-03-04T03:00:00.000Z";
const before = (at: string): string => new Date(Date.parse(at) - 1000).toISOString();
const agreed: Appointment = {
  proposed: [],
  agreedAt: hour,
  agreement: { by: "OFFICER", at: startOfTest },
  no: 1,
  sequence: 0,
  movedBy: [],
};

/** The entry whose turn it is in a status. */
const inTurn: Readonly<Partial<Record<PlacementStatus, ShortlistEntry["state"]>>> = {
  AWAITING_CLIENT: "APPROVED",
  AWAITING_EMPLOYER: "ASKED",
  INTERVIEW: "INTERVIEW",
  AWAITING_CONFIRMATION: "CHOSEN",
  PLACED: "CHOSEN",
};

type Case = { readonly state: Placement; readonly pending?: true; readonly late?: true };

/** A status with all that can be otherwise about it. */
function casesOf(status: PlacementStatus): readonly Case[] {
  const entry = inTurn[status];
  const shortlist = entry ? [buildEntry(1, { state: entry })] : [];
  const interview = status === "INTERVIEW" ? agreed : undefined;
  const plain = buildPlacement(status, { shortlist, interview });
  const others: readonly Partial<Placement>[] = [
    { shortlist: [...shortlist, buildEntry(2, { state: "EMPLOYER_SILENT" })] },
    { shortlist: [...shortlist, buildEntry(2, { state: "DID_NOT_START" })] },
    { shortlist: [...shortlist, ...Array.from({ length: 24 }, (_, at) => buildEntry(at + 9, { state: "RECALLED" }))] },
    {
      shortlist: [...shortlist, ...Array.from({ length: 25 }, (_, at) => buildEntry(at + 9, { state: "RECALLED" }))].slice(0, 25),
    },
    { employersAsked: 5 },
    { employersAsked: 4 },
    { needsCall: { since: startOfTest, why: "NO_MAIL" } },
    { interview: { ...agreed, movedBy: ["CLIENT", "EMPLOYER"] } },
    { interview: { ...agreed, absence: { saidAt: startOfTest, notedAt: startOfTest } } },
    { unverified: true, voice: asker },
    { unverified: true, voice: idNo("staff", 2) },
    { voice: asker },
    { willingness: "ANYWHERE" },
    { willingness: "OWN_REGENCY", widened: "PROVINCE" },
    { willingness: "OWN_REGENCY", widened: "ANYWHERE" },
    { reason: "CLIENT_SILENT", shortlist: [...shortlist, buildEntry(2, { state: "APPROVED" })] },
    { reason: "CLIENT_SILENT", shortlist: [...shortlist, buildEntry(2, { state: "RECALLED" })] },
    // Who goes on without one waits for none.
    { withoutCertificate: status !== "AWAITING_CERTIFICATE" },
  ];
  return [plain, ...others.map((changes) => ({ ...plain, ...changes }))].flatMap((state): readonly Case[] => [
    { state },
    { state, pending: true },
    ...(state.deadline === undefined ? [] : [{ state, late: true } as const]),
  ]);
}

const held = refused(refusal("ALREADY_ANSWERED"));

/** What each act comes down to, in a way in which nothing but the state can refuse it. */
function decide(act: PlacementAct, { state, pending, late }: Case, role: StaffRole): Decision<Placement> {
  const now = late && state.deadline !== undefined ? state.deadline : startOfTest;
  const context = buildContext({ now, actor: { kind: "staff", staffId: asker, role } });
  // A word that was said in time.
  const said = late ? before(now) : now;
  const given = { how: "PHONE", at: said } as const;
  const reviewed = (decision: Exclude<ReviewDecision["decision"], "CLOSE">) => review(state, { decision }, true, context);
  switch (act) {
    case "approveShortlist.APPROVE": {
      const { vacancyId, employerId } = buildEntry(8);
      const approval = { order: [{ vacancyId, employerId }] };
      return approveShortlist(state, approval, [vacancyId], [], { ownPhone: true }, context);
    }
    case "approveShortlist.APPROVE_NONE":
      return rejectProposals(state, context);
    case "answerForClient": {
      const asked = state.shortlist.filter((entry) => entry.state === "APPROVED");
      const answers = asked.map(({ vacancyId }) => ({ vacancyId, accepts: true, discloseBapas: false }));
      return answerAsClient(state, { answers, given }, context);
    }
    case "answerForClient.LATE": {
      const asked = state.shortlist.filter((entry) => entry.state === "APPROVED");
      const answers = asked.map(({ vacancyId }) => ({ vacancyId, accepts: true, discloseBapas: false }));
      return answerLateAsClient(state, { answers, given }, context);
    }
    case "answerForEmployer":
      return answerProposal(state, { choice: "DECLINE", reason: "OTHER" }, said, context);
    case "answerForEmployer.LATE_YES": {
      const vacancyId = state.shortlist.find((entry) => reopenable(state, entry.vacancyId))?.vacancyId ?? idNo("vacancy", 7);
      const insteadOf = currentEntry(state)?.vacancyId;
      return takeLateYes(
        state,
        { vacancyId, answer: { choice: "ACCEPT" }, saidAt: said, earliest: startOfTest, insteadOf },
        true,
        buildContext({ now, actor: context.actor }),
      );
    }
    case "noteEmployerReached":
      return noteReached(state, context);
    case "askEmployerAnew":
      return pending ? held : askAnew(state, context);
    case "recordInterview.AGREED":
      return pending ? held : agreeInterview(state, { at: state.interview?.agreedAt ?? hour, place: "Gerbang depan" }, context);
    case "recordInterview.CLIENT_HEARD":
      return pending ? held : noteClientHeard(state, { excused: false }, context);
    case "recordInterview.RESULT":
      return recordInterview(state, { result: "NO" }, said, context);
    case "confirmStart.STARTED":
      return confirmStart(
        state,
        { by: "officer", startedOn: "2026-03-02", evidence: "PAY", writtenContract: true, contractType: "PKWT" },
        { earliest: "2026-03-02", latest: "2026-03-02" },
        [],
        context,
      );
    case "confirmStart.NOT_STARTED":
      return noteNoStart(state, "officer", context);
    case "verifyPlacement":
      return verifyPlacement(state, context);
    case "reviewPlacement.RANK_AGAIN":
      return reviewed("RANK_AGAIN");
    case "reviewPlacement.GO_ON_WITHOUT":
      return state.status === "AWAITING_CERTIFICATE" ? goOnWithoutCertificate(state, context) : reviewed("GO_ON_WITHOUT");
    case "reviewPlacement.WIDEN":
      return widenRegion(state, "ANYWHERE", context);
    case "reviewPlacement.CLOSE":
      return review(state, { decision: "CLOSE", because: "OTHER" }, false, context);
    case "withdrawPlacement":
      return withdraw(state, context);
  }
}

const isPlacementAct = (name: string): name is PlacementAct => name in placementActs;
const acts = processActNames.filter(isPlacementAct);

function offersIn({ state, pending, late }: Case, role: StaffRole, relation: Relation) {
  const now = late && state.deadline !== undefined ? state.deadline : startOfTest;
  return actsFor(role, relation, { ...state, now, pending: pending === true, ownVoice: state.voice === asker });
}
const freeIn = <A extends string>(offers: readonly Offer<A>[]): readonly A[] =>
  offers.flatMap(({ act, blocked }) => (blocked === undefined ? [act] : []));

describe.each(placementStatuses)("on a placement in %s", (status) => {
  it.each(staffRoles)("a %s is offered what the rules let pass, and nothing else", (role) => {
    for (const one of casesOf(status)) {
      const allowed = acts.filter((act) => decide(act, one, role).kind === "decided");
      // Another ranking goes on without a certificate where one did: one act says both.
      const twice = one.state.withoutCertificate ? "reviewPlacement.GO_ON_WITHOUT" : undefined;
      if (allowed.some((act) => act === twice)) expect(allowed).toContain("reviewPlacement.RANK_AGAIN");
      for (const relation of relations) {
        const within = allowed.filter(
          (act) => act !== twice && isAllowed(role, actionOf(transitions, placementActs[act].takes), relation),
        );
        const offers = offersIn(one, role, relation);
        expect(freeIn(offers), JSON.stringify(one)).toEqual(within);
        for (const { act } of offers.filter(({ act }) => isPlacementAct(act)))
          if (isPlacementAct(act)) expect(isAllowed(role, actionOf(transitions, placementActs[act].takes), relation)).toBe(true);
      }
      // Whoever stands to it at all may do what the rules let the role do: the tables of access and of transitions agree.
      expect(freeIn(offersIn(one, role, "own"))).toEqual(allowed.filter((act) => act !== twice));
      expect(offersIn(one, role, "other")).toEqual([]);
    }
  });
});

describe("what is offered", () => {
  const shown = (state: Placement) =>
    offersIn({ state }, "officer", "own").map(({ act, blocked }) => (blocked ? `${act}: ${blocked}` : act));

  it("is what makes sense now, and what comes next with what has to happen first", () => {
    const plain = placementStatuses.map((status) => [
      status,
      casesOf(status)
        .slice(0, 1)
        .flatMap(({ state }) => shown(state)),
    ]);
    expect(Object.fromEntries(plain)).toEqual({
      AWAITING_CERTIFICATE: ["approveShortlist.APPROVE: AFTER_CERTIFICATE", "reviewPlacement.GO_ON_WITHOUT", "withdrawPlacement"],
      RANKING: ["approveShortlist.APPROVE: AFTER_RANKING", "withdrawPlacement"],
      AWAITING_VACANCY: ["approveShortlist.APPROVE: AFTER_VACANCY", "reviewPlacement.WIDEN", "withdrawPlacement"],
      AWAITING_APPROVAL: [
        "approveShortlist.APPROVE",
        "approveShortlist.APPROVE_NONE",
        "answerForClient: AFTER_APPROVAL",
        "withdrawPlacement",
      ],
      AWAITING_CLIENT: ["answerForClient", "answerForEmployer: AFTER_CLIENT", "withdrawPlacement"],
      AWAITING_EMPLOYER: [
        "answerForEmployer",
        "askEmployerAnew",
        "recordInterview.RESULT: AFTER_EMPLOYER",
        "confirmStart.STARTED: AFTER_EMPLOYER",
        "withdrawPlacement",
      ],
      INTERVIEW: [
        "askEmployerAnew",
        "recordInterview.AGREED",
        "recordInterview.RESULT",
        "confirmStart.STARTED: AFTER_INTERVIEW",
        "withdrawPlacement",
      ],
      AWAITING_CONFIRMATION: ["askEmployerAnew", "confirmStart.STARTED", "confirmStart.NOT_STARTED", "withdrawPlacement"],
      AWAITING_REVIEW: [
        "reviewPlacement.RANK_AGAIN",
        "reviewPlacement.GO_ON_WITHOUT",
        "reviewPlacement.CLOSE",
        "withdrawPlacement",
      ],
      PLACED: [],
      CLOSED: [],
    });
  });

  const asked = { shortlist: [buildEntry(1, { state: "ASKED" })] };
  const heard = { ...agreed, absence: { saidAt: startOfTest, notedAt: startOfTest } };
  it.each<readonly [string, Case, string]>([
    ["five employers were asked", { state: buildPlacement("AWAITING_REVIEW", { employersAsked: 5 }) }, "EMPLOYERS_ALL_ASKED"],
    ["the deadline has come", { state: buildPlacement("AWAITING_APPROVAL"), late: true }, "DEADLINE_PASSED"],
    ["the employer has answered", { state: buildPlacement("AWAITING_EMPLOYER", asked), pending: true }, "ANSWER_PENDING"],
    ["the client is to be heard", { state: buildPlacement("INTERVIEW", { interview: heard }) }, "CLIENT_TO_BE_HEARD"],
    ["one alone recorded it", { state: buildPlacement("PLACED", { unverified: true, voice: asker }) }, "SECOND_PERSON_REQUIRED"],
  ])("says why where %s", (_what, one, why) => {
    expect(offersIn(one, "supervisor", "office").map(({ blocked }) => blocked)).toContain(why);
  });

  it("stays small", () => {
    for (const status of placementStatuses)
      for (const one of casesOf(status)) expect(offersIn(one, "supervisor", "own").length).toBeLessThanOrEqual(7);
  });
});

describe.each(followUpStatuses)("on a follow-up in %s", (status) => {
  const news = { at: startOfTest, stillThere: true };
  const lost = { lastDay: "2026-03-02", reason: "RESIGNED", from: "CLIENT", at: startOfTest } as const;
  const decisions = {
    recordFollowUp: (state: FollowUp, context: FollowUpContext) =>
      recordNews(state, { day: state.day, from: "VISIT", news }, context),
    recordLostWork: (state: FollowUp, context: FollowUpContext) => loseWork(state, lost, "2026-03-02", context),
  };
  const names = ["recordFollowUp", "recordLostWork"] as const;

  it.each(staffRoles)("a %s is offered what the rules let pass, and nothing else", (role) => {
    for (const asked of [{}, { client: news }, { employer: news }, { client: news, employer: news }]) {
      const state = buildFollowUp({ status, asked });
      const context = buildContext({ actor: { kind: "staff", staffId: asker, role } });
      const allowed = names.filter((act) => decisions[act](state, context).kind === "decided");
      for (const relation of relations) {
        const within = allowed.filter((act) => isAllowed(role, actionOf(followUpTransitions, followUpActs[act].takes), relation));
        expect(freeIn(actsFor(role, relation, state))).toEqual(within);
      }
      expect(freeIn(actsFor(role, "own", state))).toEqual(allowed);
    }
  });
});

it("says of news that is not due yet when it will be", () => {
  expect(actsFor("officer", "own", buildFollowUp())).toEqual([
    { act: "recordFollowUp", blocked: "AFTER_DAY" },
    { act: "recordLostWork" },
  ]);
});

it("has words for all that can stand in the way", () => {
  expect(Object.keys(blockWords)).toEqual([...blocks]);
});

it("runs in a browser as it is: tables and functions, and no library", async () => {
  const { metafile, outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../../../shared/domain/acts.ts")],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
  });
  expect(Object.keys(metafile.inputs).filter((file) => file.includes("node_modules"))).toEqual([]);
  expect(gzipSync(outputFiles[0]?.contents ?? "").length).toBeLessThan(5_500);
});
