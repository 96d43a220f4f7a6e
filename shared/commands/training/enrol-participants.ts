/** Enrols clients in a batch, and lets others go, in one act: a class of twelve is one request. */
import type { routes } from "../../api/routes.ts";
import { type ErrorDetail, refusal } from "../../domain/errors.ts";
import type { Batch } from "../../domain/training/batch.ts";
import { enrol, leave, notIn } from "../../domain/training/participants.ts";
import { batchesIn } from "../../store/batches.ts";
import type { Deps } from "../deps.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import type { StaffCommand } from "../request.ts";
import { batchKind } from "./batch-kind.ts";

/**
 * All or none. Errors: STATUS_CONFLICT once the batch is over; REQUEST_INVALID with the place of each who is no client of the
 * office, has a seat in another batch on the same days, or leaves without taking part.
 */
export const enrolParticipants: StaffCommand<typeof routes.enrolParticipants> = (deps, request) => {
  const { params, body, staff } = request;
  const { id } = params;
  return changeRecord(deps, batchKind, { request, action: "enrolParticipants", id }, async (batch, { now }) => {
    if (batch.status !== "OPEN") return refused(refusal("STATUS_CONFLICT", [{ code: "training.over" }]));
    const faults = [
      ...(await enrolFaults(deps, batch, body.enrol, staff.officeId)),
      ...notIn(batch, body.leave, ["ENROLLED", "WAITING"], "leave"),
    ];
    if (faults.length > 0) return refused(refusal("REQUEST_INVALID", faults));
    const next = enrol(leave(batch, body.leave, now), body.enrol, now);
    if (next.participants === batch.participants) return unchanged({ id, version: batch.version });
    return changed({ state: next, event: "enrolParticipants", response: { id, version: batch.version + 1 } });
  });
};

async function enrolFaults(
  deps: Deps,
  batch: Batch,
  clientIds: readonly string[],
  officeId: string,
): Promise<readonly ErrorDetail[]> {
  const batches = batchesIn(deps.store.database);
  const clients = await deps.store.clients.clients(clientIds);
  const faults = await Promise.all(
    clientIds.map(async (clientId, at): Promise<readonly ErrorDetail[]> => {
      if (clients[at]?.officeId !== officeId) return [{ code: "client", path: `enrol.${at}` }];
      const elsewhere = (await batches.ofClient(clientId)).filter(
        ({ batchId, state }) => state === "ENROLLED" && batchId !== batch.id,
      );
      const others = await batches.batches(elsewhere.map(({ batchId }) => batchId));
      const overlaps = others.some(
        (other) => other?.status === "OPEN" && other.startsOn <= batch.endsOn && batch.startsOn <= other.endsOn,
      );
      return overlaps ? [{ code: "training.elsewhere", path: `enrol.${at}` }] : [];
    }),
  );
  return faults.flat();
}
