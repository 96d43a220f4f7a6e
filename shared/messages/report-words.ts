/** What reports are called. */
import type { Text } from "./text.ts";

export const weekReportTitle: Text = { id: "Laporan mingguan kantor", en: "The weekly report of the office" };
