/** Fields that several areas share. Messages of issues are codes; their texts stand in the catalogues. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { receiptWays } from "../domain/record/receipt.ts";

/** How somebody's word was taken where it was not given by link. */
export const receiptInput = z.strictObject({
  how: z.enum(receiptWays),
  /** When it was said; not later than now. Absent: now. */
  at: instantSchema.optional(),
  evidence: lineOf(300).optional(),
});

export const page = { cursor: z.string().max(2000).optional(), limit: z.coerce.number().int().min(1).max(100).default(25) };
