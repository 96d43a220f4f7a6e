/** Certificates: of competence (BNSP-recognised, from an LSP) or of a completed training. Only the first opens what demands one. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import { type DomainError, refusal } from "../errors.ts";
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

/** Why somebody may not verify a certificate on a day: it is their own record, verified, not found competent or expired. */
export function verificationRefusal(certificate: Certificate, staffId: string, today: string): DomainError | undefined {
  if (certificate.recordedBy === staffId) return refusal("SECOND_PERSON_REQUIRED");
  if (certificate.verifiedAt !== undefined) return refusal("ALREADY_ANSWERED");
  if (certificate.result !== "COMPETENT") return refusal("CERTIFICATE_NOT_COMPETENT");
  return certificate.expiresOn < today ? refusal("CERTIFICATE_EXPIRED") : undefined;
}

/** Whether somebody may verify a certificate on a day. */
export const mayVerify = (certificate: Certificate, staffId: string, today: string): boolean =>
  verificationRefusal(certificate, staffId, today) === undefined;

/** Whether a certificate counts on a day: competence, found competent, verified by a second person, not expired. */
export const isValidOn = ({ kind, result, verifiedAt, expiresOn }: Certificate, today: string): boolean =>
  kind === "COMPETENCE" && result === "COMPETENT" && verifiedAt !== undefined && expiresOn >= today;
