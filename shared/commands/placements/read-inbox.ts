/** The inbox: what waits for the asker, by deadline. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import type { Office } from "../../domain/offices/office.ts";
import { mayCarry } from "../../domain/offices/staff.ts";
import { asksOfficer, escalates } from "../../domain/process/status.ts";
import { isProcessId, type Process, statusRowOf, statusRows } from "../../domain/processes.ts";
import { everyPage } from "../../store/dynamodb.ts";
import type { Deps } from "../deps.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { summaryOf } from "./summary.ts";

/** Everything for which an officer is asked; the rest waits for somebody outside the office, for a task, or for nobody. */
const askedOfOfficers: readonly string[] = statusRows.filter(([, row]) => asksOfficer(row)).map(([status]) => status);

/** The officer's own work, by deadline; for a supervisor what was escalated in the office, and what nobody there carries. */
export const readInbox: StaffCommand<typeof routes.readInbox> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  if (staff.role === "supervisor") return supervisorsInbox(deps, office, query);
  const page = await deps.store.processes.ofOfficer(staff.id, query);
  // Whoever moved to another office leaves the work of the old one behind.
  const items = page.items.filter((process) => process.officeId === staff.officeId);
  return { items: items.map(summaryOf(office)), cursor: page.cursor };
};

async function supervisorsInbox(deps: Deps, office: Office, { limit, cursor }: { limit: number; cursor?: string | undefined }) {
  const [staff, ...found] = await Promise.all([
    deps.store.staff.ofOffice(office.id),
    ...askedOfOfficers.map((status) =>
      everyPage((from) => deps.store.processes.ofOffice(office.id, { limit: 300, status, cursor: from })),
    ),
  ]);
  const carrying = new Set(staff.filter(mayCarry).map((member) => member.id));
  const after = cursor && readPlace(cursor);
  const all = found
    .flat()
    .filter((process) => (process.stage > 1 && escalates(statusRowOf(process))) || !carrying.has(process.officerId))
    .filter((process) => !after || placeOf(process) > after)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const items = all.slice(0, limit);
  const last = all.length > limit ? items.at(-1) : undefined;
  return { items: items.map(summaryOf(office)), cursor: last && Buffer.from(placeOf(last)).toString("base64url") };
}

/** Where a process stands in a list by deadline. */
const placeOf = (process: Process): string => `${process.deadline ?? ""}#${process.id}`;

function readPlace(cursor: string): string {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  const [deadline = "", id = ""] = place.split("#");
  if (/^[\dTZ:.-]*$/.test(deadline) && isProcessId(id)) return place;
  throw refusal("REQUEST_INVALID", [{ code: "cursor.invalid", path: "cursor" }]);
}
