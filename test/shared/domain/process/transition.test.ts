/** The tables of processes, each row against every status and every actor: what is not in the row cannot be taken. */
import { describe, expect, it } from "vitest";
import { type Route, routes } from "../../../../shared/api/routes.ts";
import { followUpTransitions, takeFollowUp } from "../../../../shared/domain/follow-ups/transitions.ts";
import { type Action, accessTable, isAllowed } from "../../../../shared/domain/offices/access-policy.ts";
import { staffRoles } from "../../../../shared/domain/offices/roles.ts";
import { type PlacementStatus, placementStatuses, placementStatusRows } from "../../../../shared/domain/placements/statuses.ts";
import { take, transitions } from "../../../../shared/domain/placements/transitions.ts";
import { type Actor, system } from "../../../../shared/domain/process/actor.ts";
import { mayTake, type Transition } from "../../../../shared/domain/process/transition.ts";
import { isProcessId, kindOfId, process, processKinds, statusRows } from "../../../../shared/domain/processes.ts";
import { idNo } from "../../../builders/ids.ts";
import {
  buildContext,
  buildFollowUp,
  buildPlacement,
  contact,
  officer,
  supervisor,
  trainer,
} from "../../../builders/processes.ts";

const actors = { officer, supervisor, trainer, contact, system } as const satisfies Record<string, Actor>;
const rows: readonly (readonly [name: string, row: Transition])[] = [
  ...Object.entries(transitions),
  ...Object.entries(followUpTransitions),
];
const actsOf = ({ by }: Transition): readonly Action[] =>
  by.flatMap((way) => (way !== "system" && "act" in way ? [way.act] : []));

describe("a transition", () => {
  const names = Object.keys(transitions).filter((name): name is keyof typeof transitions => name in transitions);

  it.each(names)("%s is refused in every status and to every actor that its row does not name", (name) => {
    const row: Transition = transitions[name];
    for (const status of placementStatuses)
      for (const [who, actor] of Object.entries(actors)) {
        const taken = take(name, buildPlacement(status), buildContext({ actor }));
        const inStatus = row.from.includes(status) || row.amends?.includes(status);
        const expected = !inStatus ? "STATUS_CONFLICT" : mayTake(actor, row) ? "step" : "NOT_ALLOWED";
        expect(taken.kind === "refused" ? taken.error.code : taken.kind, `${status} by ${who}`).toBe(expected);
      }
  });

  it("leads nowhere but where its row says, and names the event and the condition of its write", () => {
    const state = buildPlacement("AWAITING_REVIEW", { version: 12 });
    const step = take("closeReviewed", state, buildContext());
    if (step.kind === "refused") throw step.error;
    expect(step.to("CLOSED", { reason: "CLOSED_BY_OFFICER" })).toMatchObject({
      event: "closeReviewed",
      expected: { status: "AWAITING_REVIEW", version: 12 },
      state: { status: "CLOSED", version: 13, waitOpen: false, deadline: undefined },
    });
    // @ts-expect-error: a status that the row does not list does not compile
    expect(() => step.to("PLACED")).toThrow("closeReviewed does not lead from AWAITING_REVIEW to PLACED");
    expect(() => step.amend({})).toThrow("closeReviewed does not amend AWAITING_REVIEW");
    // @ts-expect-error: nor does a transition that there is not
    expect(() => take("closeRevised", state, buildContext())).toThrow("there is no transition closeRevised");
  });

  it("lets a wait stand where it amends, and decides it where it leads on", () => {
    const state = buildFollowUp({ status: "AWAITING_NEWS", waitNo: 2 });
    const step = takeFollowUp("oneSideSays", state, buildContext());
    if (step.kind === "refused") throw step.error;
    expect(step.amend({ asked: {} }).state).toMatchObject({ status: "AWAITING_NEWS", waitNo: 2, version: state.version + 1 });
    expect(step.to("AWAITING_VISIT").state).toMatchObject({ status: "AWAITING_VISIT", waitNo: 3, waitOpen: true });
  });

  it("by staff is open to exactly the roles to which the access policy allows its act", () => {
    for (const [name, row] of rows)
      for (const role of staffRoles) {
        const actor: Actor = { kind: "staff", staffId: idNo("staff", 1), role };
        const allowed = actsOf(row).some((act) => isAllowed(role, act, "own"));
        expect(mayTake(actor, row), `${name} by ${role}`).toBe(allowed);
      }
  });

  it("stands behind every act of staff on a process, and no act is without one", () => {
    const list: readonly Route[] = Object.values(routes);
    const ofRoutes = list.flatMap(({ method, path, access }) =>
      method === "POST" && /^\/placements|\/hand-over$/.test(path) && access.kind === "staff" ? [access.action] : [],
    );
    expect([...new Set(rows.flatMap(([, row]) => actsOf(row)))].toSorted()).toEqual([...new Set(ofRoutes)].toSorted());
    for (const act of ofRoutes) expect(Object.keys(accessTable)).toContain(act);
  });
});

describe("a status", () => {
  it("that waits expires by a transition of the system that leads away from it", () => {
    for (const { statuses, transitions: table } of Object.values(processKinds)) {
      const all: Readonly<Record<string, Transition>> = table;
      for (const [status, row] of Object.entries(statuses)) {
        if (row.kind !== "WAITS") continue;
        const expiry = all[row.expires.by];
        expect(expiry?.from, status).toEqual([status]);
        expect(expiry?.by, status).toEqual(["system"]);
      }
    }
  });

  it("is reached by a row, and left by one unless it is an end", () => {
    const reached = new Set(rows.flatMap(([, row]) => row.to));
    const left = new Set(rows.flatMap(([, row]) => row.from));
    for (const [status, row] of statusRows) {
      expect(reached, status).toContain(status);
      expect(left.has(status), status).toBe(row.kind !== "ENDED");
    }
  });

  it("gets the deadline of its row, which is a setting of the office", () => {
    const reviewed = take("rejectProposals", buildPlacement("AWAITING_APPROVAL"), buildContext());
    if (reviewed.kind === "refused") throw reviewed.error;
    const days = buildContext().settings[placementStatusRows.AWAITING_REVIEW.deadline];
    expect(reviewed.to("AWAITING_REVIEW").state.deadline).toBe(buildContext().deadlineAfter(days));
  });
});

describe("a process", () => {
  it("is of the kind that its id says, and an id of nothing known is no process's", () => {
    expect(kindOfId(idNo("placement", 1))).toBe("PLACEMENT");
    expect(kindOfId(idNo("followUp", 1))).toBe("FOLLOW_UP");
    expect(() => kindOfId(idNo("vacancy", 1))).toThrow("no process");
    expect([idNo("followUp", 1), idNo("client", 1), "fu_1"].map(isProcessId)).toEqual([true, false, false]);
  });

  it("that was written before processes carried their kind is read as what it is", () => {
    for (const { kind, ...before } of [buildPlacement("AWAITING_REVIEW"), buildFollowUp()])
      expect(process.parse(before)).toMatchObject({ kind, id: before.id });
  });

  it("of one kind is never taken for another", () => {
    const status: PlacementStatus = "AWAITING_REVIEW";
    expect(process.safeParse({ ...buildPlacement(status), kind: "FOLLOW_UP" }).success).toBe(false);
    expect(process.safeParse({ ...buildPlacement(status), kind: "TRAINING" }).success).toBe(false);
  });
});
