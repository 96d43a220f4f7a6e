/** Writes down who was absent on a day of a batch; the same day again is written anew. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { attend, notIn } from "../../domain/training/participants.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import type { StaffCommand } from "../request.ts";
import { batchKind } from "./batch-kind.ts";

/** Errors: STATUS_CONFLICT once it is over; REQUEST_INVALID for a day that is none of it or still to come, or somebody without a seat. */
export const recordAttendance: StaffCommand<typeof routes.recordAttendance> = (deps, request) => {
  const { params, body } = request;
  const { id } = params;
  return changeRecord(deps, batchKind, { request, action: "runTraining", id }, (batch, { today }) => {
    if (batch.status !== "OPEN") return refused(refusal("STATUS_CONFLICT", [{ code: "training.over" }]));
    const { day, absent } = body;
    if (day > today) return refused(refusal("REQUEST_INVALID", [{ code: "date.future", path: "day" }]));
    if (day < batch.startsOn || day > batch.endsOn)
      return refused(refusal("REQUEST_INVALID", [{ code: "training.no-day", path: "day" }]));
    const faults = notIn(batch, absent, ["ENROLLED"], "absent");
    if (faults.length > 0) return refused(refusal("REQUEST_INVALID", faults));
    return changed({
      state: attend(batch, day, absent),
      event: "recordAttendance",
      response: { id, version: batch.version + 1 },
    });
  });
};
