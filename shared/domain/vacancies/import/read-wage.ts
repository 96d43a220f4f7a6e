import { isPlausibleMonthlyWage, minimumWageOf } from "../../reference/minimum-wages.ts";
import { type Sen, senOfRupiah } from "../../reference/money.ts";
import type { KarirhubItem } from "./karirhub-item.ts";
import type { FlagCode, NoteCode } from "./reasons.ts";
import type { VacancyDraft } from "./vacancy-draft.ts";

/* What is paid for the work, for what it is paid, and under which contract. */

type Wage = NonNullable<VacancyDraft["wage"]>;
type Terms = {
  readonly wage?: Wage;
  readonly contractType?: NonNullable<VacancyDraft["contractType"]>;
  readonly partTime: boolean;
  readonly codes: readonly (FlagCode | NoteCode)[];
};

const contractNames: readonly { readonly pattern: RegExp; readonly type: NonNullable<VacancyDraft["contractType"]> }[] = [
  { pattern: /intern|magang|apprentice/i, type: "APPRENTICE" },
  { pattern: /daily|harian/i, type: "DAILY" },
  { pattern: /contract|kontrak|pkwt\b/i, type: "PKWT" },
  { pattern: /permanent|tetap|pkwtt/i, type: "PKWTT" },
];

const dailyTitle = /\b(?:(?:pekerja|tenaga|buruh|karyawan|kurir|helper|kuli) harian|harian lepas|daily work(?:er)?s?|casual)\b/i;
/** A partner earns a share and is nobody's employee. Only the title tells: a text may speak of the employer's partners. */
const partnerTitle = /\b(?:mitra|kemitraan|bagi hasil|partnership)\b/i;
const pieceWork =
  /\b(?:borongan|(?:upah|gaji|bayaran|dibayar)[^\n]{0,30}\bper ?(?:potong|pcs|biji|lembar|kodi|paket|unit)|piece ?rate)\b/i;
const paidByTheDay = /\b(?:upah|gaji|bayaran|dibayar|honor|rp)\b[^\n]{0,40}(?:\/|\bper ?)\s*hari\b|\bupah harian\b/i;

/** What a day's work can pay, in rupiah: a lower amount is a slip, a higher one is of a month. */
const dailyRange = { least: 30_000, most: 1_000_000 } as const;

function basisOf(item: KarirhubItem, title: string, text: string): Wage["basis"] {
  const type = item.job_type?.name ?? "";
  if (partnerTitle.test(title) || /partner|mitra/i.test(type)) return "SHARE";
  if (/daily|harian/i.test(type) || dailyTitle.test(title) || paidByTheDay.test(text)) return "DAILY";
  return pieceWork.test(`${title}\n${text}`) ? "PIECE" : "MONTHLY";
}

/** A range whose end is this many times its beginning says nothing of what will be paid. */
const widestPlausibleRange = 4;

/** So many days make a month where nobody has named the days (PP 36/2021 art. 17). */
const daysOfMonth = 25;

/**
 * Wage in sen where it is usable, contract where it is named, and what is wrong with either. "Full time" and "Part time" speak
 * of hours and name no contract.
 */
export function readTerms(
  item: KarirhubItem,
  { title, text, regencyCode, year }: { title: string; text: string; regencyCode: string | undefined; year: number },
): Terms {
  const basis = basisOf(item, title, text);
  const type = item.job_type?.name ?? "";
  const partTime = /part|paruh|freelance|lepas/i.test(type);
  const named = contractNames.find(({ pattern }) => pattern.test(type))?.type;
  // A day's wage that stands in the title tells of the contract too; a partner has none of these.
  const contractType = basis === "SHARE" ? undefined : dailyTitle.test(title) ? "DAILY" : named;
  const floor = regencyCode === undefined ? undefined : minimumWageOf(regencyCode, year)?.amount;
  const { wage, codes } = readWage(item, basis, partTime ? undefined : floor);
  return { ...(wage && { wage }), ...(contractType && { contractType }), partTime, codes };
}

function readWage(
  item: KarirhubItem,
  basis: Wage["basis"],
  floor: Sen | undefined,
): { readonly wage?: Wage; readonly codes: readonly (FlagCode | NoteCode)[] } {
  const currencies = [item.min_salary_currency, item.max_salary_currency];
  const least = item.min_salary_amount || undefined;
  const greatest = item.max_salary_amount || undefined;
  if (least === undefined && greatest === undefined) return { codes: ["vacancy.wage-missing"] };
  if (currencies.some((currency) => currency !== undefined && currency !== "IDR")) return { codes: ["vacancy.wage-currency"] };
  const amounts = [least, greatest].filter((amount) => amount !== undefined);
  if (basis === "DAILY" && amounts.every((amount) => isPlausibleMonthlyWage(senOfRupiah(amount)) && amount > dailyRange.most))
    return { codes: ["vacancy.wage-basis-unclear"] };
  const isOrdered = least === undefined || greatest === undefined || least <= greatest;
  if (!isOrdered || !amounts.every((amount) => isPlausible(basis, amount))) return { codes: ["vacancy.wage-implausible"] };
  // An upper end alone promises nothing: taking it for the wage would let it pass the minimum wage.
  if (least === undefined) return { codes: ["vacancy.wage-range"] };

  const min = senOfRupiah(least);
  const max = senOfRupiah(greatest ?? least);
  const monthly = basis === "MONTHLY" ? min : basis === "DAILY" ? min * daysOfMonth : undefined;
  const checks: [boolean, NoteCode][] = [
    [max >= min * widestPlausibleRange, "vacancy.wage-range"],
    [floor !== undefined && monthly !== undefined && monthly < floor, "vacancy.wage-below-minimum"],
  ];
  return { wage: { min, max, basis }, codes: checks.filter(([applies]) => applies).map(([, code]) => code) };
}

function isPlausible(basis: Wage["basis"], amount: number): boolean {
  if (basis === "DAILY") return amount >= dailyRange.least && amount <= dailyRange.most;
  if (basis === "PIECE") return amount >= 100;
  return isPlausibleMonthlyWage(senOfRupiah(amount));
}
