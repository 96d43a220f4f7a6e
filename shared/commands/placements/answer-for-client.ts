/** The client's answer, taken by the officer. */
import type { routes } from "../../api/routes.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import { withdrawalBars } from "../../domain/clients/consent.ts";
import { refusal } from "../../domain/errors.ts";
import { answerAsClient, answerLateAsClient } from "../../domain/placements/client-answer.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { type Decision, refused } from "../../domain/process/decision.ts";
import type { Deps } from "../deps.ts";
import { changePlacement, type Loaded } from "../process/change-process.ts";
import { decideOnWord } from "../process/words.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";

type Body = Parameters<typeof answerForClient>[1]["body"];

/**
 * The client's yes or no to each employer, taken in one sitting by the officer; also of one who was silent, until the officer has
 * decided without it. Errors: ANSWER_INCOMPLETE, DEADLINE_PASSED, WORD_BEFORE_QUESTION, CONSENT_WITHDRAWN.
 */
export const answerForClient: StaffCommand<typeof routes.answerForClient> = (deps, request) =>
  changePlacement(deps, request.params.id, optionsOf(request, request.body.receipt), async (loaded) => {
    if (loaded.state.status !== "AWAITING_REVIEW") return answer(loaded, request.body, answerAsClient);
    // The question is the client's, whose wait is over, and not the officer's that is open now.
    const questionOpenedAt = await clientAskedAt(deps, loaded.state);
    return answer({ ...loaded, questionOpenedAt }, request.body, answerLateAsClient);
  });

/** When the question was put to the client that silence ended: the first of the waits for it just before the officer's. */
async function clientAskedAt(deps: Deps, { id, waitNo, stage }: Placement): Promise<Instant | undefined> {
  let askedAt: Instant | undefined;
  for (let before = waitNo - stage; before > 0; before -= 1) {
    const wait = await deps.store.waits.wait(id, before);
    if (wait?.kind !== "AWAITING_CLIENT") break;
    askedAt = wait.openedAt;
  }
  return askedAt;
}

function answer(
  loaded: Loaded<Placement>,
  { answers, receipt }: Body,
  decide: typeof answerAsClient,
): Decision<Placement> | Promise<Decision<Placement>> {
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
    return decide(state, { answers, given }, context);
  });
}
