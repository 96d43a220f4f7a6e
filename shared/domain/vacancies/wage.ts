/** What a post pays a month, and the minimum wage that binds it. */
import * as z from "zod";
import type { Employer } from "../employers/employer.ts";
import { minimumWageOf } from "../reference/minimum-wages.ts";
import { senSchema } from "../reference/money.ts";
import { type Vacancy, wageBases } from "./vacancy.ts";

/** A wage: an amount in sen for what it is paid. */
export const agreedWageFields = { amount: senSchema, basis: z.enum(wageBases) };

/** So many days make a month where a daily wage is worked out of a monthly one (PP 36/2021 art. 17). */
const daysOfMonth = { sixDayWeek: 25, fiveDayWeek: 21 } as const;

/**
 * The wage in sen a month of a post that is paid by the month or by the day; undefined for a piece, a share, an allowance. A
 * daily wage is that of a month by 25 in a week of six days and by 21 in one of five. A shorter week is taken for one of five,
 * and days that nobody has named for six: what is below the minimum then is so whatever the days are. Undefined for part-time
 * work too: its minimum is one of hours (PP 36/2021 art. 16), which no vacancy names.
 */
export function monthlyWageOf({ wage, workDays, partTime }: Pick<Vacancy, "wage" | "workDays" | "partTime">): number | undefined {
  if (partTime) return undefined;
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

/** Amounts in this range around the minimum wage of a month are what people earn. */
const believable = { least: 0.4, most: 5 } as const;

/**
 * The amount that was likely meant, in sen, where a monthly or daily wage is wrong by the hundred that lies between rupiah and
 * sen: as it stands nobody earns it, and a hundred times more, or less, many do. Undefined where nothing is odd.
 * @param floor the minimum wage of a month in the regency, in sen; undefined where none is known
 */
export function likelyMeant(
  wage: { readonly amount: number; readonly basis: (typeof wageBases)[number] },
  workDays: Vacancy["workDays"],
  floor: number | undefined,
): number | undefined {
  const monthly = monthlyWageOf({ wage, workDays });
  if (monthly === undefined || floor === undefined) return undefined;
  const isBelievable = (amount: number): boolean => amount >= floor * believable.least && amount <= floor * believable.most;
  if (isBelievable(monthly)) return undefined;
  if (isBelievable(monthly * 100)) return wage.amount * 100;
  return isBelievable(monthly / 100) ? Math.round(wage.amount / 100) : undefined;
}

/** What is odd about a vacancy's wage, as codes to ask about: nothing is refused for it. */
export const wageWarnings = (
  { wage, workDays, regencyCode }: Pick<Vacancy, "wage" | "workDays" | "regencyCode">,
  today: string,
) => (wage && likelyMeant(wage, workDays, minimumWageIn(regencyCode, today)) !== undefined ? ["wage.slip"] : []);
