/** The officer notes that an employer was reached, or has the open question sent anew. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { askAnew, noteReached } from "../../domain/placements/reach.ts";
import { refused } from "../../domain/process/decision.ts";
import { changePlacement } from "../process/change-process.ts";
import type { StaffCommand } from "../request.ts";
import { aboutOne, optionsOf } from "./change-placement.ts";

/** The employer was called, and knows of the question: its time begins now. Errors: STATUS_CONFLICT where no call was due. */
export const noteEmployerReached: StaffCommand<typeof routes.noteEmployerReached> = (deps, request) =>
  changePlacement(
    deps,
    request.params.id,
    optionsOf(request, request.body.receipt),
    aboutOne(request.body.vacancyId, ({ state, context }) => noteReached(state, context)),
  );

/** Sends the open question anew. Errors: ALREADY_ANSWERED where an answer by link waits for its ten minutes. */
export const askEmployerAnew: StaffCommand<typeof routes.askEmployerAnew> = (deps, request) =>
  changePlacement(
    deps,
    request.params.id,
    optionsOf(request),
    aboutOne(request.body.vacancyId, ({ state, context, wait }) =>
      wait?.answer ? refused(refusal("ALREADY_ANSWERED")) : askAnew(state, context),
    ),
  );
