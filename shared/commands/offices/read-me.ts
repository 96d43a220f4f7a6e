/** What a member of staff reads of themselves: what they may do, under which settings, and whose work they see to. */
import type { routes } from "../../api/routes.ts";
import { actions, mayEver } from "../../domain/offices/access-policy.ts";
import { carriedBy } from "../../domain/offices/in-charge.ts";
import { todayIn } from "../office-times.ts";
import { officeOf, type StaffCommand } from "../request.ts";

export const readMe: StaffCommand<typeof routes.readMe> = async (deps, { staff }) => {
  const office = await officeOf(deps, staff);
  const colleagues = await deps.store.staff.ofOffice(office.id);
  const names = new Map(colleagues.map(({ id, name }) => [id, name]));
  const now = deps.now();
  const others = carriedBy(staff, colleagues, todayIn(office, now)).filter((id) => id !== staff.id);
  return {
    id: staff.id,
    name: staff.name,
    role: staff.role,
    actions: actions.filter((action) => mayEver(staff.role, action)),
    office,
    covers: (staff.covers ?? []).map((cover) => ({ ...cover, name: names.get(cover.by) })),
    standsInFor: others.map((id) => ({ id, name: names.get(id) ?? "" })),
    now,
  };
};
