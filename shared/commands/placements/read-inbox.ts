/** The inbox: what waits for the asker, by deadline. */
import type { routes } from "../../api/routes.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { refusal } from "../../domain/errors.ts";
import { carriedBy, carrierOf } from "../../domain/offices/in-charge.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { asksOfficer, escalates } from "../../domain/process/status.ts";
import { isProcessId, type Process, statusRowOf, statusRows } from "../../domain/processes.ts";
import { everyPage } from "../../store/dynamodb.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { summaryOf } from "./summary.ts";

/** Everything for which an officer is asked; the rest waits for somebody outside the office, for a task, or for nobody. */
const askedOfOfficers: readonly string[] = statusRows.filter(([, row]) => asksOfficer(row)).map(([status]) => status);

/**
 * By deadline the work that the asker is in charge of: their own and that of whom they stand in for today. For a supervisor what
 * was escalated in the office, and what nobody there carries.
 */
export const readInbox: StaffCommand<typeof routes.readInbox> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const colleagues = await deps.store.staff.ofOffice(office.id);
  const day = todayIn(office, deps.now());
  const after = query.cursor && readPlace(query.cursor);
  const found =
    staff.role === "supervisor"
      ? await workOfSupervisor(deps, office, colleagues, day)
      : await workOf(deps, office, carriedBy(staff, colleagues, day), query.limit, after);
  const all = found
    .filter((process) => !after || placeOf(process) > after)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const items = all.slice(0, query.limit);
  // A cursor is the place of the last one that was shown: it names nothing that the asker did not see.
  const last = all.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(summaryOf(office)), cursor: last && Buffer.from(placeOf(last)).toString("base64url") };
};

async function workOfSupervisor(
  deps: Deps,
  office: Office,
  staff: readonly Staff[],
  day: LocalDate,
): Promise<readonly Process[]> {
  const found = await Promise.all(
    askedOfOfficers.map((status) =>
      everyPage((from) => deps.store.processes.ofOffice(office.id, { limit: 300, status, cursor: from })),
    ),
  );
  const carried = new Map<string, boolean>();
  const isCarried = (officerId: string): boolean => {
    const known = carried.get(officerId) ?? carrierOf(officerId, staff, day) !== undefined;
    carried.set(officerId, known);
    return known;
  };
  return found
    .flat()
    .filter((process) => (process.stage > 1 && escalates(statusRowOf(process))) || !isCarried(process.officerId));
}

/** The next of what is carried for each of some officers, one more than is shown, so that it is known whether more follows. */
async function workOf(
  deps: Deps,
  office: Office,
  officers: readonly string[],
  limit: number,
  after: string | undefined,
): Promise<readonly Process[]> {
  const found = await Promise.all(
    officers.map(async (officerId) => {
      const work: Process[] = [];
      for (let cursor: string | undefined, more = true; more && work.length <= limit; more = cursor !== undefined) {
        const page = await deps.store.processes.ofOfficer(officerId, { limit: limit + 1, cursor, after });
        // Whoever moved to another office leaves the work of the old one behind.
        work.push(...page.items.filter((process) => process.officeId === office.id));
        cursor = page.cursor;
      }
      return work;
    }),
  );
  return found.flat();
}

/** Where a process stands in a list by deadline. */
const placeOf = (process: Process): string => `${process.deadline ?? ""}#${process.id}`;

function readPlace(cursor: string): string {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  const [deadline = "", id = ""] = place.split("#");
  if (/^[\dTZ:.-]*$/.test(deadline) && isProcessId(id)) return place;
  throw refusal("REQUEST_INVALID", [{ code: "cursor.invalid", path: "cursor" }]);
}
