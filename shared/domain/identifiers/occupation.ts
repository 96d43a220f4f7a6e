import * as z from "zod";
import { raise } from "./codes.ts";

const trim = (text: string): string => text.trim();

/**
 * An occupation of KBJI 2014, the national classification: four digits (about ISCO-08's unit group), a dot and two digits.
 *
 * Error: `occupation.format`. Source: Kemnaker and BPS, Klasifikasi Baku Jabatan Indonesia 2014.
 */
export const occupationCodeSchema = z
  .string({ error: "occupation.format" })
  .overwrite(trim)
  .regex(/^\d{4}\.\d{2}$/, raise("occupation.format"));
export type OccupationCode = z.infer<typeof occupationCodeSchema>;

/** The four-digit group alone, for reports and wider searches. Error: `occupation.group`. */
export const occupationGroupSchema = z
  .string({ error: "occupation.group" })
  .overwrite(trim)
  .regex(/^\d{4}$/, raise("occupation.group"));
export type OccupationGroup = z.infer<typeof occupationGroupSchema>;

/** The group of an occupation: 7231.04 → 7231. */
export function occupationGroupOf(code: OccupationCode): OccupationGroup {
  return code.slice(0, 4);
}
