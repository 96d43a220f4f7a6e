/** Which act of a line of work comes first, for its one button. */
import type { ProcessActName } from "../../../shared/domain/acts.ts";

/** What goes on with the process before what amends it. Withdrawing and closing are never first. */
const order = [
  "approveShortlist.APPROVE",
  "answerForClient",
  "answerForClient.LATE",
  "answerForEmployer",
  "recordInterview.CLIENT_HEARD",
  "recordInterview.RESULT",
  "confirmStart.STARTED",
  "reviewPlacement.RANK_AGAIN",
  "reviewPlacement.GO_ON_WITHOUT",
  "reviewPlacement.WIDEN",
  "reviewPlacement.CLOSE",
  "recordFollowUp",
  "verifyPlacement",
] as const satisfies readonly ProcessActName[];

/**
 * @param moment `lacksHour`: an interview is waited for that has no hour yet, and needs one before it can have a result;
 * `confirmed`: the officer has said that work has begun, and the employer's word is waited for
 */
export const primaryOf = (
  acts: readonly ProcessActName[],
  { lacksHour = false, confirmed = false }: Moment = {},
): ProcessActName | undefined =>
  lacksHour && acts.includes("recordInterview.AGREED")
    ? "recordInterview.AGREED"
    : order.find((act) => acts.includes(act) && !(confirmed && act === "confirmStart.STARTED"));

type Moment = { readonly lacksHour?: boolean; readonly confirmed?: boolean };
