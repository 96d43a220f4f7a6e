import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { processStatus } from "../../shared/commands/process/process-status.ts";
import { processTask } from "../../shared/runtime/workflow.ts";

export const handler = processTask(innerFunctions.processStatus, processStatus);
