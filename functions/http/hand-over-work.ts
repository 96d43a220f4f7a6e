import { routes } from "../../shared/api/routes.ts";
import { handOverWork } from "../../shared/commands/offices/hand-over-work.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.handOverWork, handOverWork);
