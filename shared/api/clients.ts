/** Shapes of clients and their consents. */
import * as z from "zod";
import { instantSchema } from "../domain/calendar/instant.ts";
import { clientFields, clientStatuses } from "../domain/clients/client.ts";
import { consentPurposes } from "../domain/clients/consent.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { nikSchema } from "../domain/identifiers/nik.ts";
import { takenShape } from "../domain/record/fields.ts";
import { receiptInput } from "./fields.ts";

export const clientInput = z.strictObject(takenShape(clientFields));

export const clientSummary = z.object({
  id: ids.clientId,
  fullName: z.string(),
  status: z.enum(clientStatuses),
  regencyCode: z.string(),
  nikLast4: z.string().optional(),
  hasPhone: z.boolean(),
  openPlacement: z.string().optional(),
});

export const transferInput = z.strictObject({ nik: nikSchema });

/** Another office asks for a client; whom to speak to there. */
export const transferSummary = z.object({
  id: ids.transferId,
  clientId: ids.clientId,
  fullName: z.string(),
  askedByOffice: z.string(),
  askedBy: z.object({ name: z.string(), email: z.string() }).optional(),
  askedAt: instantSchema,
});

export const consentInput = z.strictObject({
  purpose: z.enum(consentPurposes),
  action: z.enum(["GIVEN", "WITHDRAWN"]),
  /** The employer, for sharing; an employer is asked for one by one. */
  employerId: ids.employerId.optional(),
  receipt: receiptInput,
});
