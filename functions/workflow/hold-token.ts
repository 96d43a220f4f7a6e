import { holdToken } from "../../shared/commands/workflow/hold-token.ts";
import { tokenTask } from "../../shared/runtime/workflow.ts";

export const handler = tokenTask(holdToken);
