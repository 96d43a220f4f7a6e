/** Hands all that is with a member of staff over to another, in one act; the relay does it page by page. */
import type { routes } from "../../api/routes.ts";
import { notFound } from "../../domain/errors.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";
import { refuseReceiver } from "./receiver.ts";

/** Errors: NOT_FOUND, REQUEST_INVALID where the other cannot carry it. */
export const handOverWork: StaffCommand<typeof routes.handOverWork> = (deps, { staff, params, body, idempotency }) =>
  changeRecord(
    deps,
    records.office,
    { request: { staff, idempotency }, action: "handOver", id: staff.officeId },
    async (office) => {
      const colleagues = await deps.store.staff.ofOffice(office.id);
      if (!colleagues.some(({ id }) => id === params.id)) return refused(notFound("staff"));
      const error = refuseReceiver(colleagues, body.to, params.id, "to");
      if (error) return refused(error);
      const ref = {
        topic: "WORK_HANDED_OVER",
        id: params.id,
        officeId: office.id,
        to: body.to,
        by: staff.id,
        at: deps.now(),
        done: 0,
      } as const;
      return changed({
        state: office,
        event: "handOverWork",
        told: { about: [params.id, body.to] },
        response: { id: params.id },
        effects: [{ kind: "FANOUT", ref }],
      });
    },
  );
