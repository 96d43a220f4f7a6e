/** Hands a client over to another officer of the office, with all that is under way. */
import type { routes } from "../../api/routes.ts";
import { refuseReceiver } from "../offices/receiver.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: NOT_FOUND, REQUEST_INVALID where the other cannot carry it. */
export const handOverClient: StaffCommand<typeof routes.handOverClient> = (deps, { staff, params, body, idempotency }) =>
  changeRecord(deps, records.client, { request: { staff, idempotency }, action: "handOver", id: params.id }, async (client) => {
    const error = refuseReceiver(await deps.store.staff.ofOffice(client.officeId), body.to, "", "to");
    if (error) return refused(error);
    return changed({
      state: { ...client, officerId: body.to, officerSince: deps.now() },
      event: "handOver",
      fields: ["officerId"],
      told: { about: body.to },
      response: { id: client.id },
      effects: [
        {
          kind: "FANOUT",
          ref: { topic: "CLIENT_HANDED_OVER", id: client.id, to: body.to, by: staff.id, from: client.officerId, at: deps.now() },
        },
      ],
    });
  });
