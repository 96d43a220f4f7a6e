/** Fixed lines, with the extension behind them: how most workshops and offices are called. */
import * as z from "zod";
import { raise } from "./codes.ts";
import { formatPhone, normalisePhone, phoneSchema } from "./phone.ts";

/** A fixed line in E.164 form, and its extension as digits. */
export const landline = z.object({ number: z.string(), extension: z.string().optional() });
export type Landline = z.infer<typeof landline>;

/**
 * The fixed lines of the national numbering plan, by area code, and the free 0800 and 0804. The pattern is libphonenumber's; it
 * stands here because the library with it would weigh 40 KB in every function, and a test holds it to the library.
 */
const plan =
  /^(?:2[124]\d{7,8}|619\d{8}|2(?:1(?:14|500)|2\d{3})\d{3}|61\d{5,8}|(?:2(?:[35][1-4]|6[0-8]|7[1-6]|8\d|9[1-8])|3(?:1|[25][1-8]|3[1-68]|4[1-3]|6[1-3568]|7[0-469]|8\d)|4(?:0[1-589]|1[01347-9]|2[0-36-8]|3[0-24-68]|43|5[1-378]|6[1-5]|7[134]|8[1245])|5(?:1[1-35-9]|2[25-8]|3[124-9]|4[1-3589]|5[1-46]|6[1-8])|6(?:[25]\d|3[1-69]|4[1-6])|7(?:02|[125][1-9]|[36]\d|4[1-8]|7[0-36-9])|9(?:0[12]|1[013-8]|2[0-479]|5[125-8]|6[23679]|7[159]|8[01346]))\d{5,8}|800\d{5,7}|804\d{7})$/;

/** How Indonesians and others write that an extension follows: pes(awat), ext(ension), a hash, or RFC 3966. */
const extensionAtEnd = /[\s,;]*(?:pesawat|pes|extension|ext|#)[\s.:=]*(\d{1,6})\s*$/iu;

/**
 * Reads a fixed line, in whatever way it is written, with its extension. Undefined: it is none, or it lacks the area code.
 */
export function readLandline(text: string): Landline | undefined {
  const wide = text.normalize("NFKC");
  const found = extensionAtEnd.exec(wide);
  const number = normalisePhone(found ? wide.slice(0, found.index) : wide);
  if (!number.startsWith("+62") || !plan.test(number.slice(3))) return undefined;
  const extension = found?.[1];
  return { number, ...(extension === undefined ? {} : { extension }) };
}

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

/** A fixed line as Indonesians write it: (021) 5551234 pes. 12. Area codes have two digits in the largest cities, else three. */
export function formatLandline({ number, extension }: Landline): string {
  const [, area, line] = /^\+62(2[124]|[36]1|\d{3})(\d+)$/.exec(number) ?? [];
  const national = area === undefined ? number : `(0${area}) ${line}`;
  return extension === undefined ? national : `${national} pes. ${extension}`;
}

/** A number of any kind, as `anyPhoneSchema` keeps it, as Indonesians write it. */
export function formatAnyPhone(number: string): string {
  const line = readLandline(number);
  return line ? formatLandline(line) : formatPhone(phoneSchema.parse(number));
}
