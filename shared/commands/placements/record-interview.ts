/** The time of an interview, or what came of it. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { agreeInterview, recordInterview as decideInterview, noteClientHeard } from "../../domain/placements/interview.ts";
import { refused } from "../../domain/process/decision.ts";
import { changePlacement } from "../process/change-process.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { aboutOne, optionsOf } from "./change-placement.ts";

/** The agreed time of an interview, or what came of it. */
export const recordInterview: StaffCommand<typeof routes.recordInterview> = (deps, request) => {
  const { body } = request;
  return changePlacement(
    deps,
    request.params.id,
    optionsOf(request, body.receipt),
    aboutOne(body.vacancyId, ({ state, context, wait }) => {
      // A new time asks the employer anew: it must not throw away what the employer has just said of the interview.
      if (body.kind !== "RESULT" && wait?.answer) return refused(refusal("ALREADY_ANSWERED"));
      if (body.kind === "AGREED") {
        const { kind: _, vacancyId: _about, receipt, ...time } = body;
        return agreeInterview(state, { ...time, how: receipt?.how }, context);
      }
      if (body.kind === "CLIENT_HEARD") {
        const { kind: _, vacancyId: _about, receipt: _receipt, excused, at, ...where } = body;
        if (!excused) return noteClientHeard(state, { excused }, context);
        if (at === undefined) return refused(refusal("REQUEST_INVALID", [{ code: "invalid_type", path: "at" }]));
        return noteClientHeard(state, { ...where, excused, at }, context);
      }
      return decideInterview(state, { result: body.result }, receiptAt(body.receipt, context.now).at, context);
    }),
  );
};
