/** The officer notes that an employer was reached, or has the open question sent anew. */
import type { routes } from "../../api/routes.ts";
import { contactOfId, mailOf } from "../../domain/employers/contact.ts";
import { refusal } from "../../domain/errors.ts";
import { currentEntry } from "../../domain/placements/placement.ts";
import { askAnew, noteReached } from "../../domain/placements/reach.ts";
import { refused } from "../../domain/process/decision.ts";
import { askedAt } from "../process/asked-at.ts";
import { changePlacement } from "../process/change-process.ts";
import { refuseWord } from "../process/words.ts";
import { receiptAt, type StaffCommand } from "../request.ts";
import { aboutOne, optionsOf } from "./change-placement.ts";

/** The employer was called, and knows of the question: its time begins now. Errors: STATUS_CONFLICT where no call was due, WORD_BEFORE_QUESTION. */
export const noteEmployerReached: StaffCommand<typeof routes.noteEmployerReached> = (deps, request) =>
  changePlacement(
    deps,
    request.params.id,
    optionsOf(request, request.body.receipt),
    aboutOne(request.body.vacancyId, (loaded) => {
      // Nobody was told of a question that was not put yet.
      const error = refuseWord(loaded, receiptAt(request.body.receipt, loaded.context.now).at, "CLIENT");
      return error ? refused(error) : noteReached(loaded.state, loaded.context);
    }),
  );

/**
 * Sends the open question anew, to the same contact or to another one there. Errors: ALREADY_ANSWERED where an answer by link waits
 * for its ten minutes, REQUEST_INVALID for a contact that is not of this employer or has no address at which mails arrive.
 */
export const askEmployerAnew: StaffCommand<typeof routes.askEmployerAnew> = (deps, request) =>
  changePlacement(
    deps,
    request.params.id,
    optionsOf(request),
    aboutOne(request.body.vacancyId, ({ state, context, wait, employers }) => {
      if (wait?.answer) return refused(refusal("ALREADY_ANSWERED"));
      const { contactId } = request.body;
      const employer = employers.get(currentEntry(state)?.vacancyId ?? "");
      if (!employer) return askAnew(state, context, { atOnce: true });
      // Where nothing arrives, nothing is sent: whoever is told that it was waits for an answer that cannot come.
      const contact = contactId ? contactOfId(employer, contactId) : askedAt(employer, state, currentEntry(state)?.vacancyId);
      if ((contactId !== undefined && contact.id !== contactId) || mailOf(contact) === undefined)
        return refused(refusal("REQUEST_INVALID", [{ code: "contact.unreachable", path: "contactId" }]));
      return askAnew(state, context, { contactId, atOnce: true });
    }),
  );
