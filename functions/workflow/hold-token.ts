import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { holdToken } from "../../shared/commands/workflow/hold-token.ts";
import { tokenTask } from "../../shared/runtime/workflow.ts";

export const handler = tokenTask(innerFunctions.holdToken, holdToken);
