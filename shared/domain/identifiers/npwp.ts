import * as z from "zod";
import { type IdentifierWarning, raise } from "./codes.ts";
import { maskAllButLastFour, stripSeparators } from "./digits.ts";
import { nikSchema } from "./nik.ts";

/** Drops separators and turns the old 15 digits of a body into the present 16 by the leading zero that the rule gives them. */
export function normaliseNpwp(text: string): string {
  const digits = stripSeparators(text);
  return /^\d{15}$/.test(digits) ? `0${digits}` : digits;
}

/**
 * The taxpayer number, 16 digits: for a resident person it is the NIK; for a body it is `0` and the old 15 digits.
 * The 22-digit number of a place of business (NITKU) is not an NPWP and is refused.
 *
 * Error: `npwp.format`. Source: PMK 112/PMK.03/2022 as changed by PMK 136/2023.
 */
export const npwpSchema = z
  .string({ error: "npwp.format" })
  .overwrite(normaliseNpwp)
  .regex(/^(?!0{16})\d{16}$/, raise("npwp.format"))
  .brand<"Npwp">();
export type Npwp = z.infer<typeof npwpSchema>;

export type NpwpReading = { readonly holder: "PERSON" | "BODY"; readonly warnings: readonly IdentifierWarning[] };

/** Whose number it is: no province code begins with 0, so a leading zero means a body. Warning: `npwp.not-a-nik`. */
export function parseNpwp(npwp: Npwp): NpwpReading {
  if (npwp.startsWith("0")) return { holder: "BODY", warnings: [] };
  return { holder: "PERSON", warnings: nikSchema.safeParse(npwp).success ? [] : ["npwp.not-a-nik"] };
}

/** The last four digits only: a person's NPWP is a NIK. */
export function maskNpwp(npwp: string): string {
  return maskAllButLastFour(npwp);
}
