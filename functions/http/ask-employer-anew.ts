import { routes } from "../../shared/api/routes.ts";
import { askEmployerAnew } from "../../shared/commands/placements/reach-employer.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.askEmployerAnew, askEmployerAnew);
