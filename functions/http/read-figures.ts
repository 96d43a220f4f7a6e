import { routes } from "../../shared/api/routes.ts";
import { readFigures } from "../../shared/commands/reports/read-figures.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.readFigures, readFigures);
