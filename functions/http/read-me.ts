import { routes } from "../../shared/api/routes.ts";
import { readMe } from "../../shared/commands/offices/read-me.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readMe, readMe);
