/** Employers and agreements: recorded by staff, with an audit of who. */

import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import type { Agreement, Employer } from "../../domain/employer.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { agreementPut, employerPuts } from "../../store/employers.ts";
import { outboxPut } from "../../store/outbox.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { actorOf, requireReach, type StaffCommand } from "../request.ts";
import { commitWithRetry } from "../retry.ts";
import { sealNumber, withoutNumber } from "../seal-number.ts";

/** Registers an employer; the NPWP is sealed at once. One of Karirhub that is known already answers with what it became. */
export const registerEmployer: StaffCommand<typeof routes.registerEmployer> = async (
  deps,
  { staff, body, idempotency: given },
) => {
  const idempotency = await withoutNumber(deps, given, body, "npwp");
  return commitWithRetry(deps, async () => {
    const earlier = await earlierAnswer(deps, idempotency, created);
    if (earlier) return earlier;
    const known = body.karirhubRef ? await deps.store.employers.employerFromKarirhub(body.karirhubRef) : undefined;
    if (known) return { kind: "done", answer: { id: known.employerId, warnings: ["employer.known"] } };
    const now = deps.now();
    const id = deps.newId("employer");
    const employer: Employer = {
      ...body,
      id,
      npwp: body.npwp && (await sealNumber(deps, body.npwp, id)),
      provinceCode: body.regencyCode.slice(0, 2),
      contact: { ...body.contact, id: deps.newId("contact") },
      optOut: false,
      registeredBy: staff.id,
      version: 1,
    };
    const audit = auditPut("", {
      aggregate: id,
      version: 1,
      at: now,
      actor: actorName(actorOf(staff)),
      event: "registerEmployer",
    });
    const answer = { id };
    return {
      kind: "write",
      answer,
      writes: [...employerPuts(employer, audit.head), audit.write, ...idempotencyPut(idempotency, answer, now)],
    };
  });
};

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

export const terminateAgreement: StaffCommand<typeof routes.terminateAgreement> = (deps, { staff, params, idempotency }) =>
  commitWithRetry(deps, async () => {
    const before = await deps.store.employers.agreement(params.id);
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
