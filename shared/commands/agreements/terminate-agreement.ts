/** Terminates an agreement, which recalls what is proposed under it. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: STATUS_CONFLICT where it is terminated already. */
export const terminateAgreement: StaffCommand<typeof routes.terminateAgreement> = (deps, request) =>
  changeRecord(deps, records.agreement, { request, action: "recordAgreement", id: request.params.id }, (agreement) => {
    const { id, status } = agreement;
    if (status === "TERMINATED") return refused(refusal("STATUS_CONFLICT", [{ code: status }]));
    return changed({
      state: { ...agreement, status: "TERMINATED" },
      event: "terminateAgreement",
      response: { id },
      effects: [{ kind: "FANOUT", ref: { topic: "AGREEMENT_TERMINATED", id, done: 0 } }],
    });
  });
