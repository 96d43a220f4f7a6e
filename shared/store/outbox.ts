/** The outbox: the only way out. A row is what shall happen, when, and under which condition still. */
import * as z from "zod";
import { type Instant, instantSchema } from "../domain/calendar/instant.ts";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { consentPurposes } from "../domain/clients/consent.ts";
import { deadReasons } from "../domain/employers/contact.ts";
import { calledOff } from "../domain/process/called-off.ts";
import { concerns } from "../domain/process/concern.ts";
import { linkActions } from "../domain/process/effect.ts";
import { runOutKinds } from "../domain/record/run-out.ts";
import type { MessageName, ReportName } from "../domain/registers.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys, outboxShards, shardOf } from "./keys.ts";

/** What every fan-out over pages has. */
const paged = {
  id: z.string(),
  cursor: z.string().optional(),
  /** How many processes it has reached so far. */
  done: z.int().default(0),
  /** One process that could not be handled with its page. */
  only: z.string().optional(),
};
/** Which pass over the same records this is: an index may lag, and what moves in it may be missed once. */
const pass = { pass: z.int().optional() };

/** What a change reaches beyond its own record, each topic with its own fields. */
const fanOut = z.discriminatedUnion("topic", [
  z.object({ topic: z.literal("VACANCY_OPENED"), ...paged, ...pass }),
  z.object({ topic: z.literal("VACANCY_FILLED"), ...paged }),
  z.object({ topic: z.literal("VACANCY_CLOSED"), ...paged }),
  z.object({ topic: z.literal("AGREEMENT_TERMINATED"), ...paged, ...pass }),
  z.object({ topic: z.literal("AGREEMENT_RAN_OUT"), ...paged, ...pass }),
  z.object({ topic: z.literal("AGREEMENT_IN_FORCE"), ...paged, ...pass }),
  z.object({
    topic: z.literal("CONSENT_WITHDRAWN"),
    id: z.string(),
    /** Which consent was withdrawn, and the employer it was about. */
    purpose: z.enum(consentPurposes),
    employerId: z.string().optional(),
  }),
  z.object({ topic: z.literal("CERTIFICATE_VERIFIED"), id: z.string() }),
  /** These fields of the record were changed. */
  z.object({ topic: z.literal("CLIENT_CHANGED"), id: z.string(), fields: z.array(z.string()) }),
  z.object({ topic: z.literal("VACANCY_CHANGED"), fields: z.array(z.string()), ...paged }),
  z.object({ topic: z.literal("EMPLOYER_CHANGED"), fields: z.array(z.string()), ...paged, by: z.string() }),
  /** The contact of an employer is somebody else, since when, or (with the reason) no longer reached by mail; `only`: one process. */
  z.object({
    topic: z.literal("CONTACT_REPLACED"),
    ...paged,
    at: instantSchema,
    dead: z.enum(deadReasons).optional(),
    /** Who was asked there in the contact's stead and is there no more. */
    others: z.array(z.string()).optional(),
    /** They alone: the contact itself stays. */
    contactStays: z.literal(true).optional(),
  }),
  /** All that is with an officer of an office goes to another; `by`: the member of staff who ordered it, or an operator did. */
  z.object({
    topic: z.literal("WORK_HANDED_OVER"),
    officeId: z.string(),
    to: z.string(),
    by: z.string().optional(),
    /** When it was ordered: what has come to the officer since is not meant. Absent in an order from before that was kept. */
    at: instantSchema.optional(),
    ...paged,
    ...pass,
  }),
  /** All that is under way for a client goes to another officer. */
  z.object({
    topic: z.literal("CLIENT_HANDED_OVER"),
    id: z.string(),
    to: z.string(),
    by: z.string(),
    /** Who had the client before. */
    from: z.string().optional(),
    at: instantSchema.optional(),
  }),
  /** The employer has spoken by link of a placement that one member of staff had recorded alone. */
  z.object({ topic: z.literal("PLACEMENT_VOUCHED"), id: z.string() }),
  /** Whoever has this link has named who is in charge at the employer; told to the officer while that question is open. */
  z.object({ topic: z.literal("COLLEAGUE_NAMED"), id: z.string(), linkId: z.string() }),
  /** The vacancies of an employer that was verified are everybody's from now on. */
  z.object({ topic: z.literal("EMPLOYER_VERIFIED"), ...paged, by: z.string() }),
  /** The last day of a vacancy has passed: it closes, and nobody is asked about it any more. */
  z.object({ topic: z.literal("VACANCY_RAN_OUT"), ...paged }),
  /** A record runs out: whoever keeps it is told, at this step before that day. */
  z.object({
    topic: z.literal("RUNS_OUT"),
    id: z.string(),
    kind: z.enum(runOutKinds),
    lastDay: localDateSchema,
    step: z.int(),
    on: localDateSchema,
  }),
  /** A record of an employer has become another one: what hangs on it follows; `by`: who ordered it, as the audit names them. */
  z.object({ topic: z.literal("EMPLOYER_MERGED"), to: z.string(), by: z.string(), ...paged, ...pass }),
  /** Somebody stands in for an officer from this day on. */
  z.object({ topic: z.literal("COVER_BEGAN"), officeId: z.string(), from: localDateSchema, at: instantSchema, ...paged }),
]);
export type FanOut = z.infer<typeof fanOut>;
export type FanOutOf<T extends FanOut["topic"]> = Extract<FanOut, { readonly topic: T }>;

