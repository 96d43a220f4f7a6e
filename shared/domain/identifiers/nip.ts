import * as z from "zod";
import { isRealDate, type LocalDate, yearsBetween } from "../calendar/local-date.ts";
import { type IdentifierWarning, raise } from "./codes.ts";
import { maskAllButLastFour, stripSeparators } from "./digits.ts";
import type { Sex } from "./sex.ts";

const birthDateOf = (nip: string): LocalDate => `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
const appointmentOf = (nip: string): string => `${nip.slice(8, 12)}-${nip.slice(12, 14)}`;

/** Officials on a contract (PPPK) carry 21 where a civil servant's number has the month of appointment. */
const contractMark = "21";

/**
 * The number of a civil servant, 18 digits: birth date YYYYMMDD, appointment YYYYMM (a contract official: YYYY and 21),
 * sex (1 male, 2 female), serial 3.
 *
 * Errors: `nip.format`, `nip.birth-date`, `nip.appointment`, `nip.sex`.
 * Source: BKN regulation 22/2007; for contract officials the composition that BKN publishes for the NI PPPK.
 */
export const nipSchema = z
  .string({ error: "nip.format" })
  .overwrite(stripSeparators)
  .regex(/^\d{18}$/, raise("nip.format"))
  .refine((nip) => isRealDate(birthDateOf(nip)), raise("nip.birth-date"))
  .refine((nip) => /^(19|20)\d\d(0[1-9]|1[0-2]|21)$/.test(nip.slice(8, 14)), raise("nip.appointment"))
  .refine((nip) => /^[12]$/.test(nip.slice(14, 15)), raise("nip.sex"))
  .brand<"Nip">();
export type Nip = z.infer<typeof nipSchema>;

export type NipReading = {
  readonly birthDate: LocalDate;
  readonly kind: "CIVIL_SERVANT" | "CONTRACT";
  /** YYYY-MM; for a contract official YYYY. */
  readonly appointed: string;
  readonly sex: Sex;
  readonly sequence: string;
  readonly warnings: readonly IdentifierWarning[];
};

/** Reads a NIP. Warnings: `nip.appointment-age`, `nip.birth-date-differs`, `nip.sex-differs`. */
export function parseNip(
  nip: Nip,
  given: { readonly birthDate?: LocalDate | undefined; readonly sex?: Sex | undefined } = {},
): NipReading {
  const birthDate = birthDateOf(nip);
  const kind = nip.slice(12, 14) === contractMark ? "CONTRACT" : "CIVIL_SERVANT";
  const sex: Sex = nip.slice(14, 15) === "1" ? "MALE" : "FEMALE";
  const appointed = kind === "CONTRACT" ? nip.slice(8, 12) : appointmentOf(nip);
  const latestStart = kind === "CONTRACT" ? `${appointed}-12-31` : `${appointed}-28`;
  const warnings: IdentifierWarning[] = [];
  if (yearsBetween(birthDate, latestStart) < 17) warnings.push("nip.appointment-age");
  if (given.birthDate !== undefined && given.birthDate !== birthDate) warnings.push("nip.birth-date-differs");
  if (given.sex !== undefined && given.sex !== sex) warnings.push("nip.sex-differs");
  return { birthDate, kind, appointed, sex, sequence: nip.slice(15), warnings };
}

/** The last four digits: the first eight are a birth date. */
export function maskNip(nip: string): string {
  return maskAllButLastFour(nip);
}
