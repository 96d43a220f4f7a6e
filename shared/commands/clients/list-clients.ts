/** The office's clients: by status and name, or found by what somebody typed. */
import type { Parsed, routes } from "../../api/routes.ts";
import type { Client } from "../../domain/clients/client.ts";
import { missingOf } from "../../domain/clients/missing.ts";
import { listByName } from "../record/clients-by-name.ts";
import { findByWords, readCursor, writeCursor } from "../record/find-by-words.ts";
import type { StaffCommand } from "../request.ts";
import { findNear } from "./find-near.ts";

type Query = Parsed<typeof routes.listClients>["query"];

/** Errors: REQUEST_INVALID for a cursor of another office, or of a client who is no longer there. */
export const listClients: StaffCommand<typeof routes.listClients> = async (deps, { staff, query }) => {
  const load = async (id: string) => (await deps.store.clients.client(id))?.state;
  const last = await readCursor(query.cursor, async (id) => {
    const client = await load(id);
    return client?.officeId === staff.officeId ? client : undefined;
  });
  const wanted = (client: Client): boolean => client.officeId === staff.officeId && fits(client, query);
  const page =
    query.q === undefined
      ? await listByName(deps, staff.officeId, query, last?.record, wanted)
      : await findByWords({
          typed: query.q,
          limit: query.limit,
          last,
          wanted,
          byWord: (beginning, stretch) => deps.store.clients.byWord(staff.officeId, beginning, stretch),
          load: deps.store.clients.clients,
        });
  const nobody = page.items.length === 0 && page.next === undefined && query.cursor === undefined;
  const near = nobody && query.q !== undefined ? await findNear(deps, staff.officeId, query.q, wanted) : [];
  const colleagues = new Map((await deps.store.staff.ofOffice(staff.officeId)).map(({ id, name }) => [id, name]));
  return {
    cursor: page.next && writeCursor(page.next),
    near: near.length > 0 ? true : undefined,
    items: [...page.items, ...near].map((client) => ({
      id: client.id,
      registerNumber: client.registerNumber,
      fullName: client.fullName,
      officerId: client.officerId,
      officerName: colleagues.get(client.officerId),
      status: client.status,
      suspended: client.suspended,
      regencyCode: client.domicile.regencyCode,
      nikLast4: client.nik?.last4,
      hasPhone: client.phone !== undefined,
      openPlacement: client.openPlacement,
      refusedMatchingAt: client.refusedMatchingAt,
      missing: [...missingOf(client)],
    })),
  };
};

function fits(client: Client, { officer, status, missing }: Query): boolean {
  return (
    (officer === undefined || client.officerId === officer) &&
    (status === undefined || client.status === status) &&
    (missing === undefined || missingOf(client).includes(missing))
  );
}
