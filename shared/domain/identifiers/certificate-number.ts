import * as z from "zod";
import { type IdentifierWarning, raise } from "./codes.ts";
import { isVisible, normaliseLine } from "./line.ts";
import { holdsNik } from "./nik-in-text.ts";

const pattern = /^(\d{5}) (\d{4}) (\d) (\d{7,8}) (\d{4})$/;

/**
 * The number of a competence certificate: industry (KBLI) 5, occupation group (KBJI) 4, KKNI level 1, serial 7 or 8, year 4,
 * parted by single spaces.
 *
 * The shape is read off six real certificates; what the parts mean is inferred. So the shape is required, the meaning only
 * warned about. Error: `certificate-number.format`.
 */
export const certificateNumberSchema = z
  .string({ error: "certificate-number.format" })
  .overwrite((text) =>
    text
      .normalize("NFKC")
      .replace(/[\s\p{Cf}]+/gu, " ")
      .trim(),
  )
  .regex(pattern, raise("certificate-number.format"));
export type CertificateNumber = z.infer<typeof certificateNumberSchema>;

/** Whether a number has the form of a competence certificate's: then nobody else's certificate has it too. */
export const isCompetenceNumber = (number: string): boolean => certificateNumberSchema.safeParse(number).success;

/** The number of any certificate: of competence in its one form, else as its centre wrote it. Errors: those of a line. */
export const anyCertificateNumberSchema = z
  .string({ error: "certificate-number.format" })
  .overwrite((text) => certificateNumberSchema.safeParse(text).data ?? normaliseLine(text))
  .min(1, raise("text.empty"))
  .max(60, raise("text.long"))
  .refine(isVisible, raise("text.characters"))
  // The digits of a competence certificate's may read as a NIK.
  .refine((number) => isCompetenceNumber(number) || !holdsNik(number), raise("text.nik"));

export type CertificateNumberReading = {
  readonly industryCode: string;
  readonly occupationGroup: string;
  readonly level: number;
  readonly serial: string;
  readonly year: number;
  readonly warnings: readonly IdentifierWarning[];
};

/** The first year in which BNSP, founded in 2005, can have issued a certificate. */
export const firstCertificateYear = 2005;

/**
 * The parts of a certificate number, undefined where the text is none. Warnings: `certificate-number.level`,
 * `certificate-number.year` (before 2005, or after `thisYear`).
 */
export function parseCertificateNumber(
  number: CertificateNumber,
  given: { readonly thisYear: number },
): CertificateNumberReading | undefined {
  const found = pattern.exec(number);
  if (!found) return undefined;
  const [, industryCode = "", occupationGroup = "", levelText = "", serial = "", yearText = ""] = found;
  const level = Number(levelText);
  const year = Number(yearText);
  const warnings: IdentifierWarning[] = [];
  if (level < 1) warnings.push("certificate-number.level");
  if (year < firstCertificateYear || year > given.thisYear) warnings.push("certificate-number.year");
  return { industryCode, occupationGroup, level, serial, year, warnings };
}
