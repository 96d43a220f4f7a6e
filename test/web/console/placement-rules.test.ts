/** What the console works out of a placement by itself: what silence leads to, which act is first, what may be sent again. */
import { describe, expect, it } from "vitest";
import { primaryOf } from "../../../web/console/acts/primary.ts";
import { type Seen, silentIn } from "../../../web/console/rooms/placement/silent.ts";
import { isStillMeant } from "../../../web/console/rooms/placement/still-meant.ts";

const [first, second] = ["va_01M8FZQWWC7WAB55XQ8XMYH00M", "va_01M8FZQWYNMYHHXMC2YZNKVTXV"];
const asked = { vacancyId: first, state: "ASKED" } as const;
const next = { vacancyId: second, state: "CLIENT_ACCEPTED", employerName: "Bengkel Contoh", title: "Mekanik" } as const;

describe("what happens if nobody says anything", () => {
  const kinds = (seen: Seen) => silentIn(seen);
  it("puts the question once more before it moves on, as the statuses say", () => {
    expect(kinds({ status: "AWAITING_APPROVAL", stage: 1, shortlist: [] })).toEqual({ kind: "again", to: "supervisor" });
    expect(kinds({ status: "AWAITING_APPROVAL", stage: 2, shortlist: [] })).toEqual({ kind: "review" });
    expect(kinds({ status: "AWAITING_REVIEW", stage: 2, shortlist: [] })).toEqual({ kind: "close" });
  });
  it("names the next employer that the client agreed to, or says that there is none", () => {
    expect(kinds({ status: "AWAITING_EMPLOYER", stage: 1, shortlist: [asked, next] })).toEqual({
      kind: "next",
      name: "Bengkel Contoh, Mekanik",
    });
    expect(kinds({ status: "AWAITING_EMPLOYER", stage: 1, shortlist: [asked] })).toEqual({ kind: "next", name: undefined });
  });
  it("puts off an employer who has not been called yet", () => {
    const needsCall = { since: "2026-12-14T03:00:00.000Z", why: "NO_MAIL" } as const;
    const seen = { status: "AWAITING_EMPLOYER", shortlist: [asked, next], needsCall } as const;
    expect(kinds({ ...seen, stage: 1 })).toEqual({ kind: "again", to: "officer" });
    expect(kinds({ ...seen, stage: 2 })).toMatchObject({ kind: "next" });
  });
  it("never gives up on somebody who is at work, and says nothing where nobody is waited for", () => {
    expect(kinds({ status: "AWAITING_CONFIRMATION", stage: 9, shortlist: [] })).toEqual({ kind: "asksOn" });
    for (const status of ["RANKING", "PLACED", "CLOSED"] as const)
      expect(kinds({ status, stage: 1, shortlist: [] })).toBeUndefined();
  });
});

describe("an act that came too late", () => {
  const result = { kind: "RESULT", result: "OFFER", waitNo: 4, vacancyId: first };
  it("may be sent for the question that is open now, where that is about the same vacancy", () => {
    expect(isStillMeant(result, { shortlist: [{ vacancyId: first, state: "INTERVIEW" }] })).toBe(true);
    expect(isStillMeant(result, { shortlist: [{ vacancyId: second, state: "ASKED" }] })).toBe(false);
  });
  it("may not, where the list that it chose from is another one by now", () => {
    const approval = { decision: "APPROVE", order: [first], waitNo: 1 };
    expect(isStillMeant(approval, { shortlist: [], proposals: [{ vacancyId: first }] })).toBe(true);
    expect(isStillMeant(approval, { shortlist: [], proposals: [{ vacancyId: second }] })).toBe(false);
    const answer = { answers: [{ vacancyId: first, accepts: true }], waitNo: 2 };
    expect(isStillMeant(answer, { shortlist: [{ vacancyId: first, state: "APPROVED" }] })).toBe(true);
    expect(isStillMeant(answer, { shortlist: [{ vacancyId: second, state: "APPROVED" }] })).toBe(false);
  });
});

describe("the one button of a row", () => {
  it("goes on with the process, and never ends it", () => {
    expect(primaryOf(["withdrawPlacement", "askEmployerAnew", "answerForEmployer"])).toBe("answerForEmployer");
    expect(primaryOf(["withdrawPlacement"])).toBeUndefined();
    expect(primaryOf(["recordInterview.RESULT", "recordInterview.AGREED"], { lacksHour: true })).toBe("recordInterview.AGREED");
    // Whoever has confirmed a start is not asked to do it again.
    expect(primaryOf(["confirmStart.STARTED", "confirmStart.NOT_STARTED"])).toBe("confirmStart.STARTED");
    expect(primaryOf(["confirmStart.STARTED", "confirmStart.NOT_STARTED"], { confirmed: true })).toBeUndefined();
  });
});
