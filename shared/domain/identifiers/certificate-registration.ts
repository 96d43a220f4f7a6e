import * as z from "zod";
import { firstCertificateYear } from "./certificate-number.ts";
import { type IdentifierWarning, raise } from "./codes.ts";

const pattern = /^([A-Z]{3})\.(\d{3,4})\.(\d{4,6})[ .](\d{4})$/;

/**
 * The registration printed on a competence certificate: three letters of the sector, 3–4 digits, a serial of 4–6 digits, and
 * the year after a space or a dot. Case and doubled spaces are repaired.
 *
 * Error: `certificate-registration.format`. Source: real certificates; no published rule was found.
 */
export const certificateRegistrationSchema = z
  .string({ error: "certificate-registration.format" })
  .overwrite((text) =>
    text
      .normalize("NFKC")
      .replace(/[\s\p{Cf}]+/gu, " ")
      .trim()
      .toUpperCase(),
  )
  .regex(pattern, raise("certificate-registration.format"));
export type CertificateRegistration = z.infer<typeof certificateRegistrationSchema>;

export type CertificateRegistrationReading = {
  readonly sector: string;
  readonly body: string;
  readonly serial: string;
  readonly year: number;
  readonly warnings: readonly IdentifierWarning[];
};

/** The parts of a registration, undefined where the text is none. Warning: `certificate-registration.year`. */
export function parseCertificateRegistration(
  registration: CertificateRegistration,
  given: { readonly thisYear: number },
): CertificateRegistrationReading | undefined {
  const found = pattern.exec(registration);
  if (!found) return undefined;
  const [, sector = "", body = "", serial = "", yearText = ""] = found;
  const year = Number(yearText);
  const plausible = year >= firstCertificateYear && year <= given.thisYear;
  return { sector, body, serial, year, warnings: plausible ? [] : ["certificate-registration.year"] };
}
