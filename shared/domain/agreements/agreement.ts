/** Cooperation agreements between an office and an employer. */
import * as z from "zod";
import { localDateSchema } from "../calendar/local-date.ts";
import * as ids from "../identifiers/ids.ts";

export const agreementScopes = ["TRAINING", "RECRUITMENT", "SELF_EMPLOYMENT"] as const;

/** A cooperation agreement (PKS, or the umbrella MoU) between an office and an employer. */
export const agreement = z.object({
  id: ids.agreementId,
  officeId: ids.officeId,
  employerId: ids.employerId,
  kind: z.enum(["PKS", "MOU"]),
  title: z.string().min(1).max(300),
  number: z.string().min(1).max(100),
  scopes: z.array(z.enum(agreementScopes)).min(1),
  signedOn: localDateSchema.optional(),
  validFrom: localDateSchema,
  validTo: localDateSchema,
  status: z.enum(["PLANNED", "SIGNED", "TERMINATED"]),
  version: z.int().min(1),
});

export type Agreement = z.infer<typeof agreement>;

/** Whether an agreement is in force on a day. Expiry only stops new proposals; it recalls nothing. */
export const isInForce = (one: Agreement, today: string): boolean =>
  one.status === "SIGNED" && one.validFrom <= today && today <= one.validTo;
