/** Shapes of news of the work. */
import * as z from "zod";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { endReasons, newsSources, workEnders } from "../domain/follow-ups/follow-up.ts";
import { receiptInput } from "./fields.ts";

export const followUpInput = z.strictObject({
  /** The wait of the follow-up that the screen showed; where another one is open by now, nothing is changed. */
  waitNo: z.int().min(0).max(100_000).optional(),
  from: z.enum(newsSources),
  stillThere: z.boolean(),
  paidAsAgreed: z.boolean().optional(),
  safe: z.boolean().optional(),
  reason: z.enum(endReasons).optional(),
  /** Where the work is over: its last day, and who ended it. */
  lastDay: localDateSchema.optional(),
  endedBy: z.enum(workEnders).optional(),
  receipt: receiptInput,
});

/** Work has ended, on any day. */
export const lostWorkInput = z.strictObject({
  lastDay: localDateSchema,
  reason: z.enum(endReasons),
  endedBy: z.enum(workEnders),
  /** Who told of it. */
  from: z.enum(newsSources),
  receipt: receiptInput,
});
