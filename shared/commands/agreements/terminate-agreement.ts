/** Terminates an agreement, which recalls what is proposed under it. */
import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import type { Agreement } from "../../domain/agreements/agreement.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { agreementPut } from "../../store/agreements.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { outboxPut } from "../../store/outbox.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, requireReach, type StaffCommand } from "../request.ts";

export const terminateAgreement: StaffCommand<typeof routes.terminateAgreement> = (deps, { staff, params, idempotency }) =>
  commitWithRetry(deps, async () => {
    const before = await deps.store.agreements.agreement(params.id);
    requireReach(staff, "recordAgreement", before, "agreement");
    if (!before) throw notFound("agreement");
    const earlier = await earlierAnswer(deps, idempotency, created);
    if (earlier) return earlier;
    if (before.status === "TERMINATED") throw refusal("STATUS_CONFLICT", [{ code: before.status }]);
    const now = deps.now();
    const after: Agreement = { ...before, status: "TERMINATED", version: before.version + 1 };
    const audit = auditPut(before.auditHead, {
      aggregate: before.id,
      version: after.version,
      at: now,
      actor: actorName(actorOf(staff)),
      event: "terminateAgreement",
    });
    const recall = outboxPut(
      deps.newId("outbox"),
      { kind: "FANOUT", ref: { topic: "AGREEMENT_TERMINATED", id: before.id, done: 0 } },
      now,
    );
    const answer = { id: before.id };
    return {
      kind: "write",
      answer,
      writes: [agreementPut(before, after, audit.head), audit.write, recall, ...idempotencyPut(idempotency, answer, now)],
    };
  });
