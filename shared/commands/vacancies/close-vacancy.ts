/** Closes a vacancy, which recalls what is live. */
import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { outboxPut } from "../../store/outbox.ts";
import { vacancyClose } from "../../store/vacancies.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, requireReach, type StaffCommand } from "../request.ts";

export const closeVacancy: StaffCommand<typeof routes.closeVacancy> = (deps, { staff, params, idempotency }) =>
  commitWithRetry(deps, async () => {
    const before = await deps.store.vacancies.vacancy(params.id);
    requireReach(staff, "closeVacancy", before, "vacancy");
    if (!before) throw notFound("vacancy");
    const earlier = await earlierAnswer(deps, idempotency, created);
    if (earlier) return earlier;
    if (before.status === "CLOSED") throw refusal("STATUS_CONFLICT", [{ code: before.status }]);
    const now = deps.now();
    const audit = auditPut(before.auditHead, {
      aggregate: before.id,
      version: before.version + 1,
      at: now,
      actor: actorName(actorOf(staff)),
      event: "closeVacancy",
    });
    const recall = outboxPut(
      deps.newId("outbox"),
      { kind: "FANOUT", ref: { topic: "VACANCY_CLOSED", id: before.id, done: 0 } },
      now,
    );
    const answer = { id: before.id };
    return {
      kind: "write",
      answer,
      writes: [vacancyClose(before, audit.head), audit.write, recall, ...idempotencyPut(idempotency, answer, now)],
    };
  });
