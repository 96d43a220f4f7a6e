/** Employers, with the person to ask there. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import * as ids from "../identifiers/ids.ts";
import { industrySchema } from "../identifiers/industry.ts";
import { lineOf } from "../identifiers/line.ts";
import { nibSchema } from "../identifiers/nib.ts";
import { npwpSchema } from "../identifiers/npwp.ts";
import { knownRegencySchema } from "../identifiers/region.ts";
import { sealedNumber } from "../identifiers/sealed-number.ts";
import { employerFaults } from "../record/faults.ts";
import { fixed, given, kept, keptShape, later } from "../record/fields.ts";
import { sentBackFor } from "../record/sent-back.ts";
import { contact, contactInput } from "./contact.ts";

/** So many people besides the one who is asked first are known of an employer at the most. */
export const mostOtherContacts = 4;

const industryKept = z.object({ scheme: z.enum(["KBLI2020", "KBLI2025"]), code: z.string() });

export const employerFields = {
  id: kept(ids.employerId),
  type: given(z.enum(["COMPANY", "INDIVIDUAL", "COOPERATIVE"])),
  /** Micro and small are exempt from the minimum wage within PP 36/2021 art. 36. */
  size: given(z.enum(["MICRO", "SMALL", "MEDIUM", "LARGE"])),
  legalName: given(z.string().min(1).max(150), lineOf(150)),
  /** Sealed whoever employs: the NPWP of a person is the NIK. */
  npwp: given(sealedNumber.optional(), npwpSchema.optional()),
  nib: given(z.string().optional(), nibSchema.optional()),
  /** The keyed hashes of its numbers, and of name and regency: what shares one may be the same employer. */
  likeness: kept(z.array(z.string()).optional()),
  /** The words of its name by which it is found. */
  searchWords: kept(z.array(z.string()).optional()),
  industry: given(z.array(industryKept).max(20), z.array(industrySchema).max(20).default([])),
  provinceCode: kept(z.string()),
  regencyCode: given(z.string(), knownRegencySchema),
  contact: given(contact, contactInput),
  /** Who was asked there before, the newest first: their links are dead. */
  formerContacts: kept(z.array(ids.contactId).optional()),
  /** Whom to ask there besides. */
  otherContacts: given(z.array(contact).optional(), z.array(contactInput).max(mostOtherContacts).optional()),
  /** Which record this one has become, where both were of one employer: it is in no list and is changed no more. */
  mergedInto: kept(ids.employerId.optional()),
  /** The records that have become this one. */
  formerIds: kept(z.array(ids.employerId).optional()),
  /** Wants no proposals. */
  optOut: later(z.boolean()),
  karirhubRef: fixed(z.string().optional(), lineOf(80).optional()),
  /** What the source of its postings said of it last, as a print of each field; absent where none was read since that is kept. */
  imported: kept(z.record(z.string(), z.string()).optional()),
  registeredBy: kept(z.string()),
  /**
   * No second person has looked at it yet: its vacancies stay within the office that opens them. Absent too where it was
   * registered before anybody was asked to look.
   */
  unverified: kept(z.literal(true).optional()),
  verifiedBy: kept(z.string().optional()),
  verifiedAt: kept(instantSchema.optional()),
  /** The second person found something wrong: whoever registered it is asked to mend it. */
  sentBack: kept(sentBackFor(employerFaults).optional()),
  version: kept(z.int().min(1)),
};

export const employer = z.object(keptShape(employerFields));

export type Employer = z.infer<typeof employer>;
