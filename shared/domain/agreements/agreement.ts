/** Cooperation agreements between an office and an employer. */
import * as z from "zod";
import { localDateSchema, paperDateSchema } from "../calendar/local-date.ts";
import * as ids from "../identifiers/ids.ts";
import { lineOf } from "../identifiers/line.ts";
import { fixed, given, kept, keptShape } from "../record/fields.ts";

export const agreementScopes = ["TRAINING", "RECRUITMENT", "SELF_EMPLOYMENT"] as const;

export const agreementFields = {
  id: kept(ids.agreementId),
  officeId: kept(ids.officeId),
  employerId: fixed(ids.employerId),
  kind: given(z.enum(["PKS", "MOU"])),
  title: given(z.string().min(1).max(300), lineOf(300)),
  number: given(z.string().min(1).max(100), lineOf(100)),
  scopes: given(z.array(z.enum(agreementScopes)).min(1), z.array(z.enum(agreementScopes)).min(1).max(3)),
  status: given(z.enum(["PLANNED", "SIGNED", "TERMINATED"]), z.enum(["PLANNED", "SIGNED"])),
  signedOn: given(localDateSchema.optional(), paperDateSchema.optional()),
  validFrom: given(localDateSchema, paperDateSchema),
  validTo: given(localDateSchema),
  version: kept(z.int().min(1)),
};

/** A cooperation agreement (PKS, or the umbrella MoU) between an office and an employer. */
export const agreement = z.object(keptShape(agreementFields));

export type Agreement = z.infer<typeof agreement>;

/** With whom an agreement is, and what decides whether it is in force. */
export const agreementTerm = agreement.pick({ employerId: true, status: true, validFrom: true, validTo: true });
export type AgreementTerm = z.infer<typeof agreementTerm>;

/** Whether an agreement is in force on a day. Expiry only stops new proposals; it recalls nothing. */
export const isInForce = ({ status, validFrom, validTo }: AgreementTerm, today: string): boolean =>
  status === "SIGNED" && validFrom <= today && today <= validTo;
