/** Shapes of clients and their consents. */
import * as z from "zod";
import { localDateSchema } from "../domain/calendar/local-date.ts";
import { weekdays } from "../domain/calendar/weekdays.ts";
import { clientStatuses, drivingLicences, statusDocument } from "../domain/clients/client.ts";
import { consentPurposes } from "../domain/clients/consent.ts";
import { postalCodeSchema, rtRwSchema } from "../domain/identifiers/address.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { nikSchema } from "../domain/identifiers/nik.ts";
import { personNameSchema } from "../domain/identifiers/person-name.ts";
import { phoneSchema } from "../domain/identifiers/phone.ts";
import { knownRegencySchema, liesWithin, villageCodeSchema } from "../domain/identifiers/region.ts";
import { sexSchema } from "../domain/identifiers/sex.ts";
import { educationLevelSchema } from "../domain/reference/education.ts";
import { willingness } from "../domain/reference/reach.ts";
import { receiptInput, skill } from "./fields.ts";

const domicile = z
  .strictObject({
    regencyCode: knownRegencySchema,
    villageCode: villageCodeSchema.optional(),
    street: lineOf(200).optional(),
    rt: rtRwSchema.optional(),
    rw: rtRwSchema.optional(),
    postalCode: postalCodeSchema.optional(),
  })
  .refine(({ regencyCode, villageCode }) => villageCode === undefined || liesWithin(villageCode, regencyCode), {
    error: "region.village-elsewhere",
    path: ["villageCode"],
  });

/** Nobody who is placed was born earlier; an earlier year is a slip of the pen. */
const earliestBirth = "1900-01-01";

export const clientInput = z.strictObject({
  fullName: personNameSchema,
  sex: sexSchema,
  birthDate: localDateSchema.refine((date) => date >= earliestBirth, "date.early"),
  nik: nikSchema.optional(),
  phone: phoneSchema.optional(),
  domicile,
  education: educationLevelSchema,
  skills: z.array(skill).max(30).default([]),
  interests: z.array(skill).max(30).default([]),
  aptitudes: z.array(skill).max(30).default([]),
  drivingLicences: z.array(z.enum(drivingLicences)).max(5).default([]),
  experienceYears: z.int().min(0).max(60).default(0),
  willingness: z.enum(willingness).default("OWN_REGENCY"),
  statusDocument: statusDocument.extend({ number: lineOf(100) }).optional(),
  reportDay: z.enum(weekdays).optional(),
  supervisionEndsOn: localDateSchema.optional(),
  barredOccupations: z
    .array(z.string().regex(/^\d{1,4}(\.\d{2})?$/, "occupation.format"))
    .max(30)
    .default([]),
});

export const clientSummary = z.object({
  id: ids.clientId,
  fullName: z.string(),
  status: z.enum(clientStatuses),
  regencyCode: z.string(),
  nikLast4: z.string().optional(),
  hasPhone: z.boolean(),
  openPlacement: z.string().optional(),
});

export const consentInput = z.strictObject({
  purpose: z.enum(consentPurposes),
  action: z.enum(["GIVEN", "WITHDRAWN"]),
  /** The employer, for sharing; an employer is asked for one by one. */
  employerId: ids.employerId.optional(),
  receipt: receiptInput,
});
