/** Records an agreement with an employer. */
import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import type { Agreement } from "../../domain/agreements/agreement.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { agreementPut } from "../../store/agreements.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, type StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND for an unknown employer, REQUEST_INVALID for dates in the wrong order or a signature without a day. */
export const recordAgreement: StaffCommand<typeof routes.recordAgreement> = (deps, { staff, body, idempotency }) =>
  commitWithRetry(deps, async () => {
    const earlier = await earlierAnswer(deps, idempotency, created);
    if (earlier) return earlier;
    if (!(await deps.store.employers.employer(body.employerId))) throw notFound("employer");
    if (body.validTo < body.validFrom) throw refusal("REQUEST_INVALID", [{ code: "date.order", path: "validTo" }]);
    if (body.status === "SIGNED" && !body.signedOn)
      throw refusal("REQUEST_INVALID", [{ code: "agreement.signedOn", path: "signedOn" }]);
    const now = deps.now();
    const id = deps.newId("agreement");
    const agreement: Agreement = { ...body, id, officeId: staff.officeId, version: 1 };
    const audit = auditPut("", {
      aggregate: id,
      version: 1,
      at: now,
      actor: actorName(actorOf(staff)),
      event: "recordAgreement",
    });
    const answer = { id };
    return {
      kind: "write",
      answer,
      writes: [agreementPut(undefined, agreement, audit.head), audit.write, ...idempotencyPut(idempotency, answer, now)],
    };
  });
