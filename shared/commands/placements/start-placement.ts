/** Starts a placement: one transaction claims the client, opens the first wait and orders the execution. */

import { processResponse } from "../../api/responses.ts";
import type { routes } from "../../api/routes.ts";
import { localDateOf } from "../../domain/calendar/instant.ts";
import { yearsBetween } from "../../domain/calendar/local-date.ts";
import { isValidOn } from "../../domain/certificates/certificate.ts";
import { saidTo } from "../../domain/clients/consent.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { mayCarry } from "../../domain/offices/staff.ts";
import { startPlacement as decideStart } from "../../domain/placements/start.ts";
import { actorName } from "../../store/audit.ts";
import { attemptPut, clientClaim } from "../../store/clients.ts";
import { earlierResponse, idempotencyPut } from "../idempotency.ts";
import { noProcessFacts, ruleContext } from "../office-times.ts";
import { type ProcessResponse, responseOf } from "../process/change-process.ts";
import { startWrites } from "../process/process-writes.ts";
import { commitWithRetry, type Plan } from "../process/retry.ts";
import { actorOf, officeOf, requireReach, type StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, START_BLOCKED with every blocker at once. */
export const startPlacement: StaffCommand<typeof routes.startPlacement> = (deps, { staff, body, idempotency }) =>
  commitWithRetry(deps, async (): Promise<Plan<ProcessResponse>> => {
    const stored = await deps.store.clients.client(body.clientId);
    requireReach(staff, "startPlacement", stored?.state, "client");
    if (!stored) throw notFound("client");
    const earlier = await earlierResponse(deps, idempotency, processResponse);
    if (earlier) return earlier;
    const { state: client } = stored;
    const office = await officeOf(deps, staff);
    const now = deps.now();
    const today = localDateOf(now, office.zone);
    const [consents, certificates, colleagues] = await Promise.all([
      deps.store.consents.ofClient(client.id),
      deps.store.certificates.ofClient(client.id),
      deps.store.staff.ofOffice(office.id),
    ]);
    // The client of an officer who has gone is from now on that of whoever starts.
    const isLeft = !colleagues.some((member) => member.id === client.officerId && mayCarry(member));
    const context = ruleContext(office, now, actorOf(staff), noProcessFacts);
    const decision = decideStart(
      deps.newId("placement"),
      {
        client,
        officeId: staff.officeId,
        officerId: staff.id,
        saidToProfiling: saidTo(consents, "PROFILING"),
        hasCertificate: certificates.some((certificate) => isValidOn(certificate, today)),
        age: yearsBetween(client.birthDate, today),
      },
      { withoutCertificate: body.withoutCertificate },
      context,
    );
    if (decision.kind !== "decided") throw decision.kind === "refused" ? decision.error : refusal("CONFLICT");
    const { state } = decision;
    const response = responseOf(state);
    return {
      kind: "write",
      response,
      writes: [
        ...startWrites(deps, decision, context),
        ...clientClaim(stored, {
          placementId: state.id,
          officerId: isLeft ? staff.id : client.officerId,
          at: now,
          actor: actorName(actorOf(staff)),
        }),
        attemptPut(client.id, state.attempt, state.id),
        ...idempotencyPut(idempotency, response, now),
      ],
    };
  });
