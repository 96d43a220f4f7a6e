/** Certificates: of competence (BNSP-recognised, from an LSP) or of a completed training. Only the first opens what demands one. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema, paperDateSchema } from "../calendar/local-date.ts";
import { type DomainError, refusal } from "../errors.ts";
import { anyCertificateNumberSchema, isCompetenceNumber } from "../identifiers/certificate-number.ts";
import { certificateRegistrationSchema } from "../identifiers/certificate-registration.ts";
import { competencyUnitSchema } from "../identifiers/competency-unit.ts";
import * as ids from "../identifiers/ids.ts";
import { lineOf } from "../identifiers/line.ts";
import { lspLicenceSchema } from "../identifiers/lsp-licence.ts";
import { certificateFaults } from "../record/faults.ts";
import { given, kept, keptShape } from "../record/fields.ts";
import { sentBackFor } from "../record/sent-back.ts";
import { skillSchema } from "../reference/skills.ts";
import { verificationFault } from "./acts.ts";

export const certificateFields = {
  id: kept(ids.certificateId),
  clientId: kept(ids.clientId),
  officeId: kept(ids.officeId),
  kind: given(z.enum(["COMPETENCE", "TRAINING"])),
  /** Of competence: in its one form; of a training: as its centre wrote it. */
  number: given(z.string(), anyCertificateNumberSchema),
  registration: given(z.string().optional(), certificateRegistrationSchema.optional()),
  lspLicence: given(z.string().optional(), lspLicenceSchema.optional()),
  scheme: given(z.string().min(1).max(200), lineOf(200)),
  /** SKKNI units that were assessed. */
  units: given(z.array(z.string()).max(60), z.array(competencyUnitSchema).max(60).default([])),
  /** Skill codes that it proves. */
  skills: given(z.array(z.string()).max(30), z.array(skillSchema).max(30).default([])),
  kkniLevel: given(z.int().min(1).max(9).optional()),
  result: given(z.enum(["COMPETENT", "NOT_YET_COMPETENT"])),
  issuedOn: given(localDateSchema, paperDateSchema),
  /** Where none is given: three years after the issue. */
  expiresOn: given(localDateSchema, localDateSchema.optional()),
  recordedBy: kept(ids.staffId),
  recordedAt: kept(instantSchema),
  verifiedBy: kept(ids.staffId.optional()),
  verifiedAt: kept(instantSchema.optional()),
  /** The second person found something wrong: whoever recorded it is asked to mend it. */
  sentBack: kept(sentBackFor(certificateFaults).optional()),
  version: kept(z.int().min(1)),
};

export const certificate = z.object(keptShape(certificateFields));
export type Certificate = z.infer<typeof certificate>;

/** Whether a certificate's number is one of its kind. */
export const numberFits = ({ kind, number }: Pick<Certificate, "kind" | "number">): boolean =>
  kind === "TRAINING" || isCompetenceNumber(number);

/** Why somebody may not verify a certificate on a day: it is their own record, verified, not found competent or expired. */
export function verificationRefusal(certificate: Certificate, staffId: string, today: string): DomainError | undefined {
  const fault = verificationFault(certificate, staffId, today);
  return fault && refusal(fault);
}

/** Whether somebody may verify a certificate on a day. */
export const mayVerify = (certificate: Certificate, staffId: string, today: string): boolean =>
  verificationRefusal(certificate, staffId, today) === undefined;

/** Whether it is somebody's turn with a certificate: to look at it as a second person, or to mend what was sent back. */
export const isTurnOf = (certificate: Certificate, staffId: string, today: string): boolean =>
  certificate.sentBack ? certificate.recordedBy === staffId : mayVerify(certificate, staffId, today);

/** Whether a certificate counts on a day: competence, found competent, verified by a second person, not expired. */
export const isValidOn = (
  { kind, result, verifiedAt, expiresOn }: Pick<Certificate, "kind" | "result" | "verifiedAt" | "expiresOn">,
  today: string,
): boolean => kind === "COMPETENCE" && result === "COMPETENT" && verifiedAt !== undefined && expiresOn >= today;
