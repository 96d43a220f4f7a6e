/** What waits for a member of staff: the inbox shows it, the morning's digest names it. */
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { carriedBy, carrierOf } from "../../domain/offices/in-charge.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { officerLists } from "../../store/process-places.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { type ListQuery, pageOf, type Source } from "./work-lists.ts";

export type Asker = { readonly staff: Staff; readonly colleagues: readonly Staff[]; readonly day: LocalDate };

/**
 * By deadline the work that somebody is in charge of: their own and that of whom they stand in for today. For a supervisor also
 * what was escalated in the office, and what nobody there carries.
 * @param colleagues everybody of the office
 */
export async function workOfStaff(deps: Deps, staff: Staff, office: Office, colleagues: readonly Staff[], query: ListQuery) {
  const sources = await inboxOf(deps, { staff, colleagues, day: todayIn(office, deps.now()) });
  // Whoever moved to another office leaves the work of the old one behind.
  return pageOf(sources, query, ({ officeId }) => officeId === office.id);
}

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
