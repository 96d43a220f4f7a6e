/** The inbox: what waits for the asker, by deadline. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import type { Office } from "../../domain/offices/office.ts";
import { mayCarry } from "../../domain/offices/staff.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { everyPage } from "../../store/dynamodb.ts";
import type { Deps } from "../deps.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { summaryOf } from "./summary.ts";

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
    deps.store.staff.ofOffice(office.id),
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
