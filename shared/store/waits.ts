/** The waits of a process: opened once, decided once, with the answer and the token that they hold meanwhile. */
import * as z from "zod";
import { type Instant, instantSchema } from "../domain/calendar/instant.ts";
import { linkActions } from "../domain/process/effect.ts";
import type { ProcessState } from "../domain/process/process.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";

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
 * that this condition alone keeps an expiry from overtaking an answer, and an answer from outliving its undo.
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

/** Keeps an answer by link with an undecided wait that holds none, as its next revision. */
export const answerPut = (processId: string, waitNo: number, answer: PendingAnswer): Write => ({
  label: "answer",
  table: "placements",
  kind: "update",
  key: keys.wait(processId, waitNo),
  update: "SET #answer = :answer, #rev = :rev",
  condition: "attribute_exists(pk) AND attribute_not_exists(outcome) AND attribute_not_exists(#answer) AND #rev = :before",
  names: { "#answer": "answer", "#rev": "rev" },
  values: { ":answer": answer, ":rev": answer.rev, ":before": answer.rev - 1 },
});

/** Takes an answer back that has not taken effect; its revision is used up. */
export const answerUndo = (processId: string, waitNo: number, rev: number): Write => ({
  label: "answer",
  table: "placements",
  kind: "update",
  key: keys.wait(processId, waitNo),
  update: "SET #rev = :next REMOVE #answer",
  condition: "attribute_not_exists(outcome) AND #rev = :rev AND attribute_exists(#answer)",
  names: { "#answer": "answer", "#rev": "rev" },
  values: { ":rev": rev, ":next": rev + 1 },
});

/** Takes an answer off its wait: it has taken effect and let the wait stand. */
export const answerApplied = (processId: string, waitNo: number, rev: number): Write => ({
  label: "answer",
  table: "placements",
  kind: "update",
  key: keys.wait(processId, waitNo),
  update: "REMOVE #answer",
  condition: "#rev = :rev AND attribute_exists(#answer)",
  names: { "#answer": "answer", "#rev": "rev" },
  values: { ":rev": rev },
});

/** Takes an answer off its wait that no longer fits where the process stands. */
export const answerDrop = (processId: string, waitNo: number, rev: number): Write => ({
  label: "answer",
  table: "placements",
  kind: "update",
  key: keys.wait(processId, waitNo),
  update: "REMOVE #answer",
  condition: "#rev = :rev",
  names: { "#answer": "answer", "#rev": "rev" },
  values: { ":rev": rev },
});

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

export function openWaits(db: Database) {
  return {
    wait: (processId: string, waitNo: number) => db.get("placements", keys.wait(processId, waitNo), waitRow),
    /** The waits in which up to a hundred processes stand, in their order. */
    waits: (of: readonly Pick<ProcessState, "id" | "waitNo">[]) =>
      db.getMany(
        "placements",
        of.map(({ id, waitNo }) => keys.wait(id, waitNo)),
        waitRow,
      ),
    ofProcess: (processId: string) =>
      db.query(
        "placements",
        { condition: "pk = :pk AND begins_with(sk, :wait)", values: { ":pk": keys.state(processId).pk, ":wait": "WAIT#" } },
        waitRow,
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
