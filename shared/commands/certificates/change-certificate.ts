/** Mends a certificate; whoever mends it has recorded it. Verified, what it proves alone, and then it waits for a second person anew. */
import type { routes } from "../../api/routes.ts";
import { changeFault } from "../../domain/certificates/acts.ts";
import { numberFits } from "../../domain/certificates/certificate.ts";
import { refusal } from "../../domain/errors.ts";
import { isLive } from "../../domain/placements/live-entries.ts";
import { withChanges } from "../../domain/record/fields.ts";
import { changedFields } from "../../store/record.ts";
import { currentAttempt } from "../matching/matching-facts.ts";
import { traceLookup } from "../offices/lookups.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";
import { certificateOrders, expiryOf, knownNumber } from "./record-certificate.ts";

/**
 * Errors: CONFLICT with the newer record where another version was seen; ALREADY_ANSWERED where it is verified and more is
 * changed than its skills and units; STATUS_CONFLICT where it is verified and a proposal to its client is under way; CERTIFICATE_TAKEN,
 * which is traced, and LOOKUPS_EXHAUSTED as where one is recorded; REQUEST_INVALID for dates that cannot be.
 */
export const changeCertificate: StaffCommand<typeof routes.changeCertificate> = (deps, request) => {
  const { staff, params, body } = request;
  const { id } = params;
  const options = { request, action: "recordCertificate", id, expectedVersion: body.version } as const;
  const change = () =>
    changeRecord(deps, records.certificate, options, async ({ certificate, client }, { now, today, office }) => {
      const { expiresOn, ...others } = body.changes;
      const next = withChanges(certificate, others);
      const mended = { ...next, expiresOn: expiresOn === null ? expiryOf(next) : (expiresOn ?? next.expiresOn) };
      const fields = changedFields(certificate, mended);
      const attempt = certificate.verifiedAt === undefined ? undefined : await currentAttempt(deps, client);
      const fault = changeFault(certificate, fields, attempt?.shortlist.some(isLive) ?? false);
      if (fault)
        return refused(refusal(fault === "certificate.verified" ? "ALREADY_ANSWERED" : "STATUS_CONFLICT", [{ code: fault }]));
      if (!numberFits(mended)) return invalid("certificate-number.format", "changes.number");
      if (mended.issuedOn > today) return invalid("date.future", "changes.issuedOn");
      if (mended.expiresOn <= mended.issuedOn) return invalid("date.order", "changes.expiresOn");
      if (fields.length === 0) return unchanged({ id, version: certificate.version });
      return changed({
        state: {
          certificate: {
            ...mended,
            recordedBy: staff.id,
            recordedAt: now,
            verifiedBy: undefined,
            verifiedAt: undefined,
            sentBack: undefined,
          },
          client,
        },
        event: "changeCertificate",
        fields,
        response: { id, version: certificate.version + 1 },
        writes: certificateOrders(deps, certificate, mended, today, office),
      });
    });
  return traceLookup(deps, staff, knownNumber, change);
};

const invalid = (code: string, path: string) => refused(refusal("REQUEST_INVALID", [{ code, path }]));
