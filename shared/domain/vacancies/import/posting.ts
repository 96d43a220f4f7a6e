/** A posting on its way in, and what becomes of it: what the API takes and answers, and what brings a file in speaks. */
import * as z from "zod";
import { employerFields } from "../../employers/employer.ts";
import { lineOf } from "../../identifiers/line.ts";
import { takenShape } from "../../record/fields.ts";
import { vacancyFields } from "../vacancy.ts";

/** As many postings as one request brings. */
export const mostPostings = 50;

const karirhubRef = lineOf(80);

/** A posting of Karirhub: as it stands open there, or that it is closed or full. */
export const postingInput = z.union([
  z.strictObject({ karirhubRef, gone: z.enum(["CLOSED", "FULL"]) }),
  z.strictObject({
    karirhubRef,
    employer: z.strictObject(takenShape(employerFields)),
    vacancy: z.strictObject(takenShape(vacancyFields)).omit({ employerId: true, agreementId: true, karirhubRef: true }),
    /** Whether the source names the last day; one that is assumed is no news of a vacancy that is known. */
    namesItsEnd: z.boolean(),
  }),
]);

export const postingsInput = z.strictObject({ postings: z.array(postingInput).min(1).max(mostPostings) });

export const postingOutcomes = ["TAKEN", "FLAGGED", "CHANGED", "REOPENED", "CLOSED", "KNOWN", "REFUSED"] as const;

export const postingResult = z.object({
  outcome: z.enum(postingOutcomes),
  karirhubRef: z.string(),
  vacancyId: z.string().optional(),
  employerId: z.string().optional(),
  /** What the posting changed here, field by field; of a text and of a contact only that it changed. */
  changes: z.array(z.object({ field: z.string(), before: z.string().optional(), after: z.string().optional() })),
  /** Why it was refused. */
  errors: z.array(z.object({ code: z.string(), text: z.object({ id: z.string(), en: z.string() }) })),
});

/** In the order of the request. */
export const postingResults = z.object({ results: z.array(postingResult) });
