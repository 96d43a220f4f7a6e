import { expireWait } from "../../shared/commands/workflow/expire-wait.ts";
import { waitTask } from "../../shared/runtime/workflow.ts";

export const handler = waitTask(expireWait);
