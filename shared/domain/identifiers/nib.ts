import * as z from "zod";
import { raise } from "./codes.ts";
import { stripSeparators } from "./digits.ts";

/**
 * The business registration number, 13 digits. An individual who employs may have none.
 *
 * Error: `nib.format`. Source: PP 28/2025 on risk-based business licensing (before: PP 5/2021).
 */
export const nibSchema = z
  .string({ error: "nib.format" })
  .overwrite(stripSeparators)
  .regex(/^(?!0{13})\d{13}$/, raise("nib.format"))
  .brand<"Nib">();
export type Nib = z.infer<typeof nibSchema>;
