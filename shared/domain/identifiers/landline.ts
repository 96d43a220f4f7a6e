/** Fixed lines, with the extension behind them: how most workshops and offices are called. */
import * as z from "zod";
import { raise } from "./codes.ts";
import { normalisePhone, readLandline } from "./phone-text.ts";

/** A fixed line in E.164 form, and its extension as digits. */
export const landline = z.object({ number: z.string(), extension: z.string().optional() });

/** A fixed line as one text, `+62215551234;ext=12` (RFC 3966); what is none is returned as it came. Idempotent. */
export function normaliseLandline(text: string): string {
  const read = readLandline(text);
  if (!read) return text.trim();
  return read.extension === undefined ? read.number : `${read.number};ext=${read.extension}`;
}

/** A fixed line, with or without its extension. Error: `landline.format`. */
export const landlineSchema = z
  .string({ error: "landline.format" })
  .max(60, raise("landline.format"))
  .overwrite(normaliseLandline)
  .regex(/^\+62(?!8[1-9])\d{7,12}(?:;ext=\d{1,6})?$/, raise("landline.format"))
  .refine((text) => readLandline(text) !== undefined, "landline.format");

/** A number of any kind at which an employer is called: a mobile, or a fixed line with its extension. Error: `phone.any`. */
export const anyPhoneSchema = z
  .string({ error: "phone.any" })
  .max(60, raise("phone.any"))
  .overwrite((text) => (readLandline(text) ? normaliseLandline(text) : normalisePhone(text)))
  .regex(/^\+62(?:8[1-9]\d{7,10}|(?!8[1-9])\d{7,12}(?:;ext=\d{1,6})?)$/, raise("phone.any"))
  .refine((text) => /^\+628[1-9]/.test(text) || readLandline(text) !== undefined, "phone.any");
