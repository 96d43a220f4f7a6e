/** A second person has seen the certificate: it counts from now on, and a placement that waited for it goes on. */
import type { routes } from "../../api/routes.ts";
import { verificationRefusal } from "../../domain/certificates/certificate.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: SECOND_PERSON_REQUIRED, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_COMPETENT, ALREADY_ANSWERED where it is verified. */
export const verifyCertificate: StaffCommand<typeof routes.verifyCertificate> = (deps, request) =>
  changeRecord(
    deps,
    records.certificate,
    { request, action: "verifyCertificate", id: request.params.id },
    ({ certificate, client }, { now, today }) => {
      const { staff } = request;
      const error = verificationRefusal(certificate, staff.id, today);
      if (error) return refused(error);
      const counts = certificate.kind === "COMPETENCE";
      return changed({
        state: {
          certificate: { ...certificate, verifiedBy: staff.id, verifiedAt: now },
          client: counts ? { ...client, status: "CERTIFIED" } : client,
        },
        event: "verifyCertificate",
        response: counts ? { id: certificate.id } : { id: certificate.id, warnings: ["certificate.training"] },
        effects: counts ? [{ kind: "FANOUT", ref: { topic: "CERTIFICATE_VERIFIED", id: client.id } }] : [],
      });
    },
  );
