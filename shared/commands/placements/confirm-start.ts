/** The officer's word that work has begun, or that it has not. */
import type { routes } from "../../api/routes.ts";
import { confirmStart as decideStart, noteNoStart } from "../../domain/placements/confirmation.ts";
import { currentEntry, type Placement } from "../../domain/placements/placement.ts";
import type { Decision } from "../../domain/process/decision.ts";
import { startWindow } from "../office-times.ts";
import { changePlacement, type Loaded } from "../process/change-process.ts";
import { type ReceiptInput, receiptAt, type StaffCommand } from "../request.ts";
import { aboutOne, optionsOf } from "./change-placement.ts";
import { gateFailures } from "./gate-facts.ts";

/** The officer confirms that work has begun, or that it has not. Errors: GATE_FAILED, CONFIRMATION_INVALID, ALREADY_ANSWERED. */
export const confirmStart: StaffCommand<typeof routes.confirmStart> = (deps, request) => {
  const { body } = request;
  const options = optionsOf(request, body.started ? undefined : body.receipt);
  const decide = async ({ state, context, office, client, vacancies }: Loaded<Placement>): Promise<Decision<Placement>> => {
    if (!body.started) return noteNoStart(state, "officer", context);
    const vacancy = vacancies.get(currentEntry(state)?.vacancyId ?? "");
    const failures = vacancy ? await gateFailures(deps, client, office, [vacancy], body.startedOn) : [];
    const { startedOn, evidence, writtenContract, contractType } = body;
    const told = (word: ReceiptInput | undefined) => (word ? receiptAt(word, context.now) : undefined);
    const sides = { client: told(body.client), employer: told(body.employer) };
    return decideStart(
      state,
      { by: "officer", startedOn, evidence, writtenContract, contractType, ...sides },
      startWindow(office, state, context.now),
      failures,
      context,
    );
  };
  return changePlacement(deps, request.params.id, options, aboutOne(body.vacancyId, decide));
};
