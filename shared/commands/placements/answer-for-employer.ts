/** The employer's answer, taken by the officer. */
import type { routes } from "../../api/routes.ts";
import { instantOf } from "../../domain/calendar/instant.ts";
import { workingDaysBefore } from "../../domain/calendar/working-days.ts";
import { barsSharingWith } from "../../domain/clients/consent.ts";
import { answerProposal } from "../../domain/placements/employer-answer.ts";
import { reopenable, takeLateYes } from "../../domain/placements/late-yes.ts";
import { currentEntry, type Placement } from "../../domain/placements/placement.ts";
import type { Decision } from "../../domain/process/decision.ts";
import { todayIn } from "../office-times.ts";
import { changePlacement, type Loaded } from "../process/change-process.ts";
import { decideOnWord } from "../process/words.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { aboutOne, optionsOf } from "./change-placement.ts";

/** How many working days back an answer counts that was given in time and is recorded when its question is over. */
const daysBack = 10;

/**
 * An employer's answer given by phone, WhatsApp or visit. It counts from when it was said, and takes effect at once. A yes is also
 * taken of an employer that dropped out: where nobody else is asked by now, or the officer lets that one go for it.
 */
export const answerForEmployer: StaffCommand<typeof routes.answerForEmployer> = (deps, request) => {
  const { vacancyId, answer, receipt, insteadOf } = request.body;
  const inTurn = aboutOne(vacancyId, (loaded: Loaded<Placement>) => {
    const { at } = receiptAt(receipt, loaded.context.now);
    return decideOnWord(loaded, at, "EMPLOYER", () => answerProposal(loaded.state, answer, at, loaded.context));
  });
  const decide = (loaded: Loaded<Placement>): Decision<Placement> | Promise<Decision<Placement>> => {
    const { state, context, office } = loaded;
    const isLate = vacancyId !== undefined && currentEntry(state)?.vacancyId !== vacancyId && reopenable(state, vacancyId);
    if (!isLate || answer.choice === "DECLINE") return inTurn(loaded);
    return takeLateYes(
      state,
      {
        vacancyId,
        answer,
        saidAt: receiptAt(receipt, context.now).at,
        earliest: instantOf(workingDaysBefore(todayIn(office, context.now), daysBack), 0, office.zone),
        insteadOf,
      },
      !barsSharingWith(loaded.consents, isLate.employerId),
      context,
    );
  };
  return changePlacement(
    deps,
    request.params.id,
    { ...optionsOf(request, receipt), alsoVacancies: () => (vacancyId === undefined ? [] : [vacancyId]) },
    decide,
  );
};
