import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { rankPlacement } from "../../shared/commands/matching/rank-placement.ts";
import { processTask } from "../../shared/runtime/workflow.ts";

export const handler = processTask(innerFunctions.rankPlacement, rankPlacement);
