import { describe, expect, it } from "vitest";
import { type Weekday, weekdays } from "../../../../shared/domain/calendar/weekdays.ts";
import { reporting } from "../../../../shared/domain/clients/reporting.ts";
import { approveShortlist } from "../../../../shared/domain/placements/approval.ts";
import { answerAsClient } from "../../../../shared/domain/placements/client-answer.ts";
import { confirmStart, noteNoStart } from "../../../../shared/domain/placements/confirmation.ts";
import { answerProposal } from "../../../../shared/domain/placements/employer-answer.ts";
import { findGateFailures, type GateFacts } from "../../../../shared/domain/placements/gates.ts";
import type { Placement } from "../../../../shared/domain/placements/placement.ts";
import { review } from "../../../../shared/domain/placements/review.ts";
import { findStartBlockers, type StartFacts, startPlacement } from "../../../../shared/domain/placements/start.ts";
import type { Decision } from "../../../../shared/domain/process/decision.ts";
import { idNo } from "../../../builders/ids.ts";
import { buildContext, buildEntry, buildPlacement, by, contact } from "../../../builders/processes.ts";
import { buildClient, buildEmployer, buildVacancy, startOfTest } from "../../../builders/records.ts";

const context = buildContext();
const outcome = (decision: Decision<Placement>): string =>
  decision.kind === "refused"
    ? [decision.error.code, ...decision.error.details.map((detail) => detail.code)].join(" ")
    : decision.kind === "decided"
      ? decision.state.status
      : "unchanged";

describe("a start", () => {
  const facts: StartFacts = {
    client: buildClient(1),
    officeId: "bapas-uji",
    officerId: idNo("staff", 1),
    saidToProfiling: "GIVEN",
    hasCertificate: false,
    age: 18,
  };

  it("has no blocker for an adult under this office who consents", () => {
    expect(findStartBlockers(facts)).toEqual([]);
  });

  it("names every blocker at once", () => {
    const client = buildClient(1, { statusDocument: undefined, suspended: true, openPlacement: idNo("placement", 4) });
    const found = findStartBlockers({
      client,
      officeId: "bapas-lain",
      saidToProfiling: undefined,
      hasCertificate: true,
      age: 17,
    });
    expect(found.map((detail) => detail.code)).toEqual([
      "STATUS_DOCUMENT_MISSING",
      "NOT_ADULT",
      "OTHER_OFFICE",
      "PROFILING_CONSENT_MISSING",
      "SUSPENDED",
      "PLACEMENT_OPEN",
    ]);
    expect(outcome(startPlacement(idNo("placement", 1), { ...facts, age: 17 }, { withoutCertificate: true }, context))).toBe(
      "START_BLOCKED NOT_ADULT",
    );
  });

  it.each([
    [false, false, "AWAITING_CERTIFICATE"],
    [true, false, "RANKING"],
    [false, true, "RANKING"],
  ] as const)("with certificate %s, wanted without %s, begins in %s", (hasCertificate, withoutCertificate, status) => {
    const decision = startPlacement(idNo("placement", 1), { ...facts, hasCertificate }, { withoutCertificate }, context);
    if (decision.kind !== "decided") throw new Error("refused");
    const waits = status === "AWAITING_CERTIFICATE";
    expect(decision.state).toMatchObject({ status, version: 1, waitNo: waits ? 1 : 0, waitOpen: waits, attempt: 1, run: 1 });
    expect(decision.state.deadline).toBe(waits ? "2026-04-01T02:00:00.000Z" : undefined);
  });
});

