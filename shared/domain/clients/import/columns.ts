/** What the columns of an office's list of clients can hold. */
import * as z from "zod";

/** What a column can hold. `IGNORED` is said of one that holds nothing that is kept. */
export const clientColumns = [
  "registerNumber",
  "fullName",
  "nik",
  "birthDate",
  "birthPlaceAndDate",
  "sex",
  "street",
  "rt",
  "rw",
  "rtRw",
  "postalCode",
  "regency",
  "phone",
  "education",
  "officer",
  "supervisionEndsOn",
  "experienceYears",
  "drivingLicences",
  "IGNORED",
] as const;
export const clientColumnSchema = z.enum(clientColumns);
export type ClientColumn = (typeof clientColumns)[number];

export type RememberedColumns = Readonly<Record<string, ClientColumn>>;
