/** Records an agreement with an employer. */
import type { routes } from "../../api/routes.ts";
import type { Agreement } from "../../domain/agreements/agreement.ts";
import { notFound } from "../../domain/errors.ts";
import { survivorOf } from "../employers/survivor.ts";
import { createRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";
import { calendarOrders } from "./in-force.ts";
import { invalidTerms } from "./invalid-terms.ts";

/** Errors: NOT_FOUND for an unknown employer, REQUEST_INVALID for dates in the wrong order or a signature without a day or in the future. */
export const recordAgreement: StaffCommand<typeof routes.recordAgreement> = (deps, request) =>
  createRecord(deps, records.agreement, { request, action: "recordAgreement" }, async (facts) => {
    const { staff, body } = request;
    const employer = await survivorOf(deps, body.employerId);
    if (!employer) return refused(notFound("employer"));
    const wrong = invalidTerms(body, facts.today);
    if (wrong) return refused(wrong);
    const id = deps.newId("agreement");
    const state: Agreement = { ...body, employerId: employer.id, id, officeId: staff.officeId, version: 1 };
    return changed({
      state,
      event: "recordAgreement",
      response: { id },
      writes: calendarOrders(deps, undefined, state, facts),
    });
  });
