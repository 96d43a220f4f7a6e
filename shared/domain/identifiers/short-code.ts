/**
 * The short code of a link, for whom nothing of the link has reached: twelve signs of Crockford's alphabet (60 bits), in groups of
 * four. Read aloud and typed on a phone: no I, L, O or U is in it, and what looks like a sign is read as it.
 * Source: https://www.crockford.com/base32.html
 */
import * as z from "zod";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The code that 60 bits make: the first of these bytes, of which eight are needed. */
export function shortCodeOf(bytes: Uint8Array): string {
  const bits = bytes.slice(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) >> 4n;
  const signs = Array.from({ length: 12 }, (_, at) => alphabet[Number((bits >> BigInt(55 - 5 * at)) & 31n)]);
  return signs.join("");
}

/** As it stands in a mail: `4F7K-9M2C-XR8D`. */
export const formatShortCode = (code: string): string => code.replace(/^(.{4})(.{4})(.{4})$/, "$1-$2-$3");

/** A code as somebody typed it. Error: `link.code`. */
export const shortCodeSchema = z
  .string({ error: "link.code" })
  .max(60, "link.code")
  .overwrite((typed) =>
    typed
      .toUpperCase()
      .replace(/[\s\-–—._]/gu, "")
      .replace(/O/g, "0")
      .replace(/[IL]/g, "1"),
  )
  .refine((code) => /^[0-9A-HJKMNP-TV-Z]{12}$/.test(code), "link.code");