describe("the gates of law and money", () => {
  const facts: GateFacts = {
    client: buildClient(1),
    vacancy: buildVacancy(1),
    employer: buildEmployer(1, { size: "LARGE" }),
    agreementInForce: false,
    agreementRequired: false,
    minimumWage: 360_000_000,
    monthlyWage: 360_000_000,
    startOn: "2026-03-02",
    chosen: false,
    occupationChecked: undefined,
  };
  const codes = (changes: Partial<GateFacts>): string[] =>
    findGateFailures({ ...facts, ...changes }).map((detail) => detail.code);

  it("let a wage at the minimum pass, and a sen below it not, for medium and large employers", () => {
    expect(codes({})).toEqual([]);
    expect(codes({ monthlyWage: 359_999_999 })).toEqual(["WAGE_BELOW_MINIMUM"]);
    for (const size of ["MICRO", "SMALL"] as const)
      expect(codes({ monthlyWage: 1, employer: buildEmployer(1, { size }) })).toEqual([]);
    expect(codes({ monthlyWage: 359_999_999, employer: buildEmployer(1, { size: "MEDIUM" }) })).toEqual(["WAGE_BELOW_MINIMUM"]);
    expect(codes({ monthlyWage: 1, minimumWage: undefined })).toEqual([]);
  });

  it("ask a bound employer for a wage, and nobody else", () => {
    const vacancy = buildVacancy(1, { wage: undefined });
    expect(codes({ vacancy, monthlyWage: undefined })).toEqual(["WAGE_MISSING"]);
    expect(codes({ vacancy, monthlyWage: undefined, employer: buildEmployer(1) })).toEqual([]);
  });

  it("let an unknown occupation pass no bar without the officer's word on that very bar", () => {
    const client = buildClient(1, { barredOccupations: ["4214", "42"] });
    const vacancy = buildVacancy(1, { kbji: undefined });
    expect(codes({ client, vacancy })).toEqual(["OCCUPATION_UNKNOWN"]);
    expect(codes({ client, vacancy, occupationChecked: ["42"] })).toEqual(["OCCUPATION_UNKNOWN"]);
    expect(codes({ client, vacancy, occupationChecked: ["42", "4214"] })).toEqual([]);
    expect(codes({ client, vacancy, chosen: true })).toEqual([]);
    expect(codes({ client, vacancy: buildVacancy(1, { kbji: "4214.01" }) })).toEqual(["OCCUPATION_BARRED"]);
    expect(codes({ vacancy })).toEqual([]);
  });

  it("let nobody begin before the status document permits it", () => {
    expect(codes({ startOn: "2026-01-19" })).toEqual(["OUTSIDE_WORK_NOT_YET"]);
    expect(codes({ startOn: "2026-01-20" })).toEqual([]);
  });

  it("keep the report day free", () => {
    const client = buildClient(1, { reportDay: "MONDAY" });
    expect(codes({ client })).toEqual([]);
    expect(codes({ client, vacancy: buildVacancy(1, { reportDayFree: false }) })).toEqual(["REPORT_DAY_TAKEN"]);
    expect(
      codes({ client: buildClient(1, { reportDay: "SUNDAY" }), vacancy: buildVacancy(1, { reportDayFree: false }) }),
    ).toEqual([]);
  });

  it.each([
    ["a day of the week", { rhythm: "WEEKLY", day: "MONDAY" }, ["MONDAY"], ["TUESDAY"]],
    ["every second week", { rhythm: "FORTNIGHTLY", day: "MONDAY", from: "2026-03-02" }, ["MONDAY"], ["TUESDAY"]],
    ["a day of a week of the month", { rhythm: "MONTHLY", week: 1, day: "FRIDAY" }, ["FRIDAY"], ["MONDAY"]],
    ["a day of the month", { rhythm: "MONTHLY", dayOfMonth: 5 }, weekdays, weekdays.slice(0, 6)],
    ["two dates", { rhythm: "BY_DATE", dates: ["2026-03-02", "2026-03-10"] }, ["MONDAY", "TUESDAY"], ["MONDAY", "SATURDAY"]],
    ["nothing agreed yet", { rhythm: "MONTHLY" }, undefined, weekdays],
  ] as const)("bar by %s only where shifts can never leave such a day free", (_, rhythm, taking, leaving) => {
    const client = buildClient(1, { reporting: reporting.parse(rhythm) });
    const at = (workDays: readonly Weekday[], reportDayFree = false) =>
      codes({ client, vacancy: buildVacancy(1, { reportDayFree, workDays: [...workDays] }) });
    if (taking) expect(at(taking)).toEqual(["REPORT_DAY_TAKEN"]);
    if (taking) expect(at(taking, true)).toEqual([]);
    expect(at(leaving)).toEqual([]);
  });

  it("spare a client whom the employer has chosen what only bars new proposals, and nothing else", () => {
    const bars = {
      agreementRequired: true,
      employer: buildEmployer(1, { optOut: true, size: "LARGE" }),
      vacancy: buildVacancy(1, { status: "CLOSED", validUntil: "2026-03-01" }),
    };
    expect(codes(bars)).toEqual(["AGREEMENT_MISSING", "EMPLOYER_OPTED_OUT", "VACANCY_CLOSED", "VACANCY_EXPIRED"]);
    expect(codes({ ...bars, chosen: true, monthlyWage: 1 })).toEqual(["WAGE_BELOW_MINIMUM"]);
  });

  it("name all that fails, each with its vacancy", () => {
    const all = {
      agreementRequired: true,
      employer: buildEmployer(1, { optOut: true }),
      vacancy: buildVacancy(1, { status: "CLOSED" }),
    };
    expect(findGateFailures({ ...facts, ...all })).toEqual(
      ["AGREEMENT_MISSING", "EMPLOYER_OPTED_OUT", "VACANCY_CLOSED"].map((code) => ({ code, value: idNo("vacancy", 1) })),
    );
    expect(codes({ ...all, agreementInForce: true })).toEqual(["EMPLOYER_OPTED_OUT", "VACANCY_CLOSED"]);
  });
});

