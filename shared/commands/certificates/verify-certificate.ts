/** A second person has seen the certificate: it counts from now on, and a placement that waited for it goes on. */

import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import type { Certificate } from "../../domain/certificates/certificate.ts";
import type { Client } from "../../domain/clients/client.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { certificateVerify } from "../../store/certificates.ts";
import { clientUpdate } from "../../store/clients.ts";
import { outboxPut } from "../../store/outbox.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { todayIn } from "../office-times.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, officeOf, requireReach, type StaffCommand } from "../request.ts";

/** Errors: SECOND_PERSON_REQUIRED, CERTIFICATE_EXPIRED, CERTIFICATE_NOT_COMPETENT, ALREADY_ANSWERED where it is verified. */
export const verifyCertificate: StaffCommand<typeof routes.verifyCertificate> = (deps, { staff, params, idempotency }) =>
  commitWithRetry(deps, async () => {
    const certificate = await deps.store.certificates.certificate(params.id);
    requireReach(staff, "verifyCertificate", certificate, "certificate");
    const stored = certificate ? await deps.store.clients.client(certificate.clientId) : undefined;
    if (!certificate || !stored) throw notFound("certificate");
    const earlier = await earlierAnswer(deps, idempotency, created);
    if (earlier) return earlier;
    const now = deps.now();
    const today = todayIn(await officeOf(deps, staff), now);
    if (certificate.recordedBy === staff.id) throw refusal("SECOND_PERSON_REQUIRED");
    if (certificate.verifiedAt) throw refusal("ALREADY_ANSWERED");
    if (certificate.result !== "COMPETENT") throw refusal("CERTIFICATE_NOT_COMPETENT");
    if (certificate.expiresOn < today) throw refusal("CERTIFICATE_EXPIRED");
    const { state: client } = stored;
    const counts = certificate.kind === "COMPETENCE";
    const verified: Certificate = { ...certificate, verifiedBy: staff.id, verifiedAt: now, version: certificate.version + 1 };
    const after: Client = counts ? { ...client, status: "CERTIFIED" } : client;
    const audit = auditPut(stored.auditHead, {
      aggregate: client.id,
      version: client.version + 1,
      at: now,
      actor: actorName(actorOf(staff)),
      event: "verifyCertificate",
    });
    const goOn = counts
      ? [outboxPut(deps.newId("outbox"), { kind: "FANOUT", ref: { topic: "CERTIFICATE_VERIFIED", id: client.id, done: 0 } }, now)]
      : [];
    const answer = { id: certificate.id };
    return {
      kind: "write",
      answer,
      writes: [
        certificateVerify(certificate, verified),
        clientUpdate(client, after, audit.head),
        audit.write,
        ...goOn,
        ...idempotencyPut(idempotency, answer, now),
      ],
    };
  });
