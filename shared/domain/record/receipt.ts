/** How a person's word was taken where it was not given by the person's own link. */

import * as z from "zod";
import type { Instant } from "../calendar/instant.ts";
import { instantSchema } from "../calendar/instant.ts";

/** How a person's word was taken where it was not given by the person's own link. */
export const receiptWays = ["IN_PERSON", "PHONE", "WHATSAPP", "VISIT", "LINK", "PAPER"] as const;

export type ReceiptWay = (typeof receiptWays)[number];

export type Receipt = { readonly how: ReceiptWay; readonly at: Instant; readonly evidence?: string | undefined };

export const receipt = z.object({
  how: z.enum(receiptWays),
  at: instantSchema,
  evidence: z.string().max(300).optional(),
});