describe("the officer's shortlist", () => {
  const state = buildPlacement("AWAITING_APPROVAL");
  const entry = (no: number) => ({ vacancyId: idNo("vacancy", no), employerId: idNo("employer", no) });
  const proposed = [1, 2, 3, 4, 5, 6].map((no) => idNo("vacancy", no));
  const approve = (nos: readonly number[], reason?: string, from = state, ownPhone = true) =>
    approveShortlist(from, { order: nos.map(entry), reason }, proposed, [], { ownPhone }, context);

  it.each([
    [[1], "AWAITING_CLIENT"],
    [[1, 2, 3, 4, 5], "AWAITING_CLIENT"],
    [[], "SHORTLIST_INVALID"],
    [[1, 2, 3, 4, 5, 6], "SHORTLIST_INVALID"],
    [[1, 1], "SHORTLIST_INVALID NAMED_TWICE"],
    [[9], "SHORTLIST_INVALID NOT_PROPOSED"],
    [[2], "REASON_REQUIRED ORDER_DIFFERS"],
    [[2, 1], "REASON_REQUIRED ORDER_DIFFERS"],
  ] as const)("%j: %s", (nos, expected) => {
    expect(outcome(approve(nos))).toBe(expected);
  });

  it("in another order wants a reason", () => {
    expect(outcome(approve([2, 1], "lebih dekat"))).toBe("AWAITING_CLIENT");
  });

  it("names what the gates found, and seats that are gone", () => {
    const failures = [{ code: "WAGE_MISSING" }];
    expect(outcome(approveShortlist(state, { order: [entry(1)] }, proposed, failures, { ownPhone: true }, context))).toBe(
      "GATE_FAILED WAGE_MISSING",
    );
    expect(
      outcome(approveShortlist(state, { order: [entry(1)] }, proposed, [], { ownPhone: true }, buildContext({ withSeat: [] }))),
    ).toBe("SEAT_TAKEN NO_SEAT");
  });

  it("gives a client without a phone more time", () => {
    const deadline = (ownPhone: boolean) => {
      const decision = approve([1], undefined, state, ownPhone);
      return decision.kind === "decided" ? decision.state.deadline : undefined;
    };
    expect([deadline(true), deadline(false)]).toEqual(["2026-03-07T02:00:00.000Z", "2026-03-12T02:00:00.000Z"]);
  });

  it("never grows beyond what a placement can hold", () => {
    const shortlist = Array.from({ length: 24 }, (_, at) => buildEntry(at + 10, { state: "CLIENT_DECLINED" }));
    const full = buildPlacement("AWAITING_APPROVAL", { shortlist });
    expect(outcome(approve([1], undefined, full))).toBe("AWAITING_CLIENT");
    expect(outcome(approve([1, 2], undefined, full))).toBe("SHORTLIST_INVALID SHORTLIST_FULL");
  });

  it("forgets who was never asked when it is ranked again, and keeps who declined", () => {
    const shortlist = [buildEntry(1, { state: "EMPLOYER_DECLINED" }), buildEntry(2), buildEntry(3, { state: "CLIENT_ACCEPTED" })];
    const decision = review(buildPlacement("AWAITING_REVIEW", { shortlist }), { decision: "RANK_AGAIN" }, true, context);
    if (decision.kind !== "decided") throw new Error("refused");
    expect(decision.state.shortlist).toEqual([shortlist[0]]);
    expect(decision.effects).toEqual([2, 3].map((no) => ({ kind: "DROP_PROPOSAL", vacancyId: idNo("vacancy", no) })));
  });
});

