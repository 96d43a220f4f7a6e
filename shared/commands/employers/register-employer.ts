/** Registers an employer. */
import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { employerPuts } from "../../store/employers.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, type StaffCommand } from "../request.ts";
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
    const known = body.karirhubRef ? await deps.store.employers.fromKarirhub(body.karirhubRef) : undefined;
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
