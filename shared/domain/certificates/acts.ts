/** The acts of staff on a certificate. */
import { type Asker, type Offer, offersOn, type RecordAct } from "../offices/acts.ts";

/**
 * What a certificate proves, and all of it that may be changed once it is verified: it is copied by hand from the back of the paper,
 * and what was forgotten keeps vacancies closed. It then waits for its second person anew. All else says which paper it is.
 */
const openWhenVerified: ReadonlySet<string> = new Set(["skills", "units"]);

/** Why these fields of a certificate may not be changed. @param proposed whether something can still come of a proposal to its client */
export function changeFault(
  { verifiedAt }: Pick<Verifiable, "verifiedAt">,
  fields: readonly string[],
  proposed: boolean,
): "certificate.verified" | "certificate.proposed" | undefined {
  if (verifiedAt === undefined || fields.length === 0) return undefined;
  if (fields.some((field) => !openWhenVerified.has(field))) return "certificate.verified";
  // Employers were told of a verified certificate: it is one until they have answered.
  return proposed ? "certificate.proposed" : undefined;
}

/** As much of a certificate as its verification depends on. */
type Verifiable = {
  readonly recordedBy: string;
  readonly verifiedAt?: string | undefined;
  readonly result: "COMPETENT" | "NOT_YET_COMPETENT";
  readonly expiresOn: string;
};

/** Why somebody may not verify a certificate on a day, as the code of the refusal. */
export function verificationFault({ recordedBy, verifiedAt, result, expiresOn }: Verifiable, staffId: string, today: string) {
  if (recordedBy === staffId) return "SECOND_PERSON_REQUIRED" as const;
  if (verifiedAt !== undefined) return "ALREADY_ANSWERED" as const;
  if (result !== "COMPETENT") return "CERTIFICATE_NOT_COMPETENT" as const;
  return expiresOn < today ? ("CERTIFICATE_EXPIRED" as const) : undefined;
}

export type CertificateNow = {
  readonly kind: "CERTIFICATE";
  readonly verified: boolean;
  /** Why the asker may not verify it today. */
  readonly fault: ReturnType<typeof verificationFault>;
};

/** A certificate as its acts see it. */
export const certificateNow = (certificate: Verifiable, staffId: string, today: string): CertificateNow => ({
  kind: "CERTIFICATE",
  verified: certificate.verifiedAt !== undefined,
  fault: verificationFault(certificate, staffId, today),
});

const certificateActs = [
  [
    "verifyCertificate",
    {
      action: "verifyCertificate",
      standing: ({ verified, fault }) => (verified || fault === "ALREADY_ANSWERED" ? "ABSENT" : (fault ?? "FREE")),
    },
  ],
  // Verified, in what it proves alone (`changeFault`).
  ["changeCertificate", { action: "recordCertificate" }],
] as const satisfies readonly (readonly [string, RecordAct<CertificateNow>])[];

export type CertificateAct = (typeof certificateActs)[number][0];
export const certificateActNames: readonly CertificateAct[] = certificateActs.map(([name]) => name);

/** What somebody may do with a certificate now. */
export const actsOnCertificate = (asker: Asker, state: CertificateNow): readonly Offer<CertificateAct>[] =>
  offersOn(asker, certificateActs, state);
