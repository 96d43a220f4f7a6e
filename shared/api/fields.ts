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

/** What something says to a person, in both languages. */
export const words = z.object({ id: z.string(), en: z.string() });

/** A change of a record: the version that was seen, and at least one of the fields that may be changed. */
export const changesOf = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({
    version: z.int().min(1),
    changes: z.strictObject(shape).refine((changes) => Object.keys(changes).length > 0, "changes.none"),
  });
