/** The office's clients, by cursor. */
import type { routes } from "../../api/routes.ts";
import type { StaffCommand } from "../request.ts";

export const listClients: StaffCommand<typeof routes.listClients> = async (deps, { staff, query }) => {
  const page = await deps.store.clients.ofOffice(staff.officeId, query);
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