describe("words that count by the time at which they were given", () => {
  const deadline = "2026-03-07T02:00:00.000Z";
  const asked = buildPlacement("AWAITING_EMPLOYER", {
    deadline,
    shortlist: [buildEntry(1, { state: "ASKED" })],
    employersAsked: 1,
  });
  const late = buildContext({ now: "2026-03-08T02:00:00.000Z" });

  it("an employer's, a millisecond before the deadline and at it", () => {
    expect(outcome(answerProposal(asked, { choice: "ACCEPT" }, "2026-03-07T01:59:59.999Z", late))).toBe("AWAITING_CONFIRMATION");
    expect(outcome(answerProposal(asked, { choice: "ACCEPT" }, deadline, late))).toBe("DEADLINE_PASSED");
  });

  it("the client's, for each employer and no other", () => {
    const shown = buildPlacement("AWAITING_CLIENT", { deadline, shortlist: [buildEntry(1), buildEntry(2)] });
    const say = (nos: readonly number[], at: string = startOfTest) =>
      outcome(
        answerAsClient(
          shown,
          {
            answers: nos.map((no) => ({ vacancyId: idNo("vacancy", no), accepts: true, discloseBapas: false })),
            given: { how: "PHONE", at },
          },
          late,
        ),
      );
    expect(say([1, 2])).toBe("AWAITING_EMPLOYER");
    expect(say([1])).toBe("ANSWER_INCOMPLETE MISSING");
    expect(say([1, 2, 3])).toBe("ANSWER_INCOMPLETE");
    expect(say([1, 2, 2])).toBe("ANSWER_INCOMPLETE");
    expect(say([1, 2], deadline)).toBe("DEADLINE_PASSED");
  });
});

