import * as z from "zod";
import * as innerFunctions from "../../shared/api/inner-functions.ts";
import { makeWeeklyReports } from "../../shared/commands/reports/weekly-report.ts";
import { zoneSchema } from "../../shared/domain/calendar/zone.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";

const input = z.object({ zone: zoneSchema });
const deps = functionDeps(innerFunctions.weeklyReport);

export const handler = (event: unknown) => makeWeeklyReports(deps(), input.parse(event).zone);
