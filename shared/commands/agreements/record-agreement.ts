/** Records an agreement with an employer. */
import type { routes } from "../../api/routes.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { createRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND for an unknown employer, REQUEST_INVALID for dates in the wrong order or a signature without a day. */
export const recordAgreement: StaffCommand<typeof routes.recordAgreement> = (deps, request) =>
  createRecord(deps, records.agreement, { request, action: "recordAgreement" }, async () => {
    const { staff, body } = request;
    if (!(await deps.store.employers.employer(body.employerId))) return refused(notFound("employer"));
    if (body.validTo < body.validFrom) return invalid("date.order", "validTo");
    if (body.status === "SIGNED" && !body.signedOn) return invalid("agreement.signedOn", "signedOn");
    const id = deps.newId("agreement");
    return changed({
      state: { ...body, id, officeId: staff.officeId, version: 1 },
      event: "recordAgreement",
      response: { id },
    });
  });

const invalid = (code: string, path: string) => refused(refusal("REQUEST_INVALID", [{ code, path }]));
