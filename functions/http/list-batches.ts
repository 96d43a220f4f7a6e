import { routes } from "../../shared/api/routes.ts";
import { listBatches } from "../../shared/commands/training/read-batches.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listBatches, listBatches);
