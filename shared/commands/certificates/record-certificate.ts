/** Records a certificate as it was shown; it counts once a second person has verified it. */

import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import { addMonths } from "../../domain/calendar/local-date.ts";
import type { Certificate } from "../../domain/certificates/certificate.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { certificatePuts } from "../../store/certificates.ts";
import { clientUpdate } from "../../store/clients.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { todayIn } from "../office-times.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, officeOf, requireReach, type StaffCommand } from "../request.ts";

/** How long a competence certificate is valid where it names no end. */
const defaultValidityMonths = 36;

/** Errors: CERTIFICATE_TAKEN where the number is recorded already, REQUEST_INVALID for an issue in the future. */
export const recordCertificate: StaffCommand<typeof routes.recordCertificate> = (deps, { staff, params, body, idempotency }) =>
  commitWithRetry(
    deps,
    async () => {
      const stored = await deps.store.clients.client(params.id);
      requireReach(staff, "recordCertificate", stored?.state, "client");
      if (!stored) throw notFound("client");
      const earlier = await earlierAnswer(deps, idempotency, created);
      if (earlier) return earlier;
      const { state: client } = stored;
      const now = deps.now();
      const today = todayIn(await officeOf(deps, staff), now);
      if (body.issuedOn > today) throw refusal("REQUEST_INVALID", [{ code: "date.future", path: "issuedOn" }]);
      const expiresOn = body.expiresOn ?? addMonths(body.issuedOn, defaultValidityMonths);
      if (expiresOn <= body.issuedOn) throw refusal("REQUEST_INVALID", [{ code: "date.order", path: "expiresOn" }]);
      const certificate: Certificate = {
        ...body,
        id: deps.newId("certificate"),
        clientId: client.id,
        officeId: client.officeId,
        expiresOn,
        recordedBy: staff.id,
        recordedAt: now,
        version: 1,
      };
      const audit = auditPut(stored.auditHead, {
        aggregate: client.id,
        version: client.version + 1,
        at: now,
        actor: actorName(actorOf(staff)),
        event: "recordCertificate",
      });
      const answer = { id: certificate.id };
      return {
        kind: "write",
        answer,
        writes: [
          clientUpdate(client, client, audit.head),
          audit.write,
          ...certificatePuts(certificate),
          ...idempotencyPut(idempotency, answer, now),
        ],
      };
    },
    { certificateNumber: () => refusal("CERTIFICATE_TAKEN") },
  );