const effects = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("START"), ref: z.object({ processId: z.string(), attempt: z.int(), run: z.int() }) }),
  z.object({ kind: z.literal("CALLBACK"), ref: z.object({ processId: z.string(), waitNo: z.int() }) }),
  z.object({ kind: z.literal("APPLY"), ref: z.object({ processId: z.string(), waitNo: z.int(), rev: z.int() }) }),
  z.object({
    kind: z.literal("MAIL"),
    ref: z.object({
      message: z.custom<MessageName>((name) => typeof name === "string"),
      to: z.enum(["employer", "officer", "supervisor"]),
      processId: z.string(),
      vacancyId: z.string().optional(),
      linkId: z.string().optional(),
      linkAction: z.enum(linkActions).optional(),
      /** Whom it goes to at the employer, where that is not the contact of its record. */
      contactId: z.string().optional(),
      atOnce: z.literal(true).optional(),
      /** The mail that the employer would have had: the officer tells it by phone. */
      tells: z.custom<MessageName>((name) => typeof name === "string").optional(),
      calledOff: calledOff.optional(),
      about: z.array(z.enum(concerns)).optional(),
    }),
    /** Sent only while this wait of the process is undecided. */
    guard: z.object({ processId: z.string(), waitNo: z.int() }).optional(),
  }),
  z.object({
    kind: z.literal("REPORT"),
    ref: z.object({
      report: z.custom<ReportName>((name) => typeof name === "string").default("officeWeek"),
      officeId: z.string(),
      week: z.string(),
    }),
  }),
  /** One page of the open processes of a shard: is each still carried by a running execution? */
  z.object({
    kind: z.literal("RECONCILE"),
    /** `only`: one process that could not be handled with its page. */
    ref: z.object({ shard: z.int(), cursor: z.string().optional(), only: z.string().optional() }),
  }),
  /** What waits for a member of staff on a morning. */
  z.object({ kind: z.literal("DIGEST"), ref: z.object({ officeId: z.string(), staffId: z.string() }) }),
  z.object({ kind: z.literal("FANOUT"), ref: fanOut }),
]);
export type OutboxEffect = z.infer<typeof effects>;
/** An effect as it is ordered: what has a default may be left out. */
export type OutboxOrder = z.input<typeof effects>;

const outboxRow = z.intersection(
  effects,
  z.object({
    pk: z.string(),
    dueAt: instantSchema,
    status: z.enum(["PENDING", "DONE", "SKIPPED", "DEAD"]),
    lease: instantSchema.optional(),
    tries: z.int(),
  }),
);
export type OutboxRow = z.infer<typeof outboxRow>;

/** After this many tries a row is dead, and an alarm tells. */
export const mostTries = 12;
/** How long a relay may hold a row before another may take it, in milliseconds. */
export const leaseMs = 2 * 60_000;

/** The write that brings a row into the outbox. */
export function outboxPut(id: string, effect: OutboxOrder, dueAt: Instant): Write {
  return {
    label: "outbox",
    table: "outbox",
    kind: "put",
    item: { ...keys.outbox(id), ...effect, dueAt, status: "PENDING", tries: 0, queue: `Q#${shardOf(id, outboxShards)}` },
    condition: "attribute_not_exists(pk)",
  };
}

export function openOutbox(db: Database) {
  return {
    load: (pk: string) => db.get("outbox", { pk, sk: "-" }, outboxRow),

    /** The rows of a shard that are due, oldest first. */
    due: (shard: number, now: Instant, limit: number) =>
      db.query(
        "outbox",
        {
          index: "pending",
          condition: "#queue = :queue AND dueAt <= :now",
          names: { "#queue": "queue" },
          values: { ":queue": `Q#${shard}`, ":now": now },
          limit,
        },
        z.object({ pk: z.string() }),
      ),

    /** Takes a row for two minutes, which is a try, however it ends. Undefined: it is done, not due, or somebody else has it. */
    lease: (pk: string, now: Instant, until: Instant) =>
      db.updateOne(
        {
          label: "lease",
          table: "outbox",
          kind: "update",
          key: { pk, sk: "-" },
          update: "SET lease = :until, tries = tries + :one",
          condition: "#status = :pending AND dueAt <= :now AND (attribute_not_exists(lease) OR lease <= :now)",
          names: { "#status": "status" },
          values: { ":until": until, ":now": now, ":pending": "PENDING", ":one": 1 },
        },
        outboxRow,
      ),

    /** Takes a row off the index for good. Only the one who holds the lease may. */
    finish: (pk: string, lease: Instant, status: "DONE" | "SKIPPED" | "DEAD", at: Instant) =>
      db.writeOne({
        label: "finish",
        table: "outbox",
        kind: "update",
        key: { pk, sk: "-" },
        update: "SET #status = :status, endedAt = :at, expiresAt = :expires REMOVE #queue, lease",
        condition: "lease = :lease",
        names: { "#status": "status", "#queue": "queue" },
        values: {
          ":status": status,
          ":at": at,
          ":lease": lease,
          ":expires": Math.floor(Date.parse(at) / 1000) + (status === "DEAD" ? 400 : 30) * 86_400,
        },
      }),

    /** Puts a row off: after an error, or (not a try then) until what it waits for is decided. */
    putOff: (pk: string, lease: Instant, dueAt: Instant, isTry: boolean) =>
      db.writeOne({
        label: "putOff",
        table: "outbox",
        kind: "update",
        key: { pk, sk: "-" },
        update: "SET dueAt = :due, tries = tries - :undone REMOVE lease",
        condition: "lease = :lease",
        values: { ":due": dueAt, ":undone": isTry ? 0 : 1, ":lease": lease },
      }),
  };
}
