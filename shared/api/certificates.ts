/** Shapes of certificates as staff record and read them: ids in the place of people. */
import * as z from "zod";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { certificate } from "../domain/certificates/certificate.ts";
import { certificateNumberSchema } from "../domain/identifiers/certificate-number.ts";
import { certificateRegistrationSchema } from "../domain/identifiers/certificate-registration.ts";
import { competencyUnitSchema } from "../domain/identifiers/competency-unit.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { lspLicenceSchema } from "../domain/identifiers/lsp-licence.ts";
import { skill } from "./fields.ts";

export const certificateSummary = certificate.pick({
  id: true,
  clientId: true,
  kind: true,
  number: true,
  scheme: true,
  kkniLevel: true,
  result: true,
  issuedOn: true,
  expiresOn: true,
  recordedBy: true,
  recordedAt: true,
  verifiedBy: true,
  verifiedAt: true,
});

export const certificatesOfClient = z.object({ items: z.array(certificateSummary) });

export const certificateInput = z.strictObject({
  kind: z.enum(["COMPETENCE", "TRAINING"]),
  number: certificateNumberSchema,
  registration: certificateRegistrationSchema.optional(),
  lspLicence: lspLicenceSchema.optional(),
  scheme: lineOf(200),
  units: z.array(competencyUnitSchema).max(60).default([]),
  skills: z.array(skill).max(30).default([]),
  kkniLevel: z.int().min(1).max(9).optional(),
  result: z.enum(["COMPETENT", "NOT_YET_COMPETENT"]),
  issuedOn: localDateSchema,
  /** Absent: three years after the issue. */
  expiresOn: localDateSchema.optional(),
});

/** The verifier has seen the original or its scan and says so. */
export const verificationInput = z.strictObject({ seen: z.literal(true) });
