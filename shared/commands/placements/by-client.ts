/** Placements with what follows them up, by the clients whom somebody looks for, or in the order of their names. */

import type { Client } from "../../domain/clients/client.ts";
import { followUpIdOf } from "../../domain/identifiers/ids.ts";
import type { Process } from "../../domain/processes.ts";
import type { Deps } from "../deps.ts";
import { listByName } from "../record/clients-by-name.ts";
import { type Found, findByWords, type Last, readCursor, writeCursor } from "../record/find-by-words.ts";

type Asked = {
  /** What was typed of a client: words of the name, the register number, the last digits of the NIK. Absent: all by name. */
  readonly q?: string | undefined;
  readonly officer?: string | undefined;
  /** So many clients a page, each with all of theirs that is wanted. */
  readonly limit: number;
  readonly cursor?: string | undefined;
};

/** So many pages of clients are looked through for one that has something; then a page is empty, and its cursor goes on. */
const mostPages = 4;

/** Errors: REQUEST_INVALID for a cursor of another list. */
export async function processesByClient(
  deps: Deps,
  officeId: string,
  asked: Asked,
  wanted: (state: Process) => boolean,
): Promise<{ readonly items: readonly Process[]; readonly cursor: string | undefined }> {
  const ofOffice = async (id: string): Promise<Client | undefined> => {
    const client = (await deps.store.clients.client(id))?.state;
    return client?.officeId === officeId ? client : undefined;
  };
  let last: Last<Client> | undefined = await readCursor(asked.cursor, ofOffice);
  for (let pages = 1; ; pages += 1) {
    const { items, next } = await clientsAfter(deps, officeId, asked, last);
    const found = (await Promise.all(items.map(({ id }) => processesOf(deps, id)))).flat().filter(wanted);
    const record = next && (await ofOffice(next.id));
    last = next && record && { record, way: next.way };
    if (last === undefined || found.length > 0 || pages === mostPages)
      return { items: found, cursor: last && next && writeCursor(next) };
  }
}

function clientsAfter(
  deps: Deps,
  officeId: string,
  { q, officer, limit }: Asked,
  last: Last<Client> | undefined,
): Promise<Found<Client>> {
  const wanted = (client: Client): boolean => client.officeId === officeId && client.attempts > 0;
  if (q === undefined) return listByName(deps, officeId, { officer, sort: "name", limit }, last?.record, wanted);
  const { byWord, clients } = deps.store.clients;
  return findByWords({
    typed: q,
    limit,
    last,
    wanted,
    byWord: (beginning, stretch) => byWord(officeId, beginning, stretch),
    load: clients,
  });
}

/** The attempts of a client with what follows each up, the newest first: a handful, read at once. */
export async function processesOf({ store }: Deps, clientId: string): Promise<readonly Process[]> {
  const attempts = await store.clients.attempts(clientId);
  const found = await Promise.all(
    attempts
      .toReversed()
      .flatMap(({ placementId }) => [store.processes.process(placementId), store.processes.process(followUpIdOf(placementId))]),
  );
  return found.flatMap((stored) => (stored ? [stored.state] : []));
}
