import * as z from "zod";

/**
 * An amount in Indonesian rupiah, kept as a whole number of sen (hundredths): minimum wages carry two decimals
 * (Rp 5.399.405,69), and whole numbers add up and compare exactly where fractions do not. 2^53 sen are Rp 90 trillion.
 * Error: `money.format`.
 */
export const senSchema = z
  .int({ error: "money.format" })
  .nonnegative({ error: "money.format" })
  .meta({ description: "In sen, a hundredth of a rupiah: Rp5,200,000 is 520000000" });
export type Sen = z.infer<typeof senSchema>;

/** The sen of an amount given in rupiah; what is finer than a sen is rounded. */
export function senOfRupiah(rupiah: number): Sen {
  return Math.round(rupiah * 100);
}

/** Only for showing and for formats that want rupiah: the amount with its decimals. */
export function rupiahOfSen(sen: Sen): number {
  return sen / 100;
}

/**
 * Reads an amount as Indonesians write it: `Rp 5.399.405,69`, `5399405,69`, `5.210.377`. Dots part thousands, the comma parts
 * the sen. Undefined where it is not that: `5.2` could be meant either way and is not guessed at.
 */
export function parseRupiah(text: string): Sen | undefined {
  const found = /^(?:rp\.?)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}|-))?$/i.exec(text.replace(/\s/g, ""));
  if (!found) return undefined;
  const [, whole = "", fraction = ""] = found;
  const sen = Number(whole.replaceAll(".", "")) * 100 + (/^\d\d$/.test(fraction) ? Number(fraction) : 0);
  return Number.isSafeInteger(sen) ? sen : undefined;
}

/** `Rp 5.213.456`, with a no-break space; sen are shown where there are any: `Rp 5.399.405,69`. */
export function formatRupiah(sen: Sen): string {
  const whole = String(Math.trunc(sen / 100)).replace(/\B(?=(\d{3})+$)/g, ".");
  const rest = sen % 100;
  return `Rp\u00a0${whole}${rest === 0 ? "" : `,${String(rest).padStart(2, "0")}`}`;
}
