/** Mends a batch, field by field, or calls it off. More seats are taken by whoever waits. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { withChanges } from "../../domain/record/fields.ts";
import { moveUp, seatsTaken } from "../../domain/training/participants.ts";
import { changedFields } from "../../store/record.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import type { StaffCommand } from "../request.ts";
import { batchKind } from "./batch-kind.ts";
import { batchFault } from "./whose-batch.ts";

/**
 * Errors: CONFLICT with the newer record where another version was seen; STATUS_CONFLICT once it is over; REQUEST_INVALID for fewer
 * seats than are taken, or days in the wrong order; NOT_FOUND as where it is opened.
 */
export const changeBatch: StaffCommand<typeof routes.changeBatch> = (deps, request) => {
  const { params, body } = request;
  const { id } = params;
  const options = { request, action: "runTraining", id, expectedVersion: body.version } as const;
  return changeRecord(deps, batchKind, options, async (batch, { now }) => {
    if (batch.status !== "OPEN") return refused(refusal("STATUS_CONFLICT", [{ code: "training.over" }]));
    const next = withChanges(batch, body.changes);
    const fields = changedFields(batch, next);
    if (fields.length === 0) return unchanged({ id, version: batch.version });
    const taken = seatsTaken(batch);
    if (next.seats < taken)
      return refused(refusal("REQUEST_INVALID", [{ code: "training.seats-taken", path: "changes.seats", value: String(taken) }]));
    const fault = await batchFault(deps, next, "changes.");
    if (fault) return refused(fault);
    return changed({ state: moveUp(next, now), event: "changeBatch", fields, response: { id, version: batch.version + 1 } });
  });
};
