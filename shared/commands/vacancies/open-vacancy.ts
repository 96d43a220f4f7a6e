/** Opens a vacancy, which wakes who waits for one. */
import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { outboxPut } from "../../store/outbox.ts";
import { vacancyPut } from "../../store/vacancies.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { todayIn } from "../office-times.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, officeOf, type StaffCommand } from "../request.ts";

/**
 * Opens a vacancy. One that came from Karirhub is opened once: the same reference answers with the vacancy that it became.
 * Errors: NOT_FOUND for an unknown employer or agreement, REQUEST_INVALID where it is no longer valid today.
 */
export const openVacancy: StaffCommand<typeof routes.openVacancy> = (deps, { staff, body, idempotency }) =>
  commitWithRetry(deps, async () => {
    const earlier = await earlierAnswer(deps, idempotency, created);
    if (earlier) return earlier;
    const known = body.karirhubRef ? await deps.store.vacancies.fromKarirhub(body.karirhubRef) : undefined;
    if (known) return { kind: "done", answer: { id: known.vacancyId, warnings: ["vacancy.known"] } };
    const employer = await deps.store.employers.employer(body.employerId);
    if (!employer) throw notFound("employer");
    const agreement = body.agreementId ? await deps.store.agreements.agreement(body.agreementId) : undefined;
    if (body.agreementId && (agreement?.officeId !== staff.officeId || agreement.employerId !== employer.id))
      throw notFound("agreement");
    const now = deps.now();
    const over = body.validUntil < todayIn(await officeOf(deps, staff), now);
    // An import keeps what has run out as a closed record, so that the next import knows it; a person's slip is refused.
    if (over && !body.karirhubRef) throw refusal("REQUEST_INVALID", [{ code: "date.past", path: "validUntil" }]);
    const id = deps.newId("vacancy");
    const vacancy: Vacancy = {
      ...body,
      id,
      employerName: employer.legalName,
      officeId: staff.officeId,
      provinceCode: body.regencyCode.slice(0, 2),
      seatsFree: body.seats,
      status: over ? "CLOSED" : "OPEN",
      openedAt: now,
      version: 1,
    };
    const audit = auditPut("", { aggregate: id, version: 1, at: now, actor: actorName(actorOf(staff)), event: "openVacancy" });
    const waking = outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref: { topic: "VACANCY_OPENED", id, done: 0 } }, now);
    const answer = over ? { id, warnings: ["vacancy.expired"] } : { id };
    return {
      kind: "write",
      answer,
      writes: [
        ...vacancyPut(vacancy, employer, audit.head),
        audit.write,
        ...(over ? [] : [waking]),
        ...idempotencyPut(idempotency, answer, now),
      ],
    };
  });
