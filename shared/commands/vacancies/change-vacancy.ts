/** Mends a vacancy, field by field; rankings, proposals and who waits follow. */
import type { routes } from "../../api/routes.ts";
import { partiesOf } from "../../domain/agreements/agreement.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { provinceOf } from "../../domain/identifiers/region-code.ts";
import { withChanges } from "../../domain/record/fields.ts";
import { isMendable } from "../../domain/vacancies/acts.ts";
import { textWarnings } from "../../domain/vacancies/vacancy.ts";
import { wageWarnings } from "../../domain/vacancies/wage.ts";
import { changedFields } from "../../store/record.ts";
import type { OfferedVacancy } from "../../store/vacancies.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";
import { calendarOrders } from "./calendar-orders.ts";
import { ordersOf } from "./orders-of-change.ts";

/**
 * Errors: CONFLICT with the newer record where another version was seen; STATUS_CONFLICT where it is closed, unless it ran out and
 * gets a later last day, or nothing but wage and days is mended; REQUEST_INVALID for fewer seats than are taken or a day that has passed; NOT_FOUND for an agreement of
 * another office or employer.
 */
export const changeVacancy: StaffCommand<typeof routes.changeVacancy> = (deps, request) => {
  const { staff, params, body } = request;
  const { id } = params;
  const options = { request, action: "changeVacancy", id, expectedVersion: body.version } as const;
  return changeRecord(deps, records.vacancy, options, async (vacancy, facts) => {
    const { today } = facts;
    const { status, closedBecause } = vacancy;
    // What has run out is opened again by a later last day, and by nothing else.
    const reopens = status === "CLOSED" && closedBecause === "EXPIRED" && body.changes.validUntil !== undefined;
    const mendable = Object.keys(body.changes).every((name) => isMendable(reopens ? vacancy : { status }, name));
    if (status === "CLOSED" && !mendable) return refused(refusal("STATUS_CONFLICT", [{ code: status }]));
    const { agreementId, validUntil } = body.changes;
    if (validUntil !== undefined && validUntil < today) return invalid("date.past", "changes.validUntil");
    if (agreementId) {
      const agreement = await deps.store.agreements.agreement(agreementId);
      if (agreement?.officeId !== staff.officeId || !partiesOf(agreement).includes(vacancy.employerId))
        return refused(notFound("agreement"));
    }
    const next = withChanges(vacancy, body.changes);
    const taken = vacancy.seats - vacancy.seatsFree;
    if (next.seats < taken) return invalid("seats.taken", "changes.seats", String(taken));
    const state: OfferedVacancy = {
      ...next,
      provinceCode: provinceOf(next.regencyCode),
      seatsFree: next.seats - taken,
      ...(reopens ? { status: "OPEN", closedBecause: undefined } : {}),
    };
    const fields = changedFields(vacancy, state).filter((name) => name in body.changes);
    const warnings = [
      ...(fields.includes("wage") ? wageWarnings(state, today) : []),
      ...(fields.includes("description") ? textWarnings(state) : []),
    ];
    if (fields.length === 0) return unchanged({ id, version: vacancy.version });
    return changed({
      state,
      event: "changeVacancy",
      fields,
      response: { id, version: vacancy.version + 1, ...(warnings.length > 0 && { warnings }) },
      writes: calendarOrders(deps, vacancy, state, facts),
      effects: (state.status === "OPEN" ? ordersOf(vacancy, state, fields) : []).map((ref) => ({ kind: "FANOUT", ref })),
    });
  });
};

const invalid = (code: string, path: string, value?: string) =>
  refused(refusal("REQUEST_INVALID", [{ code, path, ...(value === undefined ? {} : { value }) }]));
