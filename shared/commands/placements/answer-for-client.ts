/** The client's answer, taken by the officer. */
import type { routes } from "../../api/routes.ts";
import { answerAsClient } from "../../domain/placements/client-answer.ts";
import { changePlacement } from "../process/change-process.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";

/** The client's yes or no to each employer, taken in one sitting by the officer. Errors: ANSWER_INCOMPLETE, DEADLINE_PASSED. */
export const answerForClient: StaffCommand<typeof routes.answerForClient> = (deps, request) =>
  changePlacement(deps, request.params.id, optionsOf(request, request.body.receipt), ({ state, context }) =>
    answerAsClient(state, { answers: request.body.answers, given: receiptAt(request.body.receipt, context.now) }, context),
  );
