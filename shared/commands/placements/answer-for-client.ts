/** The client's answer, taken by the officer. */
import type { routes } from "../../api/routes.ts";
import { withdrawalBars } from "../../domain/clients/consent.ts";
import { refusal } from "../../domain/errors.ts";
import { answerAsClient } from "../../domain/placements/client-answer.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { type Decision, refused } from "../../domain/process/decision.ts";
import { changePlacement, type Loaded } from "../process/change-process.ts";
import { decideOnWord } from "../process/words.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";

type Body = Parameters<typeof answerForClient>[1]["body"];

/** The client's yes or no to each employer, taken in one sitting by the officer. Errors: ANSWER_INCOMPLETE, DEADLINE_PASSED, WORD_BEFORE_QUESTION, CONSENT_WITHDRAWN. */
export const answerForClient: StaffCommand<typeof routes.answerForClient> = (deps, request) =>
  changePlacement(deps, request.params.id, optionsOf(request, request.body.receipt), (loaded) => answer(loaded, request.body));

function answer(loaded: Loaded<Placement>, { answers, receipt }: Body): Decision<Placement> | Promise<Decision<Placement>> {
  const given = receiptAt(receipt, loaded.context.now);
  return decideOnWord(loaded, given.at, "CLIENT", () => {
    const { state, context, consents } = loaded;
    const employerOf = (vacancyId: string): string | undefined =>
      state.shortlist.findLast((entry) => entry.vacancyId === vacancyId)?.employerId;
    // What was taken back after this yes was said holds, whichever of the two is recorded last.
    const takenBack = answers.filter(({ accepts, vacancyId }) => {
      const employerId = accepts ? employerOf(vacancyId) : undefined;
      return employerId !== undefined && withdrawalBars(consents, employerId, given.at);
    });
    if (takenBack.length > 0)
      return refused(
        refusal(
          "CONSENT_WITHDRAWN",
          takenBack.map(({ vacancyId }) => ({ code: "VACANCY", value: vacancyId })),
        ),
      );
    return answerAsClient(state, { answers, given }, context);
  });
}
