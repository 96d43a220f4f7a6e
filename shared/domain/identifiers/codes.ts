/**
 * The codes that schemas and parsers of identifiers, dates and money raise.
 *
 * A schema's error message is one of these codes, never prose: what is shown is looked up in `shared/messages`, in the reader's
 * language. Codes are stable: tests, logs and stored warnings name them.
 */

/** Raised by a schema: the value is refused. */
export const identifierErrors = [
  "nik.format",
  "nik.date",
  "nik.sequence",
  "npwp.format",
  "nib.format",
  "nip.format",
  "nip.birth-date",
  "nip.appointment",
  "nip.sex",
  "phone.format",
  "phone.any",
  "landline.format",
  "region.province",
  "region.regency",
  "region.district",
  "region.village",
  "region.format",
  "region.unknown-province",
  "region.unknown-regency",
  "region.village-elsewhere",
  "occupation.format",
  "occupation.group",
  "industry.scheme",
  "industry.code",
  "competency-unit.format",
  "certificate-number.format",
  "certificate-registration.format",
  "lsp-licence.format",
  "postal-code.format",
  "rt-rw.format",
  "register-number.format",
  "name.empty",
  "name.length",
  "name.characters",
  "text.empty",
  "text.long",
  "text.characters",
  "text.nik",
  "sex.format",
  "date.format",
  "date.impossible",
  "instant.format",
  "zone.format",
  "money.format",
  "education.format",
] as const;

/** Raised by a parser: the value is kept, and a person should look at it. */
export const identifierWarnings = [
  "nik.unknown-region",
  "nik.birth-date-differs",
  "nik.sex-differs",
  "npwp.not-a-nik",
  "nip.appointment-age",
  "nip.birth-date-differs",
  "nip.sex-differs",
  "certificate-number.level",
  "certificate-number.year",
  "certificate-registration.year",
] as const;

export type IdentifierError = (typeof identifierErrors)[number];
export type IdentifierWarning = (typeof identifierWarnings)[number];

/** Parameters of a zod check that raises a code and ends the checking, so that one value raises one code. */
export function raise(error: IdentifierError): { error: IdentifierError; abort: true } {
  return { error, abort: true };
}
