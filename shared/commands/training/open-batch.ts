/** Opens a batch of a training: from now on people can be enrolled. */
import type { routes } from "../../api/routes.ts";
import type { Batch } from "../../domain/training/batch.ts";
import { createRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import type { StaffCommand } from "../request.ts";
import { batchKind } from "./batch-kind.ts";
import { batchFault } from "./whose-batch.ts";

/** Errors: REQUEST_INVALID for days in the wrong order, NOT_FOUND for an unknown organisation, employer, or agreement of the office. */
export const openBatch: StaffCommand<typeof routes.openBatch> = (deps, request) =>
  createRecord(deps, batchKind, { request, action: "runTraining" }, async ({ now }) => {
    const { staff, body } = request;
    const fault = await batchFault(deps, { ...body, officeId: staff.officeId });
    if (fault) return refused(fault);
    const id = deps.newId("batch");
    const state: Batch = {
      ...body,
      id,
      officeId: staff.officeId,
      cancelled: false,
      status: "OPEN",
      participants: [],
      attendance: [],
      openedBy: staff.id,
      openedAt: now,
      version: 1,
    };
    return changed({ state, event: "openBatch", response: { id } });
  });
