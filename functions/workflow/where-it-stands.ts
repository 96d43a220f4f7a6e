import { whereItStands } from "../../shared/commands/workflow/where-it-stands.ts";
import { processTask } from "../../shared/runtime/workflow.ts";

export const handler = processTask(whereItStands);
