/** Shapes of news of the work. */
import * as z from "zod";
import { endReasons } from "../domain/follow-ups/follow-up.ts";
import { receiptInput } from "./fields.ts";

export const followUpInput = z.strictObject({
  from: z.enum(["EMPLOYER", "CLIENT", "VISIT"]),
  stillThere: z.boolean(),
  paidAsAgreed: z.boolean().optional(),
  safe: z.boolean().optional(),
  reason: z.enum(endReasons).optional(),
  receipt: receiptInput,
});
