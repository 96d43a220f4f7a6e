/** The inbox: what waits for the asker, by deadline. */
import type { routes } from "../../api/routes.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { refusal } from "../../domain/errors.ts";
import { carriedBy, carrierOf } from "../../domain/offices/in-charge.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { isProcessId, type Process } from "../../domain/processes.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { summaryOf } from "./summary.ts";

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
      ? await workOfSupervisor(deps, office, colleagues, day, query.limit, after)
      : await workOf(deps, office, carriedBy(staff, colleagues, day), query.limit, after);
  const all = found
    .filter((process) => !after || placeOf(process) > after)
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const items = all.slice(0, query.limit);
  // A cursor is the place of the last one that was shown: it names nothing that the asker did not see.
  const last = all.length > query.limit ? items.at(-1) : undefined;
  return { items: items.map(summaryOf(office)), cursor: last && Buffer.from(placeOf(last)).toString("base64url") };
};

/** What asks the supervisors, and the work of officers whom nobody carries: those who left, or are away without a cover. */
async function workOfSupervisor(
  deps: Deps,
  office: Office,
  staff: readonly Staff[],
  day: LocalDate,
  limit: number,
  after: string | undefined,
): Promise<readonly Process[]> {
  const movedAway = await deps.store.staff.movedAwayFrom(office.id);
  const uncarried = [...new Set([...staff.map(({ id }) => id), ...movedAway])].filter(
    (id) => carrierOf(id, staff, day) === undefined,
  );
  const [asked, left] = await Promise.all([
    deps.store.processes.ofSupervisor(office.id, { limit: limit + 1, after }),
    workOf(deps, office, uncarried, limit, after),
  ]);
  return [...new Map([...asked, ...left].map((process) => [process.id, process])).values()];
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

/** Where a process stands in a list by deadline; one that waits for nobody any more by when it was decided. */
const placeOf = (process: Process): string => `${process.deadline ?? decidedAt(process) ?? ""}#${process.id}`;
const decidedAt = (process: Process): Instant | undefined =>
  process.kind === "PLACEMENT" ? process.milestones.placedAt : undefined;

function readPlace(cursor: string): string {
  const place = Buffer.from(cursor, "base64url").toString("utf8");
  const [deadline = "", id = ""] = place.split("#");
  if (/^[\dTZ:.-]*$/.test(deadline) && isProcessId(id)) return place;
  throw refusal("REQUEST_INVALID", [{ code: "cursor.invalid", path: "cursor" }]);
}
