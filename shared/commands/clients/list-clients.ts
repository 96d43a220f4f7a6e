/** The office's clients, by cursor. */
import type { routes } from "../../api/routes.ts";
import type { StaffCommand } from "../request.ts";

export const listClients: StaffCommand<typeof routes.listClients> = async (deps, { staff, query }) => {
  const page = await deps.store.clients.ofOffice(staff.officeId, query);
  return {
    cursor: page.cursor,
    items: page.items.map((client) => ({
      id: client.id,
      fullName: client.fullName,
      status: client.status,
      regencyCode: client.domicile.regencyCode,
      nikLast4: client.nik?.last4,
      hasPhone: client.phone !== undefined,
      openPlacement: client.openPlacement,
    })),
  };
};
