import { routes } from "../../shared/api/routes.ts";
import { listReports } from "../../shared/commands/reports/list-reports.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listReports, listReports);
