/**
 * The own caseload on a device that its user has called their own: what was read of it is kept for seven days, so that it can be
 * read and searched without a network. On any other device nothing is kept. It goes with the login.
 */
import { type DehydratedState, dehydrate, hydrate } from "@tanstack/react-query";
import { type DBSchema, deleteDB, type IDBPDatabase, openDB } from "idb";
import { isTrusted, onSignOut } from "../session/session.ts";
import type { Answer } from "./client.ts";
import { Unreachable } from "./problem.ts";
import { keyOf, queries, reading } from "./read.ts";

const database = "titian-klien";
/** In milliseconds. */
const week = 7 * 24 * 3_600_000;
const pause = 2000;
const keptNames: readonly unknown[] = ["readMe", "listClients", "readClient", "listStaff", "readConsentTexts"];

type Kept = { readonly owner: string; readonly state: DehydratedState };
interface Schema extends DBSchema {
  kept: { key: string; value: Kept };
}
let opened: Promise<IDBPDatabase<Schema>> | undefined;
const open = (): Promise<IDBPDatabase<Schema>> => {
  opened ??= openDB<Schema>(database, 1, {
    upgrade: (made) => void made.createObjectStore("kept"),
    blocking: () => void forget(),
  });
  return opened;
};

async function forget(): Promise<void> {
  clearTimeout(timer);
  const was = opened;
  opened = undefined;
  (await was)?.close();
  await deleteDB(database).catch(() => undefined);
}

let timer: ReturnType<typeof setTimeout> | undefined;
async function save(): Promise<void> {
  if (!isTrusted()) return;
  const oldest = Date.now() - week;
  const state = dehydrate(queries, {
    shouldDehydrateQuery: ({ queryKey, state: { data, dataUpdatedAt } }) =>
      keptNames.includes(queryKey[0]) && data !== undefined && dataUpdatedAt > oldest,
  });
  const owner = queries.getQueryData<Answer<"readMe">>(keyOf("readMe"))?.id;
  if (owner !== undefined) await (await open()).put("kept", { owner, state }, "own");
}

/** Reads all of one's own clients, so that they are there when the network is not. Best effort. */
async function readOwn(officer: string): Promise<void> {
  let cursor: string | undefined;
  do {
    const page: Answer<"listClients"> = await queries.fetchQuery(
      reading("listClients", { query: { limit: 100, officer, sort: "status", cursor } }),
    );
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** Whose login it is; undefined without a network. */
const askMe = (): Promise<Answer<"readMe"> | undefined> =>
  queries.fetchQuery(reading("readMe")).catch((error: unknown) => {
    if (error instanceof Unreachable) return undefined;
    throw error;
  });

/**
 * Takes up what was kept, and keeps what is read from here on. What somebody else has left on the device without signing out is
 * deleted unseen.
 */
export async function keepCaseload(): Promise<void> {
  onSignOut(forget);
  for (const name of keptNames) queries.setQueryDefaults([name], { gcTime: week });
  const kept = await (await open()).get("kept", "own");
  const me = navigator.onLine ? await askMe() : undefined;
  if (kept && me && kept.owner !== me.id) await forget();
  else if (kept) {
    const oldest = Date.now() - week;
    hydrate(queries, { ...kept.state, queries: kept.state.queries.filter(({ state }) => state.dataUpdatedAt > oldest) });
  }
  queries.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success" || !keptNames.includes(event.query.queryKey[0])) return;
    clearTimeout(timer);
    timer = setTimeout(() => void save(), pause);
  });
  if (me?.actions.includes("readClient")) await readOwn(me.id).catch(() => undefined);
}
