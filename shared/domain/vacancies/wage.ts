/** What a post pays a month, and the minimum wage that binds it. */

import type { Employer } from "../employers/employer.ts";
import { minimumWageOf } from "../reference/minimum-wages.ts";
import type { Vacancy } from "./vacancy.ts";

/** So many days make a month where a daily wage is worked out of a monthly one (PP 36/2021 art. 17). */
const daysOfMonth = { sixDayWeek: 25, fiveDayWeek: 21 } as const;

/**
 * The wage in sen a month of a post that is paid by the month or by the day; undefined for a piece, a share, an allowance. A
 * daily wage is that of a month by 25 in a week of six days and by 21 in one of five. A shorter week is taken for one of five,
 * and days that nobody has named for six: what is below the minimum then is so whatever the days are.
 */
export function monthlyWageOf({ wage, workDays }: Pick<Vacancy, "wage" | "workDays">): number | undefined {
  if (wage?.basis === "MONTHLY") return wage.amount;
  if (wage?.basis !== "DAILY") return undefined;
  const isFiveDayWeek = workDays.length > 0 && workDays.length <= 5;
  return wage.amount * (isFiveDayWeek ? daysOfMonth.fiveDayWeek : daysOfMonth.sixDayWeek);
}

/** The minimum wage of a regency in sen a month that is known for the year of a day: that year's, or the newest before it. */
export const minimumWageIn = (regencyCode: string, today: string): number | undefined =>
  minimumWageOf(regencyCode, Number(today.slice(0, 4)))?.amount;

/** Whether the minimum wage binds an employer: micro and small ones are exempt within PP 36/2021 art. 36. */
export const isBoundByMinimumWage = (employer: Pick<Employer, "size"> | undefined): boolean =>
  employer?.size === "MEDIUM" || employer?.size === "LARGE";
