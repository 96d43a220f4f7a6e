/** Processes at rest: their states. A state is only ever written on (status, version) as read, which its transition names. */
import * as z from "zod";
import { type Instant, instantSchema } from "../domain/calendar/instant.ts";
import { waitingPlaceOf } from "../domain/placements/waiting-places.ts";
import type { Expected } from "../domain/process/decision.ts";
import { asksOfficer, escalates } from "../domain/process/status.ts";
import { isUnderWay, type Process, type ProcessKind, type ProcessOf, process, statusRowOf } from "../domain/processes.ts";
import type { Database, Write } from "./dynamodb.ts";
import { dueShards, keys, shardOf } from "./keys.ts";
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

/** What was escalated, and what one member of staff recorded alone. None of it waits for a vacancy, which has the same index. */
const asksSupervisor = (state: Process): boolean =>
  (state.waitOpen && state.stage > 1 && escalates(statusRowOf(state))) ||
  (state.kind === "PLACEMENT" && state.status === "PLACED" && state.unverified === true);

/** The index attributes of a state: sparse, so that what is settled is in no list of work. */
function indexesOf(state: Process, now: Instant) {
  const awaitsVacancy = state.kind === "PLACEMENT" && state.status === "AWAITING_VACANCY";
  return {
    officePk: `OFFICE#${state.officeId}`,
    officeSk: `${state.status}#${state.deadline ?? "-"}#${state.id}`,
    ...(state.waitOpen && (asksOfficer(statusRowOf(state)) || state.needsCall)
      ? { officerPk: `OFFICER#${state.officerId}`, officerSk: `${state.deadline}#${state.id}` }
      : {}),
    ...(asksSupervisor(state)
      ? {
          waitingPk: `SUPERVISOR#${state.officeId}`,
          waitingSk: `${state.deadline ?? (state.kind === "PLACEMENT" ? state.milestones.placedAt : now)}#${state.id}`,
        }
      : {}),
    ...(awaitsVacancy ? { waitingPk: `WAITING#${waitingPlaceOf(state)}`, waitingSk: `${now}#${state.id}` } : {}),
    ...(isUnderWay(state) ? { duePk: `DUE#${shardOf(state.id, dueShards)}`, dueSk: `${state.deadline ?? now}#${state.id}` } : {}),
  };
}

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
    /** What waits for an officer, by deadline. @param page.after the deadline and id of the last one that was seen */
    ofOfficer: (staffId: string, { after, ...page }: PageOptions & { readonly after?: string | undefined }) =>
      db.query(
        "placements",
        {
          index: "officer",
          condition: after ? "officerPk = :pk AND officerSk > :after" : "officerPk = :pk",
          values: { ":pk": `OFFICER#${staffId}`, ...(after ? { ":after": after } : {}) },
          limit: page.limit,
          cursor: page.cursor,
        },
        process,
      ),
    /** What asks the supervisors of an office, by deadline. @param after the place of the last one that was seen */
    ofSupervisor: async (officeId: string, { limit, after = "0" }: { limit: number; after?: string | undefined }) => {
      const { items } = await db.query(
        "placements",
        {
          index: "waiting",
          condition: "waitingPk = :pk AND waitingSk > :after",
          values: { ":pk": `SUPERVISOR#${officeId}`, ":after": after },
          limit,
        },
        z.object({ id: z.string() }),
      );
      const found = await Promise.all(items.map(({ id }) => load(id)));
      // An index is behind: what was decided meanwhile asks nobody.
      return found.flatMap((stored) => (stored && asksSupervisor(stored.state) ? [stored.state] : []));
    },
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
