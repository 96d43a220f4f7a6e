import * as z from "zod";
import { localDateSchema } from "../../calendar/local-date.ts";
import { landline } from "../../identifiers/landline.ts";
import { occupationCodeSchema } from "../../identifiers/occupation.ts";
import { regencyCodeSchema } from "../../identifiers/region.ts";
import { sexSchema } from "../../identifiers/sex.ts";
import { drivingLicences } from "../../reference/driving-licences.ts";
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
  /** The employer's own regency, where the site names another than the post's. */
  employerRegencyCode: regencyCodeSchema.optional(),
  /** How the employer is reached, as far as it could be read. */
  contact: z.object({ email: z.string().optional(), phone: z.string().optional(), landline: landline.optional() }),
  /** Seats left. */
  count: z.int().positive(),
  /** Kemendagri code; absent where the region could not be recognised. */
  regencyCode: regencyCodeSchema.optional(),
  /** Sen a month, a day, a piece, or of a month as a partner; both ends. */
  wage: z.object({ min: senSchema, max: senSchema, basis: z.enum(["MONTHLY", "DAILY", "PIECE", "SHARE"]) }).optional(),
  /** Plain text: the work, then the requirements in the employer's words. */
  description: z.string(),
  requirements: z.object({
    minEducation: educationLevelSchema.optional(),
    minYearsExperience: z.int().nonnegative().optional(),
    /** Driving licences that the text names. */
    licences: z.array(z.enum(drivingLicences)).optional(),
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
  /** Where the post can be read at its source. */
  sourceUrl: z.string().optional(),
  partTime: z.literal(true).optional(),
  /** The source says that people with a disability are welcome. */
  openToDisabled: z.literal(true).optional(),
  /** The occupation (KBJI), where field of work and title leave no doubt. */
  kbji: occupationCodeSchema.optional(),
  /** The site's own name of the field of work. */
  jobFunction: z.string().optional(),
});
export type VacancyDraft = z.infer<typeof vacancyDraftSchema>;
export type Declared = VacancyDraft["requirements"]["declared"];
