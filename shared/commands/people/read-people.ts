/** What staff read of themselves and of their office's clients. */
import type { routes } from "../../api/routes.ts";
import { officeOf, type StaffCommand } from "../request.ts";

export const readMe: StaffCommand<typeof routes.readMe> = async (deps, { staff }) => {
  const office = await officeOf(deps, staff);
  return { id: staff.id, name: staff.name, role: staff.role, office: { id: office.id, name: office.name, zone: office.zone } };
};

export const listClients: StaffCommand<typeof routes.listClients> = async (deps, { staff, query }) => {
  const page = await deps.store.people.clientsOf(staff.officeId, query);
  return {
    cursor: page.cursor,
    items: page.items.map((one) => ({
      id: one.id,
      fullName: one.fullName,
      status: one.status,
      regencyCode: one.domicile.regencyCode,
      nikLast4: one.nik?.last4,
      hasPhone: one.phone !== undefined,
      openPlacement: one.openPlacement,
    })),
  };
};
