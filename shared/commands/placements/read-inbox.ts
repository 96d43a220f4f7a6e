/** The inbox: what waits for the asker, by deadline. */
import type { routes } from "../../api/routes.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { carriedBy, carrierOf } from "../../domain/offices/in-charge.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { officerLists } from "../../store/process-places.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { describeRows } from "./summary.ts";
import { pageOf, type Source } from "./work-lists.ts";

/**
 * By deadline the work that the asker is in charge of: their own and that of whom they stand in for today. For a supervisor also
 * what was escalated in the office, and what nobody there carries.
 */
export const readInbox: StaffCommand<typeof routes.readInbox> = async (deps, { staff, query }) => {
  const office = await officeOf(deps, staff);
  const colleagues = await deps.store.staff.ofOffice(office.id);
  const now = deps.now();
  const sources = await inboxOf(deps, { staff, colleagues, day: todayIn(office, now) });
  // Whoever moved to another office leaves the work of the old one behind.
  const page = await pageOf(sources, query, ({ officeId }) => officeId === office.id);
  return { now, items: await describeRows(deps, { office, colleagues }, page.items), cursor: page.cursor };
};

export type Asker = { readonly staff: Staff; readonly colleagues: readonly Staff[]; readonly day: LocalDate };

/** Where the work of somebody lies. */
export async function inboxOf(deps: Deps, asker: Asker): Promise<readonly Source[]> {
  const { staff } = asker;
  const { processes } = deps.store;
  const own = (await officersOf(deps, asker)).map(
    (officerId): Source =>
      (stretch) =>
        processes.ofOfficerList(officerLists.mine(officerId), stretch),
  );
  return staff.role === "supervisor"
    ? [...own, (stretch) => processes.ofOfficeAsking("SUPERVISOR", staff.officeId, stretch)]
    : own;
}

/** Whose work comes to somebody: supervisors see to that of those who left, or are away without a cover. */
export async function officersOf(deps: Deps, { staff, colleagues, day }: Asker): Promise<readonly string[]> {
  const carried = carriedBy(staff, colleagues, day);
  if (staff.role !== "supervisor") return carried;
  const movedAway = await deps.store.staff.movedAwayFrom(staff.officeId);
  const known = [...colleagues.map(({ id }) => id), ...movedAway];
  return [...new Set([...carried, ...known.filter((id) => carrierOf(id, colleagues, day) === undefined)])];
}
