/** Closes a vacancy, which recalls what is live. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: STATUS_CONFLICT where it is closed already. */
export const closeVacancy: StaffCommand<typeof routes.closeVacancy> = (deps, request) =>
  changeRecord(deps, records.vacancy, { request, action: "closeVacancy", id: request.params.id }, (vacancy) => {
    const { id, status } = vacancy;
    if (status === "CLOSED") return refused(refusal("STATUS_CONFLICT", [{ code: status }]));
    return changed({
      state: { ...vacancy, status: "CLOSED", closedBecause: "OFFICER" },
      event: "closeVacancy",
      response: { id },
      effects: [{ kind: "FANOUT", ref: { topic: "VACANCY_CLOSED", id, done: 0 } }],
    });
  });
