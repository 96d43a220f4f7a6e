/** Opens a vacancy, which wakes who waits for one. */
import type { routes } from "../../api/routes.ts";
import { partiesOf } from "../../domain/agreements/agreement.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { printsOf } from "../../domain/vacancies/follow-posting.ts";
import { textWarnings } from "../../domain/vacancies/vacancy.ts";
import { wageWarnings } from "../../domain/vacancies/wage.ts";
import { withinOfficePuts } from "../../store/unverified-vacancies.ts";
import type { OfferedVacancy } from "../../store/vacancies.ts";
import { survivorOf } from "../employers/survivor.ts";
import { createRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";
import { calendarOrders } from "./calendar-orders.ts";

/**
 * Opens a vacancy. That of an employer whom no second person has verified stays within the office. One that came from Karirhub is opened once: the response to the same reference names the vacancy that it became.
 * Errors: NOT_FOUND for an unknown employer or agreement, REQUEST_INVALID where it is no longer valid today.
 */
export const openVacancy: StaffCommand<typeof routes.openVacancy> = (deps, request) =>
  createRecord(deps, records.vacancy, { request, action: "openVacancy" }, async (facts) => {
    const { now, today } = facts;
    const { staff, body } = request;
    const known = body.karirhubRef ? await deps.store.vacancies.fromKarirhub(body.karirhubRef) : undefined;
    if (known) return unchanged({ id: known.vacancyId, warnings: ["vacancy.known"] });
    const employer = await survivorOf(deps, body.employerId);
    if (!employer) return refused(notFound("employer"));
    const agreement = body.agreementId ? await deps.store.agreements.agreement(body.agreementId) : undefined;
    if (body.agreementId && (agreement?.officeId !== staff.officeId || !partiesOf(agreement).includes(employer.id)))
      return refused(notFound("agreement"));
    const over = body.validUntil < today;
    // An import keeps what has run out as a closed record, so that the next import knows it; a person's slip is refused.
    if (over && !body.karirhubRef) return refused(refusal("REQUEST_INVALID", [{ code: "date.past", path: "validUntil" }]));
    const id = deps.newId("vacancy");
    const { unverified } = employer;
    const warnings = [
      ...(over ? ["vacancy.expired"] : []),
      ...(unverified ? ["employer.unverified"] : []),
      ...wageWarnings(body, today),
      ...textWarnings(body),
    ];
    const state: OfferedVacancy = {
      ...body,
      id,
      employerId: employer.id,
      employerName: employer.legalName,
      offeredBy: employer,
      officeId: staff.officeId,
      provinceCode: body.regencyCode.slice(0, 2),
      seatsFree: body.seats,
      withinOffice: unverified,
      ...(body.karirhubRef && { imported: printsOf(body) }),
      ...(over ? { status: "CLOSED" as const, closedBecause: "EXPIRED" as const } : { status: "OPEN" as const }),
      openedAt: now,
      openedBy: staff.id,
      version: 1,
    };
    return changed({
      state,
      event: "openVacancy",
      response: warnings.length > 0 ? { id, warnings } : { id },
      writes: [...(unverified ? withinOfficePuts(employer, id) : []), ...calendarOrders(deps, undefined, state, facts)],
      effects: over ? [] : [{ kind: "FANOUT", ref: { topic: "VACANCY_OPENED", id, done: 0 } }],
    });
  });
