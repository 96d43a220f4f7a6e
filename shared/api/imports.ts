/** Shapes of what is brought in from elsewhere: many lines a request, and what became of each. */
import * as z from "zod";
import { employerInput } from "./employers.ts";
import { vacancyInput } from "./vacancies.ts";

/** As many postings as one request brings. */
export const mostPostings = 50;

const karirhubRef = z.string().min(1).max(80);

/** A posting of Karirhub: as it stands open there, or that it is closed or full. */
export const postingInput = z.union([
  z.strictObject({ karirhubRef, gone: z.enum(["CLOSED", "FULL"]) }),
  z.strictObject({
    karirhubRef,
    employer: employerInput,
    vacancy: vacancyInput.omit({ employerId: true, agreementId: true, karirhubRef: true }),
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
