/** The employer's answer, taken by the officer. */
import type { routes } from "../../api/routes.ts";
import { answerProposal } from "../../domain/placements/employer-answer.ts";
import { changePlacement } from "../process/change-process.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { aboutOne, optionsOf } from "./change-placement.ts";

/** An employer's answer given by phone, WhatsApp or visit. It counts from when it was said, and takes effect at once. */
export const answerForEmployer: StaffCommand<typeof routes.answerForEmployer> = (deps, request) =>
  changePlacement(
    deps,
    request.params.id,
    optionsOf(request, request.body.receipt),
    aboutOne(request.body.vacancyId, ({ state, context }) =>
      answerProposal(state, request.body.answer, receiptAt(request.body.receipt, context.now).at, context),
    ),
  );
