import { routes } from "../../shared/api/routes.ts";
import { recordAttendance } from "../../shared/commands/training/record-attendance.ts";
import { httpHandler } from "../../shared/runtime/http.ts";

export const handler = httpHandler(routes.recordAttendance, recordAttendance);
