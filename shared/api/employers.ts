/** Shapes of employers. */
import * as z from "zod";
import * as ids from "../domain/identifiers/ids.ts";
import { industrySchema } from "../domain/identifiers/industry.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { nibSchema } from "../domain/identifiers/nib.ts";
import { npwpSchema } from "../domain/identifiers/npwp.ts";
import { personNameSchema } from "../domain/identifiers/person-name.ts";
import { phoneSchema } from "../domain/identifiers/phone.ts";
import { knownRegencySchema } from "../domain/identifiers/region.ts";

export const employerInput = z.strictObject({
  type: z.enum(["COMPANY", "INDIVIDUAL", "COOPERATIVE"]),
  size: z.enum(["MICRO", "SMALL", "MEDIUM", "LARGE"]),
  legalName: lineOf(150),
  npwp: npwpSchema.optional(),
  nib: nibSchema.optional(),
  industry: z.array(industrySchema).max(20).default([]),
  regencyCode: knownRegencySchema,
  /** Without an address the officer asks by phone. */
  contact: z.strictObject({ name: personNameSchema, email: z.email("email.format").optional(), phone: phoneSchema.optional() }),
  karirhubRef: lineOf(80).optional(),
});

export const employerSummary = z.object({
  id: ids.employerId,
  type: z.string(),
  size: z.string(),
  legalName: z.string(),
  regencyCode: z.string(),
  optOut: z.boolean(),
});
