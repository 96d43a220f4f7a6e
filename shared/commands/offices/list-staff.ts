/** Who works for the office, with who stands in for whom; also who has left, as long as work may be with them. */
import type { routes } from "../../api/routes.ts";
import type { StaffCommand } from "../request.ts";

export const listStaff: StaffCommand<typeof routes.listStaff> = async (deps, { staff, query }) => {
  const page = await deps.store.staff.pageOfOffice(staff.officeId, query);
  return {
    items: page.items.map(({ id, name, role, active, covers = [], coversVersion = 0 }) => ({
      id,
      name,
      role,
      active,
      covers,
      coversVersion,
    })),
    cursor: page.cursor,
  };
};
