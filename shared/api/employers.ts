/** Shapes of employers. */
import * as z from "zod";
import { contact } from "../domain/employers/contact.ts";
import { employer, employerFields } from "../domain/employers/employer.ts";
import * as ids from "../domain/identifiers/ids.ts";
import { lineOf } from "../domain/identifiers/line.ts";
import { employerFaults } from "../domain/record/faults.ts";
import { changesShape, takenShape } from "../domain/record/fields.ts";
import { employerOffers } from "./acts.ts";
import { changesOf, page } from "./fields.ts";

export const employerInput = z.strictObject(takenShape(employerFields));

export const employerSummary = z.object({
  id: ids.employerId,
  type: z.string(),
  size: z.string(),
  legalName: z.string(),
  regencyCode: z.string(),
  optOut: z.boolean(),
  unverified: z.literal(true).optional(),
  sentBack: employer.shape.sentBack,
});

/** The person to ask at an employer, and every way to reach that person. */
export const contactWays = contact.extend({
  /** Every number as it is dialled, with the extension in words. */
  numbers: z.array(z.string()).readonly(),
});

export const employerChanges = changesOf(changesShape(employerFields));

/** Vouches for it, or sends it back with what is wrong. */
export const verificationInput = z.strictObject({ sendBack: z.enum(employerFaults).optional() });

/** Which record it becomes, and the versions of both that were seen. */
export const mergerInput = z.strictObject({ into: ids.employerId, version: z.int().min(1), intoVersion: z.int().min(1) });

/** An employer as officers read it: its tax number by the last digits. */
export const employerRecord = employer
  .pick({
    id: true,
    type: true,
    size: true,
    legalName: true,
    nib: true,
    industry: true,
    regencyCode: true,
    optOut: true,
    karirhubRef: true,
    registeredBy: true,
    unverified: true,
    verifiedBy: true,
    verifiedAt: true,
    sentBack: true,
    mergedInto: true,
    version: true,
  })
  .extend({ npwpLast4: z.string().optional(), contact: contactWays, otherContacts: z.array(contactWays).optional() });

/** One employer with whom to ask there, and its vacancies as far as the asker's office sees them. */
export const employerDetail = z.object({
  employer: employerRecord,
  /** What the asker may do about it. */
  acts: employerOffers,
  vacancies: z.array(
    z.object({
      id: ids.vacancyId,
      title: z.string(),
      status: z.string(),
      seats: z.int(),
      seatsFree: z.int(),
      validUntil: z.string(),
    }),
  ),
});

/** `q`: words of the name, as they are typed. `toVerify`: those for whom the asker may be the second person, the earliest first. */
export const listQuery = z.strictObject({ ...page, q: lineOf(80).optional(), toVerify: z.literal("true").optional() });
