import { routes } from "../../shared/api/routes.ts";
import { openBatch } from "../../shared/commands/training/open-batch.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.openBatch, openBatch);
