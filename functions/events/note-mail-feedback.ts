import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { noteMailFeedback } from "../../shared/commands/relay/mail-feedback.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";
import { log } from "../../shared/runtime/log.ts";

const deps = functionDeps(innerFunctions.noteMailFeedback);

export const handler = async (event: unknown): Promise<void> => {
  const noted = await noteMailFeedback(deps(), event);
  if (noted.what === "STAFF") log.error("STAFF_MAIL_UNDELIVERED", noted.row === undefined ? {} : { row: noted.row });
};
