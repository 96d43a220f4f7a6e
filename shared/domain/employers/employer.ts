/** Employers, with the person to ask there. */
import * as z from "zod";
import * as ids from "../identifiers/ids.ts";
import { sealedNumber } from "../identifiers/sealed-number.ts";

export const contact = z.object({
  id: ids.contactId,
  name: z.string().min(1).max(100),
  /** Absent: the officer asks by phone. */
  email: z.email().optional(),
  phone: z.string().optional(),
});

export const employer = z.object({
  id: ids.employerId,
  type: z.enum(["COMPANY", "INDIVIDUAL", "COOPERATIVE"]),
  /** Micro and small are exempt from the minimum wage within PP 36/2021 art. 36. */
  size: z.enum(["MICRO", "SMALL", "MEDIUM", "LARGE"]),
  legalName: z.string().min(1).max(150),
  /** Sealed whoever employs: the NPWP of a person is the NIK. */
  npwp: sealedNumber.optional(),
  nib: z.string().optional(),
  industry: z.array(z.object({ scheme: z.enum(["KBLI2020", "KBLI2025"]), code: z.string() })).max(20),
  provinceCode: z.string(),
  regencyCode: z.string(),
  contact,
  /** Wants no proposals. */
  optOut: z.boolean(),
  karirhubRef: z.string().optional(),
  registeredBy: z.string(),
  version: z.int().min(1),
});

export type Employer = z.infer<typeof employer>;
