/** The time of an interview, or what came of it. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { agreeInterview, recordInterview as decideInterview } from "../../domain/placements/interview.ts";
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
    optionsOf(request, body.kind === "RESULT" ? body.receipt : undefined),
    aboutOne(body.vacancyId, ({ state, context, wait }) => {
      if (body.kind === "AGREED")
        // A new time asks the employer anew: it must not throw away what the employer has just said of the interview.
        return wait?.answer ? refused(refusal("ALREADY_ANSWERED")) : agreeInterview(state, body.at, context);
      return decideInterview(state, { result: body.result }, receiptAt(body.receipt, context.now).at, context);
    }),
  );
};
