/** Placements and follow-ups at rest: the state, its waits, its links. A state is only ever written on (status, version) as read. */
import * as z from "zod";
import { type Instant, instantSchema } from "../domain/calendar/instant.ts";
import { type FollowUp, followUp } from "../domain/follow-ups/follow-up.ts";
import { type Placement, placement } from "../domain/placements/placement.ts";
import { waitingPlaceOf } from "../domain/placements/waiting-places.ts";
import type { ProcessState } from "../domain/process/wait.ts";
import type { Database, Write } from "./dynamodb.ts";
import { dueShards, keys, shardOf } from "./keys.ts";

/** A state with the head of its audit chain. */
export type Stored<S> = { readonly state: S; readonly auditHead: string };

const storedPlacement = z.intersection(placement, z.object({ auditHead: z.string() }));

const storedFollowUp = z.intersection(followUp, z.object({ auditHead: z.string() }));

const split = <S>(row: S & { auditHead: string }): Stored<S> => ({ state: row, auditHead: row.auditHead });

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

/** Statuses that wait for somebody outside the office alone are in nobody's list of work. */
const outside: readonly string[] = ["AWAITING_VACANCY", "AWAITING_EMPLOYER", "AWAITING_DAY"];

const asksOfficer = (status: string): boolean => !outside.includes(status);

/** The index attributes of a state: sparse, so that what is settled is in no list of work. */
function indexesOf(state: Placement | FollowUp, now: Instant) {
  const waiting = state.status === "AWAITING_VACANCY" && "provinceCode" in state;
  const open = state.waitOpen || state.status === "RANKING";
  return {
    officePk: `OFFICE#${state.officeId}`,
    officeSk: `${state.status}#${state.deadline ?? "-"}#${state.id}`,
    ...(state.waitOpen && asksOfficer(state.status)
      ? { officerPk: `OFFICER#${state.officerId}`, officerSk: `${state.deadline}#${state.id}` }
      : {}),
    ...(waiting ? { waitingPk: `WAITING#${waitingPlaceOf(state)}`, waitingSk: `${now}#${state.id}` } : {}),
    ...(open ? { duePk: `DUE#${shardOf(state.id, dueShards)}`, dueSk: `${state.deadline ?? now}#${state.id}` } : {}),
  };
}

/** Writes the next state on the condition that it is still the one that was read; the first one, that there is none. */
export function statePut(before: ProcessState | undefined, after: Placement | FollowUp, auditHead: string, now: Instant): Write {
  const item = { ...keys.state(after.id), ...after, auditHead, ...indexesOf(after, now) };
  if (!before) return { label: "state", table: "placements", kind: "put", item, condition: "attribute_not_exists(pk)" };
  return {
    label: "state",
    table: "placements",
    kind: "put",
    item,
    condition: "#status = :status AND #version = :version",
    names: { "#status": "status", "#version": "version" },
    values: { ":status": before.status, ":version": before.version },
  };
}

export function openProcesses(db: Database) {
  const placementOf = async (id: string) => {
    const row = await db.get("placements", keys.state(id), storedPlacement);
    return row ? split<Placement>(row) : undefined;
  };
  const followUpOf = async (id: string) => {
    const row = await db.get("placements", keys.state(id), storedFollowUp);
    return row ? split<FollowUp>(row) : undefined;
  };
  return {
    placement: placementOf,
    followUp: followUpOf,
    /** Just what the protocol needs, whichever process it is. */
    row: (id: string) => db.get("placements", keys.state(id), processRow),

    ofOffice: (officeId: string, page: { limit: number; cursor?: string | undefined; status?: string | undefined }) =>
      db.query(
        "placements",
        {
          index: "office",
          condition: page.status ? "officePk = :pk AND begins_with(officeSk, :status)" : "officePk = :pk",
          values: { ":pk": `OFFICE#${officeId}`, ...(page.status ? { ":status": `${page.status}#` } : {}) },
          limit: page.limit,
          cursor: page.cursor,
        },
        z.union([placement, followUp]),
      ),
    ofOfficer: (staffId: string, page: { limit: number; cursor?: string | undefined }) =>
      db.query(
        "placements",
        {
          index: "officer",
          condition: "officerPk = :pk",
          values: { ":pk": `OFFICER#${staffId}` },
          limit: page.limit,
          cursor: page.cursor,
        },
        z.union([placement, followUp]),
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
    open: (shard: number, page: { limit: number; cursor?: string | undefined }) =>
      db.query(
        "placements",
        { index: "due", condition: "duePk = :pk", values: { ":pk": `DUE#${shard}` }, limit: page.limit, cursor: page.cursor },
        z.object({ id: z.string() }),
      ),
  };
}
