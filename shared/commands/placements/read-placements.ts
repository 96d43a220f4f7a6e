/** What staff read of placements: the inbox by deadline, the list of the office, one with its timeline. */
import type { routes } from "../../api/routes.ts";
import { hasPublishedHolidays } from "../../domain/calendar/holidays.ts";
import { addMilliseconds, localDateOf } from "../../domain/calendar/instant.ts";
import { yearOf } from "../../domain/calendar/local-date.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import type { FollowUp } from "../../domain/follow-up/follow-up.ts";
import { followUpIdOf, pseudonymOf } from "../../domain/ids.ts";
import { mayCarry, type Office } from "../../domain/office.ts";
import type { Placement } from "../../domain/placement/placement.ts";
import { everyPage } from "../../store/dynamodb.ts";
import type { Deps } from "../deps.ts";
import { describeProposals } from "../matching/describe-proposals.ts";
import { officeOf, requireReach, type StaffCommand } from "../request.ts";

/** Whether an open wait ends in a year whose holidays are not decreed yet. A follow-up's day is counted on the calendar alone. */
function isProvisional({ deadline, status }: Placement | FollowUp, { zone }: Office): true | undefined {
  if (deadline === undefined || status === "AWAITING_DAY") return undefined;
  // A deadline is the first moment after the last day.
  const lastDay = localDateOf(addMilliseconds(deadline, -1), zone);
  return hasPublishedHolidays(yearOf(lastDay)) ? undefined : true;
}

const summaryOf = (office: Office) => (one: Placement | FollowUp) => ({
  id: one.id,
  kind: "shortlist" in one ? ("PLACEMENT" as const) : ("FOLLOW_UP" as const),
  clientId: one.clientId,
  officerId: one.officerId,
  status: one.status,
  reason: one.reason,
  stage: one.stage,
  deadline: one.deadline,
  deadlineProvisional: isProvisional(one, office),
  version: one.version,
});

/** What an office's supervisor is asked for once the officers let it pass. */
const escalating: readonly string[] = ["AWAITING_APPROVAL", "AWAITING_REVIEW", "AWAITING_VISIT"];
/** Everything for which an officer is asked; the rest waits for somebody outside the office, for a task, or for nobody. */
const askedOfOfficers = [
  ...(["AWAITING_CERTIFICATE", "AWAITING_APPROVAL", "AWAITING_CLIENT", "INTERVIEW"] satisfies Placement["status"][]),
  ...(["AWAITING_CONFIRMATION", "AWAITING_REVIEW"] satisfies Placement["status"][]),
  ...(["AWAITING_NEWS", "AWAITING_VISIT"] satisfies FollowUp["status"][]),
];

/** The officer's own work, by deadline; for a supervisor what was escalated in the office, and what nobody there carries. */
export const readInbox: StaffCommand<typeof routes.readInbox> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  if (staff.role === "supervisor") return supervisorsInbox(deps, office, query);
  const page = await deps.store.processes.ofOfficer(staff.id, query);
  // Whoever moved to another office leaves the work of the old one behind.
  const items = page.items.filter((one) => one.officeId === staff.officeId);
  return { items: items.map(summaryOf(office)), cursor: page.cursor };
};

async function supervisorsInbox(deps: Deps, office: Office, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const [staff, ...found] = await Promise.all([
    deps.store.people.staffOf(office.id),
    ...askedOfOfficers.map((status) =>
      everyPage((from) => deps.store.processes.ofOffice(office.id, { limit: 300, status, cursor: from })),
    ),
  ]);
  const carrying = new Set(staff.filter(mayCarry).map((one) => one.id));
  const after = cursor && readPlace(cursor);
  const all = found
    .flat()
    .filter((one) => (one.stage > 1 && escalating.includes(one.status)) || !carrying.has(one.officerId))
    .filter((one) => !after || placeOf(one) > after)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const items = all.slice(0, limit);
  const last = all.length > limit ? items.at(-1) : undefined;
  return { items: items.map(summaryOf(office)), cursor: last && Buffer.from(placeOf(last)).toString("base64url") };
}

/** Where a process stands in a list by deadline. */
const placeOf = (one: Placement | FollowUp): string => `${one.deadline ?? ""}#${one.id}`;

function readPlace(cursor: string): string {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  if (/^[\dTZ:.-]*#(?:pl|fu)_\w{26}$/.test(place)) return place;
  throw refusal("REQUEST_INVALID", [{ code: "cursor.invalid", path: "cursor" }]);
}

export const listPlacements: StaffCommand<typeof routes.listPlacements> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const page = await deps.store.processes.ofOffice(office.id, query);
  return { items: page.items.map(summaryOf(office)), cursor: page.cursor };
};

export const readPlacement: StaffCommand<typeof routes.readPlacement> = async (deps, { staff, params }) => {
  const stored = await deps.store.processes.placement(params.id);
  requireReach(staff, "readPlacements", stored?.state, "placement");
  const state = stored?.state;
  const client = state ? (await deps.store.people.client(state.clientId))?.state : undefined;
  if (!state || !client) throw notFound("placement");
  const [office, ranking, waits, followUp] = await Promise.all([
    officeOf(deps, staff),
    state.shortlistNo > 0 ? deps.store.processes.proposals(state.id, state.shortlistNo) : undefined,
    deps.store.processes.waits(state.id),
    state.status === "PLACED" ? deps.store.processes.followUp(followUpIdOf(state.id)) : undefined,
  ]);
  const open = waits.items.find((one) => one.waitNo === state.waitNo && one.outcome === undefined);
  return {
    ...state,
    deadlineProvisional: isProvisional(state, office),
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
