/** What staff read of placements: the inbox by deadline, the list of the office, one with its timeline. */
import type { routes } from "../../api/routes.ts";
import { notFound } from "../../domain/errors.ts";
import type { FollowUp } from "../../domain/follow-up/follow-up.ts";
import { followUpIdOf, pseudonymOf } from "../../domain/ids.ts";
import type { Placement } from "../../domain/placement/placement.ts";
import { describeProposals } from "../matching/describe-proposals.ts";
import { requireReach, type StaffCommand } from "../request.ts";

const summaryOf = (one: Placement | FollowUp) => ({
  id: one.id,
  kind: "shortlist" in one ? ("PLACEMENT" as const) : ("FOLLOW_UP" as const),
  clientId: one.clientId,
  officerId: one.officerId,
  status: one.status,
  reason: one.reason,
  stage: one.stage,
  deadline: one.deadline,
  version: one.version,
});

/** What an office's supervisor is asked for: what the officers let pass. */
const escalated = ["AWAITING_APPROVAL", "AWAITING_REVIEW", "AWAITING_VISIT"] as const;

/** The officer's own work, by deadline; for a supervisor what was escalated in the office. */
export const readInbox: StaffCommand<typeof routes.readInbox> = async (deps, { staff, query }) => {
  if (staff.role !== "supervisor") {
    const page = await deps.store.processes.ofOfficer(staff.id, query);
    return { items: page.items.map(summaryOf), cursor: page.cursor };
  }
  const pages = await Promise.all(
    escalated.map((status) => deps.store.processes.ofOffice(staff.officeId, { limit: 300, status })),
  );
  const passed = pages.flatMap((page) => page.items).filter((one) => one.stage > 1);
  passed.sort((one, other) => ((one.deadline ?? "") < (other.deadline ?? "") ? -1 : 1));
  return { items: passed.slice(0, query.limit).map(summaryOf) };
};

export const listPlacements: StaffCommand<typeof routes.listPlacements> = async (deps, { staff, query }) => {
  const page = await deps.store.processes.ofOffice(staff.officeId, query);
  return { items: page.items.map(summaryOf), cursor: page.cursor };
};

export const readPlacement: StaffCommand<typeof routes.readPlacement> = async (deps, { staff, params }) => {
  const stored = await deps.store.processes.placement(params.id);
  requireReach(staff, "readPlacements", stored?.state, "placement");
  const state = stored?.state;
  const client = state ? (await deps.store.people.client(state.clientId))?.state : undefined;
  if (!state || !client) throw notFound("placement");
  const [ranking, waits, followUp] = await Promise.all([
    state.shortlistNo > 0 ? deps.store.processes.proposals(state.id, state.shortlistNo) : undefined,
    deps.store.processes.waits(state.id),
    state.status === "PLACED" ? deps.store.processes.followUp(followUpIdOf(state.id)) : undefined,
  ]);
  const open = waits.items.find((one) => one.waitNo === state.waitNo && one.outcome === undefined);
  return {
    ...state,
    clientName: client.fullName,
    pseudonym: pseudonymOf(state.id),
    proposals: await describeProposals(deps, ranking?.proposals ?? []),
    refused: ranking?.refused ?? {},
    pending: open?.answer ? { action: open.answer.action, effectiveAt: open.answer.effectiveAt } : undefined,
    confirmedBy: Object.entries(state.confirmedBy).flatMap(([side, said]) => (said ? [side] : [])),
    milestones: Object.fromEntries(Object.entries(state.milestones).flatMap(([name, at]) => (at ? [[name, at]] : []))),
    timeline: waits.items.map(({ waitNo, kind, openedAt, deadline, outcome }) => ({ waitNo, kind, openedAt, deadline, outcome })),
    followUp: followUp && {
      ...followUp.state,
      asked: Object.entries(followUp.state.asked).flatMap(([side, said]) => (said ? [side] : [])),
    },
  };
};
