/** How people write numbers of telephones, read and shown. It stands apart from the schemas, so that the console carries none. */

/** No number with all that people write around it is longer. */
const longestText = 100;

/** What people write before and behind a number: what it is, and the mark by which a spreadsheet keeps its zero. */
const aroundNumber =
  /^[\s\p{Cf}]*(?:['’`]|(?:tel(?:p|pon|epon)?|hp|wa|whatsapp|no)\b[\s.:]*)+|[\s(]+(?:hp|wa|whatsapp)[\s).]*$/giu;

/**
 * Brings the ways in which people write an Indonesian mobile number into the one form +628…. What is no number is returned
 * as it came (trimmed), for the schema to refuse. A slash is no separator: it parts two numbers (0812345678/79). Idempotent.
 *
 * This is done by hand because the phone library is not safe here: with Indonesia as its default country it reads
 * `62811123456` as the *national* number and calls +6262811123456 valid, and it lets `+62(0)812…` pass with its zero. Once the
 * text is normalised a pattern says all that mobile numbers need, and a Lambda is spared the library's metadata.
 */
export function normalisePhone(text: string): string {
  if (text.length > longestText) return text.trim();
  const digits = text
    .normalize("NFKC")
    .replace(aroundNumber, "")
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

/** A mobile number in E.164 form as Indonesians write it: 0812-3456-7890. */
export function formatPhone(phone: string): string {
  const national = `0${phone.slice(3)}`;
  return [national.slice(0, 4), national.slice(4, 8), national.slice(8)].filter((part) => part !== "").join("-");
}

/** A fixed line in E.164 form, and its extension as digits. */
export type Landline = { readonly number: string; readonly extension?: string | undefined };

/**
 * The fixed lines of the national numbering plan, by area code, and the free 0800 and 0804. The pattern is libphonenumber's; it
 * stands here because the library with it would weigh 40 KB in every function, and a test holds it to the library.
 */
const plan =
  /^(?:2[124]\d{7,8}|619\d{8}|2(?:1(?:14|500)|2\d{3})\d{3}|61\d{5,8}|(?:2(?:[35][1-4]|6[0-8]|7[1-6]|8\d|9[1-8])|3(?:1|[25][1-8]|3[1-68]|4[1-3]|6[1-3568]|7[0-469]|8\d)|4(?:0[1-589]|1[01347-9]|2[0-36-8]|3[0-24-68]|43|5[1-378]|6[1-5]|7[134]|8[1245])|5(?:1[1-35-9]|2[25-8]|3[124-9]|4[1-3589]|5[1-46]|6[1-8])|6(?:[25]\d|3[1-69]|4[1-6])|7(?:02|[125][1-9]|[36]\d|4[1-8]|7[0-36-9])|9(?:0[12]|1[013-8]|2[0-479]|5[125-8]|6[23679]|7[159]|8[01346]))\d{5,8}|800\d{5,7}|804\d{7})$/;

/** How Indonesians and others write that an extension follows: pes(awat), ext(ension), a hash, or RFC 3966. */
const extensionAtEnd = /[\s,;(]*(?:pesawat|psw|pes|extension|ext|x|#)[\s.:=]*(\d{1,6})[\s)]*$/iu;

/**
 * Reads a fixed line, in whatever way it is written, with its extension. Undefined: it is none, or it lacks the area code.
 */
export function readLandline(text: string): Landline | undefined {
  if (text.length > longestText) return undefined;
  const wide = text.normalize("NFKC");
  const found = extensionAtEnd.exec(wide);
  const number = normalisePhone(found ? wide.slice(0, found.index) : wide);
  if (!number.startsWith("+62") || !plan.test(number.slice(3))) return undefined;
  const extension = found?.[1];
  return { number, ...(extension === undefined ? {} : { extension }) };
}

/** A fixed line as Indonesians write it: (021) 5551234 pes. 12. Area codes have two digits in the largest cities, else three. */
export function formatLandline({ number, extension }: Landline): string {
  const [, area, line] = /^\+62(2[124]|[36]1|\d{3})(\d+)$/.exec(number) ?? [];
  const national = area === undefined ? number : `(0${area}) ${line}`;
  return extension === undefined ? national : `${national} pes. ${extension}`;
}

/** A number of any kind as Indonesians write it; what is none is returned as it came. */
export function formatAnyPhone(text: string): string {
  const line = readLandline(text);
  if (line) return formatLandline(line);
  const mobile = normalisePhone(text);
  return /^\+628\d{8,11}$/.test(mobile) ? formatPhone(mobile) : text;
}
