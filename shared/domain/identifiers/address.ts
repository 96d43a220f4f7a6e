import * as z from "zod";
import { raise } from "./codes.ts";
import { stripSeparators } from "./digits.ts";

/** A postal code: five digits. Error: `postal-code.format`. Source: PT Pos Indonesia. */
export const postalCodeSchema = z
  .string({ error: "postal-code.format" })
  .overwrite(stripSeparators)
  .regex(/^\d{5}$/, raise("postal-code.format"));
export type PostalCode = z.infer<typeof postalCodeSchema>;

/** `RT 3`, `3` and `003` are the same neighbourhood. */
export function normaliseRtRw(text: string): string {
  const bare = stripSeparators(text).replace(/^R[TW]:?/i, "");
  return /^\d{1,3}$/.test(bare) ? bare.padStart(3, "0") : bare;
}

/**
 * The number of a neighbourhood (RT) or of the hamlet above it (RW), kept as text of three digits as identity cards print it;
 * 000 stands on cards where there is none. Error: `rt-rw.format`.
 */
export const rtRwSchema = z
  .string({ error: "rt-rw.format" })
  .overwrite(normaliseRtRw)
  .regex(/^\d{3}$/, raise("rt-rw.format"));
export type RtRw = z.infer<typeof rtRwSchema>;

/** Splits the common way of writing both: `003/05` or `RT 3 / RW 5`; undefined where it is not that. */
export function parseRtRwPair(text: string): { readonly rt: RtRw; readonly rw: RtRw } | undefined {
  const [first, second, ...rest] = text.split("/");
  if (first === undefined || second === undefined || rest.length > 0) return undefined;
  const rt = rtRwSchema.safeParse(first);
  const rw = rtRwSchema.safeParse(second);
  return rt.success && rw.success ? { rt: rt.data, rw: rw.data } : undefined;
}
