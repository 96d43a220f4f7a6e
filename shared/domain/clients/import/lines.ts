/** The lines of a list on their way in, and what becomes of each: what the API takes and answers, and what reads a file speaks. */
import * as z from "zod";
import { staffId } from "../../identifiers/ids.ts";
import { clientColumnSchema } from "./columns.ts";

const text = z.object({ id: z.string(), en: z.string() });

/** As many lines as one request brings. */
export const mostLines = 100;

const cell = z.union([z.string().max(1000), z.number(), z.boolean(), z.null()]);

export const clientsInput = z.strictObject({
  /** Names the list that is brought in: with the key of a line it names that line. */
  batch: z.string().regex(/^[\w.:-]{1,60}$/, "batch.format"),
  lines: z
    .array(
      z.strictObject({ key: z.string().regex(/^[\w.:-]{1,40}$/, "batch.format"), cells: z.record(z.string().max(120), cell) }),
    )
    .min(1)
    .max(mostLines),
  /** Tells what would become of each line, and changes nothing. */
  dryRun: z.boolean().default(false),
  /** Whose the new clients are where no column names an officer; the asker's own unless said. */
  officerId: staffId.optional(),
  /** What the office's own columns hold, by heading: remembered for its next lists. */
  columns: z.record(z.string().min(1).max(120), clientColumnSchema).optional(),
});

export const lineOutcomes = ["NEW", "SAME", "CHANGED", "WRONG"] as const;

export const lineResult = z.object({
  key: z.string(),
  outcome: z.enum(lineOutcomes),
  clientId: z.string().optional(),
  /** Whose client it is, or, where it is new, becomes. */
  officerId: z.string().optional(),
  /** The names of the fields that differ from what was recorded; never what they hold. */
  fields: z.array(z.string()),
  /** What is wrong, each with the heading of its cell. */
  errors: z.array(z.object({ column: z.string(), code: z.string(), text })),
  /** What a person should look at. */
  warnings: z.array(z.object({ code: z.string(), text })),
});

/** In the order of the request. */
export const lineResults = z.object({
  results: z.array(lineResult),
  /** What each heading was taken for; of one that is not here nothing was read. */
  columns: z.record(z.string(), clientColumnSchema),
});
