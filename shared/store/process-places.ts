/** Where a process stands in the lists of work: its keys in the indexes, and the pages that are read by them. */
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import { currentEntry } from "../domain/placements/placement.ts";
import { waitingPlaceOf } from "../domain/placements/waiting-places.ts";
import { asksOfficer, escalates } from "../domain/process/status.ts";
import { awaitedIn, isUnderWay, type Process, process, statusRowOf, statusRows } from "../domain/processes.ts";
import { type Database, everyPage } from "./dynamodb.ts";
import { dueShards, keys, shardOf } from "./keys.ts";

/** A process with where it stands in a list: its deadline, or when it was settled, and its id. */
export type Placed = { readonly place: string; readonly state: Process };

/** Which part of a list by deadline is read: what follows a place, in the one direction or the other. */
export type Stretch = {
  readonly after?: string | undefined;
  readonly limit: number;
  readonly descending?: boolean | undefined;
};

/** What was escalated, and what one member of staff recorded alone. None of it waits for a vacancy, which has the same index. */
export const asksSupervisor = (state: Process): boolean =>
  (state.waitOpen && state.stage > 1 && escalates(statusRowOf(state))) ||
  (state.kind === "PLACEMENT" && state.status === "PLACED" && state.unverified === true);

/** Whether it is with its officer: what is asked is asked of the officer as well, or somebody has to be called. */
export const isWithOfficer = (state: Process): boolean => awaitedIn(state).includes("officer");

/** Whether the officer has it for a call alone. */
const isCall = (state: Process): boolean =>
  state.waitOpen && state.needsCall !== undefined && !asksOfficer(statusRowOf(state)) && !asksSupervisor(state);

/** The employer that a process is about now: the one that is asked, that has chosen, or where the client works. */
export const employerIdOf = (state: Process): string | undefined =>
  state.kind === "PLACEMENT" ? currentEntry(state)?.employerId : state.employerId;

const settledAt = (state: Process): Instant | undefined =>
  state.kind === "PLACEMENT" && state.status === "PLACED" ? state.milestones.placedAt : endedAt(state);
/** When the last happened that is counted of what is settled. */
const countedUntil = (state: Process): Instant | undefined =>
  (state.kind === "PLACEMENT" ? state.milestones.verifiedAt : undefined) ?? settledAt(state);
const endedAt = (state: Process): Instant | undefined => (state.kind === "PLACEMENT" ? state.milestones.endedAt : state.endedAt);

/** The lists of an officer: what is with them, what waits for others, and what is settled, by its status. */
export const officerLists = {
  mine: (officerId: string): string => `OFFICER#${officerId}`,
  others: (officerId: string): string => `OFFICER#${officerId}#OTHERS`,
  settled: (officerId: string, status: string): string => `OFFICER#${officerId}#${status}`,
};

function officerListOf(state: Process): string {
  if (isWithOfficer(state)) return officerLists.mine(state.officerId);
  return isUnderWay(state) ? officerLists.others(state.officerId) : officerLists.settled(state.officerId, state.status);
}

/** The attributes of a state for the indexes. What is settled is in no list of work; an officer has it apart. */
export function indexesOf(state: Process, now: Instant) {
  const place = `${state.deadline ?? settledAt(state) ?? now}#${state.id}`;
  const awaitsVacancy = state.kind === "PLACEMENT" && state.status === "AWAITING_VACANCY";
  const employerId = employerIdOf(state);
  return {
    officePk: `OFFICE#${state.officeId}`,
    officeSk: `${state.status}#${state.deadline ?? countedUntil(state) ?? "-"}#${state.id}`,
    officerPk: officerListOf(state),
    officerSk: place,
    ...(employerId === undefined ? {} : { employerPk: `OFFICE#${state.officeId}#EM#${employerId}`, employerSk: place }),
    ...(isCall(state) ? { waitingPk: `CALLS#${state.officeId}`, waitingSk: place } : {}),
    ...(asksSupervisor(state) ? { waitingPk: `SUPERVISOR#${state.officeId}`, waitingSk: place } : {}),
    ...(awaitsVacancy ? { waitingPk: `WAITING#${waitingPlaceOf(state)}`, waitingSk: `${now}#${state.id}` } : {}),
    ...(isUnderWay(state) ? { duePk: `DUE#${shardOf(state.id, dueShards)}`, dueSk: place } : {}),
  };
}

const rowAt = (sortKey: "officerSk" | "officeSk") =>
  z
    .looseObject({ [sortKey]: z.string() })
    .transform((row): Placed => ({ place: placeIn(String(row[sortKey])), state: process.parse(row) }));
const officerRow = rowAt("officerSk");
const officeRow = rowAt("officeSk");
const waitingRow = z
  .object({ id: z.string(), waitingSk: z.string() })
  .transform(({ id, waitingSk }) => ({ id, place: waitingSk }));
