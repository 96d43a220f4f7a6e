/** Shapes of certificates as staff record and read them: ids in the place of people. */
import * as z from "zod";
import { certificate, certificateFields, numberFits } from "../domain/certificates/certificate.ts";
import { certificateFaults } from "../domain/record/faults.ts";
import { changesShape, takenShape } from "../domain/record/fields.ts";
import { certificateOffers } from "./acts.ts";
import { changesOf } from "./fields.ts";

export const certificateSummary = certificate
  .pick({
    id: true,
    clientId: true,
    kind: true,
    number: true,
    scheme: true,
    kkniLevel: true,
    result: true,
    issuedOn: true,
    expiresOn: true,
    recordedBy: true,
    recordedAt: true,
    verifiedBy: true,
    verifiedAt: true,
    sentBack: true,
  })
  .extend({
    /** What the asker may do with it. */
    acts: certificateOffers,
  });

/** A certificate that waits for its second person, with whose it is. */
export const certificateToVerify = certificateSummary.extend({
  clientName: z.string().optional(),
  recordedByName: z.string().optional(),
  sentBackByName: z.string().optional(),
});

/** One certificate, to the last field. */
export const certificateRecord = certificate.omit({ officeId: true });

/** The same, with what the asker may do with it. */
export const certificateDetail = certificateRecord.extend({ acts: certificateOffers });

export const certificateChanges = changesOf(changesShape(certificateFields));

/** With whose they are, as the list of clients says it: a trainer reads nothing else of a client. */
export const certificatesOfClient = z.object({
  fullName: z.string(),
  registerNumber: z.string().optional(),
  items: z.array(certificateSummary),
});

export const certificateInput = z
  .strictObject(takenShape(certificateFields))
  .refine(numberFits, { error: "certificate-number.format", path: ["number"] });

/** The verifier has seen the original or its scan and says so, or sends the record back with what is wrong. */
export const verificationInput = z.union([
  z.strictObject({ seen: z.literal(true) }),
  z.strictObject({ sendBack: z.enum(certificateFaults) }),
]);
