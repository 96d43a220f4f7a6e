import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { expireWait } from "../../shared/commands/workflow/expire-wait.ts";
import { waitTask } from "../../shared/runtime/workflow.ts";

export const handler = waitTask(innerFunctions.expireWait, expireWait);
