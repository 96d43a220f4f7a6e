import { rankPlacement } from "../../shared/commands/workflow/rank-placement.ts";
import { processTask } from "../../shared/runtime/workflow.ts";

export const handler = processTask(rankPlacement);
