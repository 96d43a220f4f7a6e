import { routes } from "../../shared/api/routes.ts";
import { listStaff } from "../../shared/commands/offices/list-staff.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.listStaff, listStaff);
