import * as z from "zod";
import { raise } from "./codes.ts";
import { normalisePhone } from "./phone-text.ts";

/**
 * An Indonesian mobile number in E.164 form: +628, a digit from 1 to 9, and 7 to 10 more. Landlines are refused: every
 * message goes to a mobile phone.
 *
 * Error: `phone.format`. Source: the national numbering plan (Permenkominfo 14/2018), ITU-T E.164.
 */
export const phoneSchema = z
  .string({ error: "phone.format" })
  .overwrite(normalisePhone)
  .regex(/^\+628[1-9]\d{7,10}$/, raise("phone.format"))
  .brand<"Phone">();
export type Phone = z.infer<typeof phoneSchema>;

/** The last four digits, the rest as dots. */
export function maskPhone(phone: string): string {
  return `+62 ${"•".repeat(Math.max(0, phone.length - 7))}${phone.slice(-4)}`;
}
