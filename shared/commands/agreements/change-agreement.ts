/** Mends an agreement, or notes that a planned one was signed, by which it comes into force and wakes who waits. */
import type { routes } from "../../api/routes.ts";
import { type Agreement, partiesOf } from "../../domain/agreements/agreement.ts";
import { refusal } from "../../domain/errors.ts";
import { withChanges } from "../../domain/record/fields.ts";
import { changedFields } from "../../store/record.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";
import { calendarOrders } from "./in-force.ts";
import { invalidTerms } from "./invalid-terms.ts";
import { findParties } from "./parties.ts";

/**
 * Errors: CONFLICT with the newer record where another version was seen; STATUS_CONFLICT where it is terminated; REQUEST_INVALID for
 * dates in the wrong order, a signature without a day, number or term, or in the future, a signature that is taken back, and other
 * parties of what is signed; NOT_FOUND for an unknown party.
 */
export const changeAgreement: StaffCommand<typeof routes.changeAgreement> = (deps, request) => {
  const { body } = request;
  const { id } = request.params;
  const options = { request, action: "recordAgreement", id, expectedVersion: body.version } as const;
  return changeRecord(deps, records.agreement, options, async (agreement, facts) => {
    if (agreement.status === "TERMINATED") return refused(refusal("STATUS_CONFLICT", [{ code: agreement.status }]));
    const { parties: named, ...others } = body.changes;
    const mended = withChanges(agreement, others);
    const found = named ? await findParties(deps, facts.office, named, "changes.parties") : undefined;
    if (found?.kind === "wrong") return refused(found.error);
    const state: Agreement = found ? { ...mended, parties: [...found.parties] } : mended;
    // What was signed was signed by these; others make another agreement.
    if (agreement.status === "SIGNED" && !isSameList(partiesOf(agreement), partiesOf(state)))
      return refused(refusal("REQUEST_INVALID", [{ code: "agreement.partiesSigned", path: "changes.parties" }]));
    if (agreement.status === "SIGNED" && state.status === "PLANNED")
      return refused(refusal("REQUEST_INVALID", [{ code: "agreement.isSigned", path: "changes.status" }]));
    const wrong = invalidTerms(state, facts.today, "changes.");
    if (wrong) return refused(wrong);
    const fields = changedFields(agreement, state).filter((name) => name in body.changes);
    if (fields.length === 0) return unchanged({ id, version: agreement.version });
    return changed({
      state,
      event: state.status === agreement.status ? "changeAgreement" : "signAgreement",
      fields,
      response: { id, version: agreement.version + 1 },
      writes: calendarOrders(deps, agreement, state, facts),
    });
  });
};

const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id));
