/** The responses of commands. Kept for a repeat of the same request, so nothing personal stands here; apart from the shapes of requests, which weigh much. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { consentActions } from "../domain/clients/consent.ts";

export const created = z.object({
  id: z.string(),
  warnings: z.array(z.string()).optional(),
  /** The same in words, by their codes. */
  warningWords: z.record(z.string(), z.object({ id: z.string(), en: z.string() })).optional(),
  /** The ids of records that are likely about the same, where a warning says so. */
  twins: z.array(z.string()).optional(),
  /** The version that the act made, where it changed a record. */
  version: z.int().optional(),
});

/** A consent that was recorded; with the one that was said later and holds, where there is one. */
export const consentRecorded = created.extend({
  supersededBy: z.object({ action: z.enum(consentActions), at: instantSchema }).optional(),
});

/** The response of every command on a process. */
export const processResponse = z.object({
  id: z.string(),
  status: z.string(),
  reason: z.string().optional(),
  version: z.int(),
  waitNo: z.int(),
  deadline: instantSchema.optional(),
});

/** An answer by link is kept, and takes effect when it can no longer be undone. */
export const answerGiven = z.object({ effectiveAt: instantSchema, undoUntil: instantSchema });

export const answerUndone = z.object({ undone: z.literal(true) });