describe("the confirmation that work has begun", () => {
  const state = buildPlacement("AWAITING_CONFIRMATION", {
    shortlist: [buildEntry(1, { state: "CHOSEN" }), buildEntry(2, { state: "CLIENT_ACCEPTED" })],
    employersAsked: 1,
  });
  const officer = {
    by: "officer",
    startedOn: "2026-03-01",
    evidence: "VISIT",
    writtenContract: false,
    contractType: "DAILY",
  } as const;
  const client = { how: "VISIT", at: startOfTest } as const;
  const window = { earliest: "2026-03-01", latest: "2026-03-02" };
  const confirm = (from: Placement, said: Parameters<typeof confirmStart>[1]) => confirmStart(from, said, window, [], context);
  const stateOf = (decision: Decision<Placement>): Placement => {
    if (decision.kind !== "decided") throw new Error("not decided");
    return decision.state;
  };

  it("takes the officer and the client where there is no written contract", () => {
    expect(outcome(confirm(state, { ...officer, client }))).toBe("PLACED");
    expect(outcome(confirm(state, { ...officer, writtenContract: true, client }))).toBe("AWAITING_CONFIRMATION");
    expect(outcome(confirm(state, officer))).toBe("AWAITING_CONFIRMATION");
  });

  it("takes the officer and the employer in either order, and the officer's day counts", () => {
    const employer = { by: "employer", startedOn: "2026-03-02" } as const;
    const first = stateOf(confirm(state, employer));
    expect(first).toMatchObject({ status: "AWAITING_CONFIRMATION", waitNo: state.waitNo, startedOn: "2026-03-02" });
    expect(stateOf(confirm(first, officer))).toMatchObject({ status: "PLACED", startedOn: "2026-03-01" });
    expect(stateOf(confirm(stateOf(confirm(state, officer)), employer))).toMatchObject({
      status: "PLACED",
      startedOn: "2026-03-01",
    });
    expect(outcome(confirm(first, employer))).toBe("ALREADY_ANSWERED");
  });

  it("lets the officer complete or correct the confirmation, and refuses it where it says nothing new", () => {
    const once = stateOf(confirm(state, officer));
    expect(outcome(confirm(once, officer))).toBe("ALREADY_ANSWERED");
    expect(outcome(confirm(once, { ...officer, client }))).toBe("PLACED");
    expect(outcome(confirm(once, { ...officer, writtenContract: true, employer: client }))).toBe("PLACED");
    const corrected = stateOf(confirm(once, { ...officer, evidence: "CONTRACT", writtenContract: true, contractType: "PKWT" }));
    expect(corrected).toMatchObject({ status: "AWAITING_CONFIRMATION", writtenContract: true, contractType: "PKWT" });
  });

  it("asks the officer again where the employer denies what the officer confirmed, and believes it else", () => {
    const denied = noteNoStart(stateOf(confirm(state, officer)), "employer", by(contact, context));
    expect(stateOf(denied)).toMatchObject({ status: "AWAITING_CONFIRMATION", confirmedBy: {}, waitNo: state.waitNo + 1 });
    expect(stateOf(denied).startedOn).toBeUndefined();
    expect(denied).toMatchObject({ effects: [{ kind: "MAIL", message: "startDisputed", to: "officer" }] });
    expect(outcome(noteNoStart(state, "employer", by(contact, context)))).toBe("AWAITING_EMPLOYER");
    expect(outcome(noteNoStart(stateOf(confirm(state, officer)), "officer", context))).toBe("AWAITING_EMPLOYER");
  });

  it("refuses a day before the attempt began", () => {
    expect(outcome(confirm(state, { by: "employer", startedOn: "2026-02-28" }))).toBe("CONFIRMATION_INVALID START_TOO_EARLY");
    expect(outcome(confirm(state, { ...officer, startedOn: "2025-03-01" }))).toBe("CONFIRMATION_INVALID START_TOO_EARLY");
  });

  it("refuses a start in the future and one that a gate forbids, and drops the other proposals at the end", () => {
    expect(outcome(confirm(state, { by: "employer", startedOn: "2026-03-03" }))).toBe("CONFIRMATION_INVALID START_IN_FUTURE");
    expect(outcome(confirmStart(state, officer, window, [{ code: "OUTSIDE_WORK_NOT_YET" }], context))).toBe(
      "GATE_FAILED OUTSIDE_WORK_NOT_YET",
    );
    const placed = confirm(state, { ...officer, client });
    expect(placed.kind === "decided" ? placed.effects : []).toEqual([
      { kind: "DROP_PROPOSAL", vacancyId: idNo("vacancy", 1) },
      { kind: "DROP_PROPOSAL", vacancyId: idNo("vacancy", 2) },
      { kind: "START_FOLLOW_UP" },
    ]);
    expect(stateOf(placed).shortlist.map((entry) => entry.state)).toEqual(["CHOSEN", "NOT_ASKED"]);
  });
});
