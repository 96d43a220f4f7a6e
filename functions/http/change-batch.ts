import { routes } from "../../shared/api/routes.ts";
import { changeBatch } from "../../shared/commands/training/change-batch.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.changeBatch, changeBatch);
