/** An office's clients in the order of their names, or by status and name within each: for whoever lists them, or what is theirs. */
import { type Client, clientStatuses } from "../../domain/clients/client.ts";
import type { ClientNeed } from "../../domain/clients/missing.ts";
import { type ClientList, nameOf } from "../../store/clients.ts";
import type { Deps } from "../deps.ts";
import type { Found as FoundBy } from "./find-by-words.ts";

type Found = FoundBy<Client>;
type Query = {
  readonly officer?: string | undefined;
  readonly status?: Client["status"] | undefined;
  readonly missing?: ClientNeed | undefined;
  readonly sort: "status" | "name";
  readonly limit: number;
};

/** So many are looked at for one page where few are wanted: a page may be short, and its cursor goes on. */
const mostLooked = 300;
const readAtOnce = 100;

/** By status, and by name within each; or by name alone. */
export async function listByName(
  deps: Deps,
  office: string,
  { officer, status, missing, sort, limit }: Query,
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
