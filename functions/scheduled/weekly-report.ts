import * as z from "zod";
import { makeWeeklyReports } from "../../shared/commands/reports/weekly-report.ts";
import { zoneSchema } from "../../shared/domain/calendar/zone.ts";
import { functionDeps } from "../../shared/runtime/deps.ts";

const input = z.object({ zone: zoneSchema });

export const handler = (event: unknown) => makeWeeklyReports(functionDeps(), input.parse(event).zone);
