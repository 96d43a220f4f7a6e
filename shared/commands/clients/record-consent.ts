/** Records that a client gave or withdrew a consent; a withdrawal recalls what is live at once (UU 27/2022 art. 22–24). */

import { created } from "../../api/answers.ts";
import type { routes } from "../../api/routes.ts";
import type { Client } from "../../domain/clients/client.ts";
import { consentTextVersion } from "../../domain/clients/consent.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { clientUpdate } from "../../store/clients.ts";
import { consentPut } from "../../store/consents.ts";
import { outboxPut } from "../../store/outbox.ts";
import { earlierAnswer, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, receiptAt, requireReach, type StaffCommand } from "../request.ts";

export const recordConsent: StaffCommand<typeof routes.recordConsent> = (deps, { staff, params, body, idempotency }) =>
  commitWithRetry(deps, async () => {
    const stored = await deps.store.clients.client(params.id);
    requireReach(staff, "recordConsent", stored?.state, "client");
    if (!stored) throw notFound("client");
    const earlier = await earlierAnswer(deps, idempotency, created);
    if (earlier) return earlier;
    const { state: client } = stored;
    const now = deps.now();
    if ((body.purpose === "EMPLOYER_SHARING") !== (body.employerId !== undefined))
      throw refusal("REQUEST_INVALID", [{ code: "consent.recipient", path: "employerId" }]);
    const given = receiptAt(body.receipt, now);
    const id = deps.newId("consent");
    const event = body.action === "GIVEN" ? "consentGiven" : "consentWithdrawn";
    const after: Client = { ...client, status: nextStatus(client, body) };
    const audit = auditPut(stored.auditHead, {
      aggregate: client.id,
      version: client.version + 1,
      at: now,
      actor: actorName(actorOf(staff)),
      event,
    });
    const receipt = consentPut({
      id,
      clientId: client.id,
      purpose: body.purpose,
      recipient: body.employerId ?? "-",
      action: body.action,
      textVersion: consentTextVersion,
      ...given,
      recordedBy: staff.id,
    });
    const recall =
      body.action === "WITHDRAWN"
        ? [
            outboxPut(
              deps.newId("outbox"),
              {
                kind: "FANOUT",
                ref: { topic: "CONSENT_WITHDRAWN", id: client.id, purpose: body.purpose, employerId: body.employerId, done: 0 },
              },
              now,
            ),
          ]
        : [];
    const answer = { id };
    return {
      kind: "write",
      answer,
      writes: [
        clientUpdate(client, after, audit.head),
        audit.write,
        receipt,
        ...recall,
        ...idempotencyPut(idempotency, answer, now),
      ],
    };
  });

function nextStatus(client: Client, body: { purpose: string; action: string }): Client["status"] {
  if (body.purpose === "PROFILING" && body.action === "GIVEN" && client.status === "REGISTERED") return "CONSENTED";
  return client.status;
}
