/** What other offices ask the supervisor's office for. */
import type { routes } from "../../api/routes.ts";
import type { Transfer } from "../../domain/clients/transfer.ts";
import { transfersIn } from "../../store/transfers.ts";
import type { Deps } from "../deps.ts";
import type { StaffCommand } from "../request.ts";

/** The oldest first; a client who has left the office since is in it no more. */
export const readTransferInbox: StaffCommand<typeof routes.readTransferInbox> = async (deps, { staff, query }) => {
  const page = await transfersIn(deps.store.database).ofOffice(staff.officeId, query);
  const items = await Promise.all(page.items.map((request) => describe(deps, request)));
  return { items: items.filter((item) => item !== undefined), cursor: page.cursor };
};

async function describe(deps: Deps, { id, clientId, officeId, askedByOffice, askedBy, askedAt }: Transfer) {
  const [client, office, staff] = await Promise.all([
    deps.store.clients.client(clientId),
    deps.store.offices.office(askedByOffice),
    deps.store.staff.ofOffice(askedByOffice),
  ]);
  if (!client || client.state.officeId !== officeId || !office) return undefined;
  const asker = staff.find((member) => member.id === askedBy);
  return {
    id,
    clientId,
    fullName: client.state.fullName,
    askedByOffice: office.name,
    askedBy: asker && { name: asker.name, email: asker.email },
    askedAt,
  };
}
