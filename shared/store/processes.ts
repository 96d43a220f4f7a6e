/** Processes at rest: their states. A state is only ever written on (status, version) as read, which its transition names. */
import * as z from "zod";
import { type Instant, instantSchema } from "../domain/calendar/instant.ts";
import type { Expected } from "../domain/process/decision.ts";
import { type Process, type ProcessKind, type ProcessOf, process } from "../domain/processes.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { indexesOf, officerLists, openLists } from "./process-places.ts";
import type { PageOptions } from "./record.ts";
import { readStored, type Stored } from "./record.ts";

const isOfKind = <K extends ProcessKind>(state: Process, kind: K): state is ProcessOf<K> => state.kind === kind;

/** Just what the protocol needs, whichever process it is. */
const processRow = z.object({
  id: z.string(),
  status: z.string(),
  version: z.int(),
  waitNo: z.int(),
  waitOpen: z.boolean(),
  deadline: instantSchema.optional(),
  run: z.int(),
  attempt: z.int().optional(),
  officeId: z.string(),
});

/** Writes the next state on the condition that what the decision was made on still stands; the first one, that there is none. */
export function statePut(expected: Expected | undefined, after: Process, auditHead: string, now: Instant): Write {
  const item = { ...keys.state(after.id), ...after, auditHead, ...indexesOf(after, now) };
  if (!expected) return { label: "state", table: "placements", kind: "put", item, condition: "attribute_not_exists(pk)" };
  return {
    label: "state",
    table: "placements",
    kind: "put",
    item,
    condition: "#status = :status AND #version = :version",
    names: { "#status": "status", "#version": "version" },
    values: { ":status": expected.status, ":version": expected.version },
  };
}

export function openProcesses(db: Database) {
  const load = (id: string): Promise<Stored<Process> | undefined> => readStored(db, "placements", keys.state(id), process);
  /** Undefined too where the id is that of a process of another kind. */
  const loadKind =
    <K extends ProcessKind>(kind: K) =>
    async (id: string): Promise<Stored<ProcessOf<K>> | undefined> => {
      const stored = await load(id);
      return stored && isOfKind(stored.state, kind) ? { state: stored.state, auditHead: stored.auditHead } : undefined;
    };
  return {
    process: load,
    placement: loadKind("PLACEMENT"),
    followUp: loadKind("FOLLOW_UP"),
    ...openLists(db),
    row: (id: string) => db.get("placements", keys.state(id), processRow),

    ofOffice: (officeId: string, page: PageOptions & { readonly status?: string | undefined }) =>
      db.query(
        "placements",
        {
          index: "office",
          condition: page.status ? "officePk = :pk AND begins_with(officeSk, :status)" : "officePk = :pk",
          values: { ":pk": `OFFICE#${officeId}`, ...(page.status ? { ":status": `${page.status}#` } : {}) },
          limit: page.limit,
          cursor: page.cursor,
        },
        process,
      ),
    /** What is with an officer, by deadline. */
    ofOfficer: (staffId: string, page: PageOptions) =>
      db.query(
        "placements",
        {
          index: "officer",
          condition: "officerPk = :pk",
          values: { ":pk": officerLists.mine(staffId) },
          limit: page.limit,
          cursor: page.cursor,
        },
        process,
      ),
    /**
     * Placements that wait for a vacancy at a place, longest first.
     * @param after the `since` of the last one that was seen; those who began to wait before it are left out
     */
    waitingAt: async (place: string, { limit, after = "0" }: { limit: number; after?: string | undefined }) =>
      (
        await db.query(
          "placements",
          {
            index: "waiting",
            condition: "waitingPk = :pk AND waitingSk > :after",
            values: { ":pk": `WAITING#${place}`, ":after": after },
            limit,
          },
          z.object({ id: z.string(), waitingSk: z.string() }),
        )
      ).items.map(({ id, waitingSk }) => ({ id, since: waitingSk })),
    /** Open processes of a shard, the earliest deadline first. */
    open: (shard: number, page: PageOptions) =>
      db.query(
        "placements",
        { index: "due", condition: "duePk = :pk", values: { ":pk": `DUE#${shard}` }, limit: page.limit, cursor: page.cursor },
        z.object({ id: z.string() }),
      ),
  };
}
