import { routes } from "../../shared/api/routes.ts";
import { coverStaff } from "../../shared/commands/offices/cover-staff.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.coverStaff, coverStaff);
