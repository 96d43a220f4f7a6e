import * as z from "zod";
import { raise } from "./codes.ts";

/**
 * Brings the ways in which people write an Indonesian mobile number into the one form +628…. What is no number is returned
 * as it came (trimmed), for the schema to refuse. A slash is no separator: it parts two numbers (0812345678/79). Idempotent.
 *
 * This is done by hand because the phone library is not safe here: with Indonesia as its default country it reads
 * `62811123456` as the *national* number and calls +6262811123456 valid, and it lets `+62(0)812…` pass with its zero. Once the
 * text is normalised a pattern says all that mobile numbers need, and a Lambda is spared the library's metadata.
 */
export function normalisePhone(text: string): string {
  const digits = text
    .normalize("NFKC")
    .replaceAll("(0)", "")
    .replace(/[\s.()\p{Pd}\p{Cf}]/gu, "");
  if (!/^\+?\d+$/.test(digits)) return text.trim();
  return withCountryCode(digits).replace(/^\+620+/, "+62");
}

function withCountryCode(digits: string): string {
  if (digits.startsWith("+")) return digits;
  if (digits.startsWith("00")) return `+${digits.slice(2)}`;
  if (digits.startsWith("0")) return `+62${digits.slice(1)}`;
  if (digits.startsWith("62")) return `+${digits}`;
  if (digits.startsWith("8")) return `+62${digits}`;
  return digits;
}

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

/** The number as Indonesians write it: 0812-3456-7890. */
export function formatPhone(phone: Phone): string {
  const national = `0${phone.slice(3)}`;
  return [national.slice(0, 4), national.slice(4, 8), national.slice(8)].filter((part) => part !== "").join("-");
}

/** The last four digits, the rest as dots. */
export function maskPhone(phone: string): string {
  return `+62 ${"•".repeat(Math.max(0, phone.length - 7))}${phone.slice(-4)}`;
}
