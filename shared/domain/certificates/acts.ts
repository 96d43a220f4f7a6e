/** The acts of staff on a certificate. */
import { type Asker, type Offer, offersOn, type RecordAct } from "../offices/acts.ts";

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
  ["changeCertificate", { action: "recordCertificate", standing: ({ verified }) => (verified ? "ABSENT" : "FREE") }],
] as const satisfies readonly (readonly [string, RecordAct<CertificateNow>])[];

export type CertificateAct = (typeof certificateActs)[number][0];
export const certificateActNames: readonly CertificateAct[] = certificateActs.map(([name]) => name);

/** What somebody may do with a certificate now. */
export const actsOnCertificate = (asker: Asker, state: CertificateNow): readonly Offer<CertificateAct>[] =>
  offersOn(asker, certificateActs, state);
