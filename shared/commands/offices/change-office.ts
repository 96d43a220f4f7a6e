/** Changes what an office may set itself. It holds for what begins from now on: what waits keeps its deadline. */
import type { routes } from "../../api/routes.ts";
import type { Office } from "../../domain/offices/office.ts";
import { withChanges } from "../../domain/record/fields.ts";
import { changedFields } from "../../store/record.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import type { StaffCommand } from "../request.ts";

/** Errors: CONFLICT with the newer record where another version was seen; NOT_ALLOWED for who is no supervisor. */
export const changeOffice: StaffCommand<typeof routes.changeOffice> = (deps, request) => {
  const { staff, body } = request;
  const { deadlines = {}, ...others } = body.changes;
  const id = staff.officeId;
  return changeRecord(deps, records.office, { request, action: "changeOffice", id, expectedVersion: body.version }, (office) => {
    const state: Office = { ...withChanges(office, others), deadlines: withChanges(office.deadlines, deadlines) };
    const fields = changedFields(office, state).flatMap((name) =>
      name === "deadlines" ? changedFields(office.deadlines, state.deadlines).map((deadline) => `deadlines.${deadline}`) : [name],
    );
    if (fields.length === 0) return unchanged({ id, version: office.version });
    return changed({ state, event: "changeOffice", fields, response: { id, version: office.version + 1 } });
  });
};
