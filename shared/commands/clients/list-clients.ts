/** The office's clients: by status and name, or found by what somebody typed. */
import type { Parsed, routes } from "../../api/routes.ts";
import { type Client, clientStatuses } from "../../domain/clients/client.ts";
import { missingOf } from "../../domain/clients/missing.ts";
import type { ClientList } from "../../store/clients.ts";
import { nameOf } from "../../store/clients.ts";
import type { Deps } from "../deps.ts";
import { type Found as FoundBy, findByWords, readCursor, writeCursor } from "../record/find-by-words.ts";
import type { StaffCommand } from "../request.ts";
import { findNear } from "./find-near.ts";

type Found = FoundBy<Client>;
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

/** So many are looked at for one page where few are wanted: a page may be short, and its cursor goes on. */
const mostLooked = 300;
const readAtOnce = 100;

/** By status, and by name within each; or by name alone. */
export async function listByName(
  deps: Deps,
  office: string,
  { officer, status, missing, sort, limit }: Pick<Query, "officer" | "status" | "missing" | "sort" | "limit">,
  last: Client | undefined,
  wanted: (client: Client) => boolean,
): Promise<Found> {
  const of: ClientList = officer === undefined ? { office } : { officer };
  const statuses = status === undefined ? clientStatuses : [status];
  const items: Client[] = [];
  const atOnce = missing === undefined ? limit + 1 : readAtOnce;
  let from = last;
  for (let looked = 0; looked < mostLooked; ) {
    const rows = await nextOf(deps, of, statuses, sort === "name", from, atOnce);
    for (const client of rows) {
      if (items.length === limit && wanted(client)) return { items, next: at(items.at(-1)) };
      if (items.length < limit && wanted(client)) items.push(client);
    }
    if (rows.length < atOnce) return { items };
    looked += rows.length;
    from = rows.at(-1);
  }
  return { items, next: at(items.length === limit ? items.at(-1) : from) };
}

const at = (client: Client | undefined) => client && { id: client.id, way: "name" };

/** The next rows after a client, whoever is wanted of them; fewer than asked for: there are no more. */
async function nextOf(
  { store }: Deps,
  of: ClientList,
  statuses: readonly Client["status"][],
  byName: boolean,
  last: Client | undefined,
  limit: number,
): Promise<readonly Client[]> {
  const after = last && nameOf(last);
  if (byName) {
    const lists = await Promise.all(statuses.map((status) => store.clients.inStatus(of, status, { after, limit })));
    const all = lists.flat().sort((one, other) => (one.place < other.place ? -1 : 1));
    return all.slice(0, limit).map(({ state }) => state);
  }
  const rows: Client[] = [];
  // In the order in which they stand in the index.
  for (const status of statuses.toSorted()) {
    if (last && status < last.status) continue;
    const stretch = { after: status === last?.status ? after : undefined, limit: limit - rows.length };
    rows.push(...(await store.clients.inStatus(of, status, stretch)).map(({ state }) => state));
    if (rows.length >= limit) break;
  }
  return rows;
}
