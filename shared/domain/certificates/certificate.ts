/** Certificates: of competence (BNSP-recognised, from an LSP) or of a completed training. Only the first opens what demands one. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import * as ids from "../identifiers/ids.ts";

export const certificate = z.object({
  id: ids.certificateId,
  clientId: ids.clientId,
  officeId: ids.officeId,
  kind: z.enum(["COMPETENCE", "TRAINING"]),
  number: z.string(),
  registration: z.string().optional(),
  lspLicence: z.string().optional(),
  scheme: z.string().min(1).max(200),
  /** SKKNI units that were assessed. */
  units: z.array(z.string()).max(60),
  /** Skill codes that it proves. */
  skills: z.array(z.string()).max(30),
  kkniLevel: z.int().min(1).max(9).optional(),
  result: z.enum(["COMPETENT", "NOT_YET_COMPETENT"]),
  issuedOn: localDateSchema,
  expiresOn: localDateSchema,
  recordedBy: ids.staffId,
  recordedAt: instantSchema,
  verifiedBy: ids.staffId.optional(),
  verifiedAt: instantSchema.optional(),
  version: z.int().min(1),
});
export type Certificate = z.infer<typeof certificate>;

/** Whether somebody may verify a certificate on a day: found competent, not verified, not expired, recorded by somebody else. */
export const mayVerify = (one: Certificate, staffId: string, today: string): boolean =>
  one.result === "COMPETENT" && one.verifiedAt === undefined && one.expiresOn >= today && one.recordedBy !== staffId;

/** Whether a certificate counts on a day: competence, found competent, verified by a second person, not expired. */
export const isValidOn = (one: Certificate, today: string): boolean =>
  one.kind === "COMPETENCE" && one.result === "COMPETENT" && one.verifiedAt !== undefined && one.expiresOn >= today;
