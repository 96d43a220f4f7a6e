/** The first step of a transfer: an office asks another for a client that it has. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import * as ids from "../identifiers/ids.ts";

export const transfer = z.object({
  id: ids.transferId,
  clientId: ids.clientId,
  /** The office that has the client, and is asked. */
  officeId: ids.officeId,
  askedByOffice: ids.officeId,
  askedBy: ids.staffId,
  askedAt: instantSchema,
});
export type Transfer = z.infer<typeof transfer>;
