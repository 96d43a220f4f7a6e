/** How much room a text takes, and which figures and lengths are drawn: nothing here asks a browser. */
import { textSize } from "./shapes.ts";

/** The font of the machine it is looked at on: the widths below are of the widest of them. */
export const fontFamily = "system-ui, 'Segoe UI', Roboto, Arial, sans-serif";

/** Widths as parts of the size of type, of DejaVu Sans, which is wider than the fonts of Windows, Android and Apple. */
const widths: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[iljI.,:;'|! ]/, 0.33],
  [/[tfr()[\]/-]/, 0.42],
  [/[mwMW@%—…]/, 1],
  [/[A-Z&+=<>~]/, 0.75],
  // What is of no European script may be as wide as high.
  [/[^\u0020-\u024f\u2013]/, 1],
];

/** The width of a text in px, rather too wide than too narrow. */
export function textWidth(text: string, size: number = textSize.small, bold = false): number {
  const parts = [...text].map((character) => widths.find(([which]) => which.test(character))?.[1] ?? 0.64);
  return parts.reduce((sum, part) => sum + part, 0) * size * (bold ? 1.12 : 1);
}

/** The text as it is where there is room for it, else its beginning with an ellipsis, if there is room for that. @param width in px */
export function fitted(text: string, width: number, size: number = textSize.small, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  let room = width - textWidth("…", size, bold);
  if (room < 0) return "";
  let kept = "";
  for (const character of text) {
    room -= textWidth(character, size, bold);
    if (room < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** What can be drawn as a length: nothing where there is no figure, or one below nothing. */
export const drawable = (value: number | undefined): number =>
  value !== undefined && Number.isFinite(value) && value > 0 ? value : 0;

/** Which part of the whole a value is, from 0 to 1. */
export const shareOf = (value: number | undefined, whole: number): number =>
  drawable(whole) === 0 ? 0 : Math.min(drawable(value) / whole, 1);

/** A figure for people, with one decimal at most; a dash where there is none. In millions where there are, and from a thousand of them on in powers of ten. */
export function figureText(value: number | undefined, language: "id" | "en"): string {
  if (value === undefined || !Number.isFinite(value)) return "–";
  if (Math.abs(value) >= 1e9)
    return value
      .toExponential(1)
      .replace("+", "")
      .replace(".", language === "id" ? "," : ".");
  if (Math.abs(value) >= 1e6) return `${figureText(value / 1e6, language)} ${language === "id" ? "jt" : "m"}`;
  const [whole = "", part = "0"] = Math.abs(value).toFixed(1).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === "id" ? "." : ",");
  const decimals = part === "0" ? "" : `${language === "id" ? "," : "."}${part}`;
  return `${value < 0 && `${grouped}${decimals}` !== "0" ? "−" : ""}${grouped}${decimals}`;
}

/** A part of a whole in percent, which may be more than a hundred; a dash where there is no whole. */
export const percentText = (value: number | undefined, whole: number | undefined, language: "id" | "en"): string =>
  value === undefined || whole === undefined || drawable(whole) === 0
    ? "–"
    : ofHundred((drawable(value) / whole) * 100, language);

const ofHundred = (percent: number, language: "id" | "en"): string =>
  Number.isFinite(percent) ? `${figureText(Math.round(percent), language)}%` : "–";
