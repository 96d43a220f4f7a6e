/** Placements and follow-ups at rest: the state, its waits, its links. A state is only ever written on (status, version) as read. */
import * as z from "zod";
import { type Instant, instantSchema } from "../domain/calendar/instant.ts";
import { linkActions, type ProcessState, type Receipt } from "../domain/decision.ts";
import { type FollowUp, followUp } from "../domain/follow-up/follow-up.ts";
import { type Placement, placement } from "../domain/placement/placement.ts";
import { waitingPlaceOf } from "../domain/placement/waiting-places.ts";
import type { Database, Write } from "./dynamodb.ts";
import { dueShards, keys, shardOf } from "./keys.ts";

/** What an employer chose by link, waiting for its ten minutes to pass. */
export const pendingAnswer = z.object({
  action: z.enum(linkActions),
  /** The choice as the link's page sent it; parsed again when it takes effect. */
  choice: z.record(z.string(), z.unknown()),
  givenAt: instantSchema,
  effectiveAt: instantSchema,
  rev: z.int(),
  linkId: z.string(),
  contactId: z.string(),
});
export type PendingAnswer = z.infer<typeof pendingAnswer>;

export const waitRow = z.object({
  waitNo: z.int(),
  kind: z.string(),
  openedAt: instantSchema,
  deadline: instantSchema,
  outcome: z.string().optional(),
  answer: pendingAnswer.optional(),
  /** Raised with each answer by link and each undo. */
  rev: z.int(),
  token: z.string().optional(),
  at: z.string().optional(),
});
export type WaitRow = z.infer<typeof waitRow>;

export const linkRow = z.object({
  id: z.string(),
  rev: z.int(),
  /** SHA-256 of the secret, hex. The secret itself is stored nowhere. */
  hash: z.string(),
  action: z.enum(linkActions),
  processId: z.string(),
  /** The wait with whose question it was sent; it is revoked when a link is sent with a later one. */
  waitNo: z.int(),
  vacancyId: z.string(),
  employerId: z.string(),
  contactId: z.string(),
  /** SHA-256 of the address to which it went, hex. */
  address: z.string(),
  validUntil: instantSchema,
  usedAt: instantSchema.optional(),
});
export type LinkRow = z.infer<typeof linkRow>;

export const proposalRow = z.object({
  no: z.int(),
  rankedAt: instantSchema,
  /** The version of the weights that gave the points. */
  weights: z.string().default("-"),
  considered: z.int(),
  eligible: z.int().default(0),
  /** The rules that were asked; every proposal has passed all of them. */
  passed: z.array(z.string()).default([]),
  proposals: z.array(
    z.object({
      vacancyId: z.string(),
      employerId: z.string(),
      points: z.int(),
      reasons: z.array(z.object({ source: z.string(), points: z.int() })),
    }),
  ),
  /** How many vacancies each rule refused: what one may tell a client for whom nothing was found. */
  refused: z.record(z.string(), z.int()),
  /** What could not be matched as it stood: certificates of the client, and vacancies. */
  setAside: z.array(z.object({ kind: z.string(), code: z.string(), count: z.int() })).default([]),
  order: z.array(z.string()).optional(),
  reason: z.string().optional(),
});

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

/** Opens a wait. */
export const waitPut = (state: ProcessState, now: Instant): Write => ({
  label: "waitOpens",
  table: "placements",
  kind: "put",
  item: {
    ...keys.wait(state.id, state.waitNo),
    waitNo: state.waitNo,
    kind: state.status,
    openedAt: now,
    deadline: state.deadline,
    rev: 0,
  },
  condition: "attribute_not_exists(pk)",
});

/**
 * Decides a wait: once, and never again, and on the revision as read. An answer by link changes the wait and not the state, so
 * that this condition alone keeps silence from overtaking an answer, and an answer from outliving its undo.
 */
export const waitClose = (processId: string, waitNo: number, rev: number, outcome: string, now: Instant): Write => ({
  label: "waitCloses",
  table: "placements",
  kind: "update",
  key: keys.wait(processId, waitNo),
  update: "SET outcome = :outcome, closedAt = :now",
  condition: "attribute_exists(pk) AND attribute_not_exists(outcome) AND #rev = :rev",
  names: { "#rev": "rev" },
  values: { ":outcome": outcome, ":now": now, ":rev": rev },
});

/** How the word was taken that brought a state to its version: by whom, when, how, with which evidence. */
export const receiptPut = (state: ProcessState, given: Receipt, recordedBy: string): Write => ({
  label: "receipt",
  table: "placements",
  kind: "put",
  item: { ...keys.receipt(state.id, state.version), version: state.version, ...given, recordedBy },
  condition: "attribute_not_exists(pk)",
});

export const linkPut = (link: LinkRow): Write => ({
  label: "link",
  table: "placements",
  kind: "put",
  item: { ...keys.link(link.id), ...link, expiresAt: Math.floor(Date.parse(link.validUntil) / 1000) + 90 * 86_400 },
  condition: "attribute_not_exists(pk)",
});

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
    wait: (processId: string, waitNo: number) => db.get("placements", keys.wait(processId, waitNo), waitRow),
    link: (id: string) => db.get("placements", keys.link(id), linkRow),
    proposals: (placementId: string, no: number) => db.get("placements", keys.shortlist(placementId, no), proposalRow),
    waits: (processId: string) =>
      db.query(
        "placements",
        { condition: "pk = :pk AND begins_with(sk, :wait)", values: { ":pk": keys.state(processId).pk, ":wait": "WAIT#" } },
        waitRow,
      ),
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
    /** Live proposals of a vacancy. */
    holdsOf: (vacancyId: string, page: { limit: number; cursor?: string | undefined }) =>
      db.query(
        "employers",
        {
          condition: "pk = :pk AND begins_with(sk, :hold)",
          values: { ":pk": keys.vacancy(vacancyId).pk, ":hold": "HOLD#" },
          limit: page.limit,
          cursor: page.cursor,
        },
        z.object({ placementId: z.string() }),
      ),

    /** Keeps the token of an undecided wait, unless a newer one is kept. False: it is decided, or newer. */
    holdToken: (processId: string, waitNo: number, token: string, at: string) =>
      db.writeOne({
        label: "token",
        table: "placements",
        kind: "update",
        key: keys.wait(processId, waitNo),
        update: "SET #token = :token, #at = :at",
        condition: "attribute_exists(pk) AND attribute_not_exists(outcome) AND (attribute_not_exists(#at) OR #at <= :at)",
        names: { "#token": "token", "#at": "at" },
        values: { ":token": token, ":at": at },
      }),
  };
}

/** The same for a wait that is already decided: written together with the callback that will use it. */
export const tokenOfDecidedWait = (processId: string, waitNo: number, token: string, at: string): Write => ({
  label: "token",
  table: "placements",
  kind: "update",
  key: keys.wait(processId, waitNo),
  update: "SET #token = :token, #at = :at",
  condition: "attribute_exists(outcome) AND (attribute_not_exists(#at) OR #at <= :at)",
  names: { "#token": "token", "#at": "at" },
  values: { ":token": token, ":at": at },
});
