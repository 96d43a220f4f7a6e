/** The client withdraws. */
import type { routes } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { withdraw } from "../../domain/placements/recall.ts";
import { refused } from "../../domain/process/decision.ts";
import { changePlacement } from "../process/change-process.ts";
import { refuseWord } from "../process/words.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { optionsOf } from "./change-placement.ts";

/**
 * The client withdraws: everything live is recalled, and nothing follows for the client. Errors: WORD_BEFORE_QUESTION where it was
 * said before the placement began, ALREADY_ANSWERED where the client has said yes since, to an employer or to the work.
 */
export const withdrawPlacement: StaffCommand<typeof routes.withdrawPlacement> = (deps, request) =>
  changePlacement(deps, request.params.id, optionsOf(request, request.body.receipt), (loaded) => {
    const { state, context, consents } = loaded;
    const { at } = receiptAt(request.body.receipt, context.now);
    const error = refuseWord({ questionOpenedAt: state.milestones.startedAt, wait: undefined }, at, "CLIENT");
    if (error) return refused(error);
    const employers = state.shortlist.map(({ employerId }) => employerId);
    const yeses = consents
      .filter(
        ({ purpose, action, recipient }) => purpose === "EMPLOYER_SHARING" && action === "GIVEN" && employers.includes(recipient),
      )
      .map((consent) => consent.at);
    const later = [...yeses, state.confirmedBy.client?.receipt?.at ?? ""].sort().at(-1) ?? "";
    if (later > at) return refused(refusal("ALREADY_ANSWERED", [{ code: "client", path: "receipt.at", value: later }]));
    return withdraw(state, context);
  });
