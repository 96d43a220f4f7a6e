/** Shapes of certificates as staff read them: ids in the place of people. */
import * as z from "zod";
import { certificate } from "../domain/certificate.ts";

export const certificateSummary = certificate.pick({
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
});

export const certificatesOfClient = z.object({ items: z.array(certificateSummary) });
