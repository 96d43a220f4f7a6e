/** A second person has seen the certificate: it counts from now on, and a placement that waited for it goes on; or sends it back. */
import type { routes } from "../../api/routes.ts";
import { verificationRefusal } from "../../domain/certificates/certificate.ts";
import { refusal } from "../../domain/errors.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/**
 * Errors: SECOND_PERSON_REQUIRED, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_COMPETENT, ALREADY_ANSWERED where it is verified. What has
 * expired, or says nothing of competence, can be sent back all the same.
 */
export const verifyCertificate: StaffCommand<typeof routes.verifyCertificate> = (deps, request) =>
  changeRecord(
    deps,
    records.certificate,
    { request, action: "verifyCertificate", id: request.params.id },
    ({ certificate, client }, { now, today }) => {
      const { staff, body } = request;
      if ("sendBack" in body) {
        if (certificate.recordedBy === staff.id) return refused(refusal("SECOND_PERSON_REQUIRED"));
        if (certificate.verifiedAt !== undefined) return refused(refusal("ALREADY_ANSWERED"));
        const sentBack = { reason: body.sendBack, by: staff.id, at: now };
        return changed({
          state: { certificate: { ...certificate, sentBack }, client },
          event: "sendCertificateBack",
          response: { id: certificate.id },
        });
      }
      const error = verificationRefusal(certificate, staff.id, today);
      if (error) return refused(error);
      const counts = certificate.kind === "COMPETENCE";
      return changed({
        state: {
          certificate: { ...certificate, verifiedBy: staff.id, verifiedAt: now, sentBack: undefined },
          client: counts ? { ...client, status: "CERTIFIED" } : client,
        },
        event: "verifyCertificate",
        response: counts ? { id: certificate.id } : { id: certificate.id, warnings: ["certificate.training"] },
        effects: counts ? [{ kind: "FANOUT", ref: { topic: "CERTIFICATE_VERIFIED", id: client.id } }] : [],
      });
    },
  );
