import * as z from "zod";
import { localDateSchema } from "../../calendar/local-date.ts";
import { regencyCodeSchema } from "../../identifiers/region.ts";
import { sexSchema } from "../../identifiers/sex.ts";
import { educationLevelSchema } from "../../reference/education.ts";
import { senSchema } from "../../reference/money.ts";

/**
 * A vacancy as it was imported, before an officer makes it one of ours. What the source leaves out is absent, never guessed.
 */
export const vacancyDraftSchema = z.object({
  karirhubRef: z.string(),
  title: z.string(),
  employerName: z.string().optional(),
  employerRef: z.string().optional(),
  /** Seats left. */
  count: z.int().positive(),
  /** Kemendagri code; absent where the region could not be recognised. */
  regencyCode: regencyCodeSchema.optional(),
  /** Sen a month, both ends. */
  wage: z.object({ min: senSchema, max: senSchema, basis: z.literal("MONTHLY") }).optional(),
  /** Plain text: the work, then the requirements in the employer's words. */
  description: z.string(),
  requirements: z.object({
    minEducation: educationLevelSchema.optional(),
    minYearsExperience: z.int().nonnegative().optional(),
    /**
     * Limits that the source declares and that the law wants justified (Permenaker 18/2024 art. 4; circular M/6/HK.04/V/2025). They are
     * kept as declared, and no rule of matching reads them.
     */
    declared: z.object({
      sex: sexSchema.optional(),
      minAge: z.int().optional(),
      maxAge: z.int().optional(),
      physicalCondition: z.string().optional(),
      maritalStatus: z.string().optional(),
    }),
  }),
  contractType: z.enum(["PKWT", "PKWTT", "DAILY", "APPRENTICE"]).optional(),
  validUntil: localDateSchema.optional(),
  /** The site's own name of the field of work. */
  jobFunction: z.string().optional(),
});
export type VacancyDraft = z.infer<typeof vacancyDraftSchema>;
export type Declared = VacancyDraft["requirements"]["declared"];
