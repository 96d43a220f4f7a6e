import { isKnownRegency } from "../identifiers/regions.ts";
import { type Sen, senOfRupiah } from "./money.ts";

/**
 * The minimum wage that holds in a regency: its own (UMK), or its province's (UMP) where it has none or none is known here.
 * Sectoral wages (UMSK, UMSP) are not covered.
 */
export type MinimumWage = {
  /** Sen a month. */
  readonly amount: Sen;
  /** For which it was decreed. */
  readonly year: number;
  /** UMK is the regency's own; UMP the province's, and then possibly lower than what really holds. */
  readonly source: "UMK" | "UMP";
  /** The decree, where its number is known. */
  readonly decree?: string;
};

/** Rupiah a month by region code. */
type WageTable = { readonly decrees: Readonly<Record<string, string>>; readonly rupiah: Readonly<Record<string, number>> };

/**
 * 2026. Banten whole, from the governor's decrees as the regional press printed them (bantenraya.com, ihram.co.id). Other
 * provinces from the press's lists of 25–29 December 2025, most rounded to the rupiah. Left out, since the sources differ or
 * give rounded figures only: the provinces that do not stand here. Special Region of Jakarta has no UMK: its UMP holds throughout.
 */
const wages2026: WageTable = {
  decrees: { "36": "Kepgub Banten 701/2025", "36.": "Kepgub Banten 703/2025" },
  rupiah: {
    "36.01": 3_360_078.06,
    "36.02": 3_330_010.62,
    "36.03": 5_210_377,
    "36.04": 5_178_521.19,
    "36.71": 5_399_405.69,
    "36.72": 5_469_922.59,
    "36.73": 4_665_927.94,
    "36.74": 5_247_870,
    "13": 3_182_955,
    "14": 3_780_495,
    "15": 3_471_497,
    "16": 3_942_963,
    "17": 2_827_250,
    "18": 3_047_734,
    "19": 4_035_000,
    "21": 3_879_520,
    "31": 5_729_876,
    "32": 2_317_601,
    "33": 2_327_386.07,
    "35": 2_446_880,
    "36": 3_100_881.4,
    "65": 3_770_000,
    "71": 4_002_630,
    "73": 3_921_088,
    "91": 4_436_283,
    "92": 3_840_947,
    "93": 4_508_850,
    "96": 3_766_000,
  },
};

const tables: ReadonlyMap<number, WageTable> = new Map([[2026, wages2026]]);

/**
 * The minimum wage of a regency in a year: UMK, else UMP, else undefined, which means "not known here", never "none". An
 * unknown regency has none. A year without a table of its own, such as the next one until it is written down here, has the
 * newest earlier one as its floor: a minimum wage has never fallen, so what was too little then is too little still; the
 * result names the year from which it is.
 */
export function minimumWageOf(regencyCode: string, year: number): MinimumWage | undefined {
  const newest = Math.max(...[...tables.keys()].filter((tableYear) => tableYear <= year));
  const table = tables.get(newest);
  if (!table || !isKnownRegency(regencyCode)) return undefined;
  const provinceCode = regencyCode.slice(0, 2);
  const own = table.rupiah[regencyCode];
  const rupiah = own ?? table.rupiah[provinceCode];
  if (rupiah === undefined) return undefined;
  const decree = table.decrees[own === undefined ? provinceCode : `${provinceCode}.`];
  return {
    amount: senOfRupiah(rupiah),
    year: newest,
    source: own === undefined ? "UMP" : "UMK",
    ...(decree && { decree }),
  };
}

/** Rupiah a month beyond which an amount is a slip or a placeholder (0, 888, 999 and the like are common). */
const leastPlausibleWage = 100_000;
const greatestPlausibleWage = 100_000_000;

/** Whether an amount, in sen, can be meant as the wage of a month. */
export const isPlausibleMonthlyWage = (sen: number): boolean =>
  sen >= senOfRupiah(leastPlausibleWage) && sen <= senOfRupiah(greatestPlausibleWage);
