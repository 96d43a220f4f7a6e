/** When a client reports, in words. */
import { reportingOf } from "../../../../../shared/domain/clients/reporting.ts";
import { useMe } from "../../../shell/me.ts";
import { shortDay } from "../../../words/when.ts";
import { formWords } from "../form/words.ts";
import type { ClientRecord } from "./detail.ts";
import { pageWords } from "./words.ts";

/** Undefined where nothing is agreed yet. */
export function useReporting(client: ClientRecord): string | undefined {
  const words = pageWords.use();
  const { days } = formWords.use();
  const me = useMe();
  const rhythm = reportingOf(client);
  switch (rhythm?.rhythm) {
    case undefined:
      return undefined;
    case "WEEKLY":
    case "FORTNIGHTLY":
      return words.reports[rhythm.rhythm](days[rhythm.day]);
    case "MONTHLY":
      if (rhythm.dayOfMonth !== undefined) return words.reportsMonthly(rhythm.dayOfMonth);
      return rhythm.day && rhythm.week ? words.reportsMonthlyOn(days[rhythm.day], rhythm.week) : words.reportsOpen;
    case "BY_DATE": {
      const next = rhythm.dates.filter((date) => date >= (me?.now.slice(0, 10) ?? "")).toSorted()[0];
      return next ? words.reportsByDate(shortDay(next)) : words.reportsDone;
    }
  }
}