const employerRow = z
  .object({ id: z.string(), employerSk: z.string() })
  .transform(({ id, employerSk }) => ({ id, place: employerSk }));

/** The last two parts of a sort key: the moment and the id. */
const placeIn = (sortKey: string): string => sortKey.split("#").slice(-2).join("#");

/** Before and after everything that stands in a list by deadline. */
const bounds = { first: " ", last: "~" } as const;

/** The condition of a part of a list, as DynamoDB is asked for it. */
function stretchOf([pk, sk]: readonly [string, string], partition: string, { after, limit, descending }: Stretch, prefix = "") {
  const [from, to] = descending ? [bounds.first, after ?? bounds.last] : [after ?? bounds.first, bounds.last];
  return {
    condition: `${pk} = :pk AND ${sk} BETWEEN :from AND :to`,
    values: { ":pk": partition, ":from": `${prefix}${from}`, ":to": `${prefix}${to}` },
    // Both ends are included: the one that was seen comes again, and is left out below.
    limit: limit + 1,
    ...(descending ? { descending } : {}),
  };
}

const without = <T extends { readonly place: string }>(items: readonly T[], { after, limit }: Stretch): readonly T[] =>
  items.filter(({ place }) => place !== after).slice(0, limit);

export function openLists(db: Database) {
  /** What an index names by id alone, as it stands now: the index is behind, so that not all of it still belongs there. */
  const loaded = async (found: readonly { readonly id: string; readonly place: string }[]) => {
    const keysOfFound = found.map(({ id }) => keys.state(id));
    const states = await db.getMany("placements", keysOfFound, process);
    return found.map(({ place }, at) => ({ place, state: states[at] }));
  };
  return {
    /** A list of an officer. @param list one of `officerLists` */
    ofOfficerList: async (list: string, stretch: Stretch): Promise<readonly Placed[]> => {
      const input = stretchOf(["officerPk", "officerSk"], list, stretch);
      return without((await db.query("placements", { index: "officer", ...input }, officerRow)).items, stretch);
    },
    /** What an office has in a status, by deadline. */
    ofOfficeIn: async (officeId: string, status: string, stretch: Stretch): Promise<readonly Placed[]> => {
      const input = stretchOf(["officePk", "officeSk"], `OFFICE#${officeId}`, stretch, `${status}#`);
      return without((await db.query("placements", { index: "office", ...input }, officeRow)).items, stretch);
    },
    /**
     * What of an office is under way, and what was settled since a moment: all of which something can be counted since then. It
     * grows with the work and with the stretch, not with the years of the office.
     */
    ofOfficeSince: async (officeId: string, since: Instant): Promise<readonly Process[]> => {
      const read = ([from, to]: readonly [string, string]): Promise<readonly Process[]> =>
        everyPage((cursor) =>
          db.query(
            "placements",
            {
              index: "office",
              condition: "officePk = :pk AND officeSk BETWEEN :from AND :to",
              values: { ":pk": `OFFICE#${officeId}`, ":from": from, ":to": to },
              cursor,
            },
            process,
          ),
        );
      const stretches = statusRows.flatMap(([status, { kind }]): (readonly [string, string])[] =>
        kind === "ENDED"
          ? // What was settled before its moment was written there.
            [
              [`${status}#${since}`, `${status}#${bounds.last}`],
              [`${status}#-`, `${status}#-${bounds.last}`],
            ]
          : [[`${status}#`, `${status}#${bounds.last}`]],
      );
      return (await Promise.all(stretches.map(read))).flat();
    },
    /** What asks the supervisors of an office, or what an officer of it has for a call alone; undefined for what has moved on. */
    ofOfficeAsking: async (who: "SUPERVISOR" | "CALLS", officeId: string, stretch: Stretch) => {
      const input = stretchOf(["waitingPk", "waitingSk"], `${who}#${officeId}`, stretch);
      const { items } = await db.query("placements", { index: "waiting", ...input }, waitingRow);
      const stands = who === "SUPERVISOR" ? asksSupervisor : isCall;
      return (await loaded(without(items, stretch))).map(({ place, state }) => ({
        place,
        state: state && stands(state) ? state : undefined,
      }));
    },
    /** What an office has with an employer, by deadline; undefined for what has moved on. */
    ofEmployerIn: async (officeId: string, employerId: string, stretch: Stretch) => {
      const input = stretchOf(["employerPk", "employerSk"], `OFFICE#${officeId}#EM#${employerId}`, stretch);
      const { items } = await db.query("placements", { index: "employer", ...input }, employerRow);
      return (await loaded(without(items, stretch))).map(({ place, state }) => ({
        place,
        state: state && employerIdOf(state) === employerId ? state : undefined,
      }));
    },
  };
}
