/** What funnel, bars and target share: rows of a ledger, each with its name and figure above a bar, and hairlines between. */
import { pictureWords } from "../messages/picture-words.ts";
import { fitted, textWidth } from "./measure.ts";
import { type Picture, type Shape, textSize } from "./shapes.ts";

export type LedgerWords = {
  readonly language: "id" | "en";
  /** What the picture is about, in the words of the language. */
  readonly title: string;
  /** In px: 312 stands on a phone, 640 beside other things. 240 at least. */
  readonly width: number;
};

export type LedgerRow = {
  readonly name: string;
  /** The figure at the right end, in text. */
  readonly figure: string;
  /** A quiet word before the figure. */
  readonly aside?: string;
  /** The bar, drawn within the width from the given y, 12 px high. */
  readonly bar: (y: number) => readonly Shape[];
};

export const barHeight = 12;
const rowHeight = 56;

/** The shapes and height of rows; without any, a sentence that says so. */
export function ledger(
  { language, width }: LedgerWords,
  rows: readonly LedgerRow[],
): Pick<Picture, "width" | "height" | "shapes"> {
  if (rows.length === 0) {
    const text = pictureWords.nothing[language];
    return { width, height: 32, shapes: [{ kind: "text", at: [0, 20], text, size: textSize.small, fill: "quiet" }] };
  }
  const shapes = rows.flatMap((row, at) => rowShapes(row, rowHeight * at, width, at > 0));
  return { width, height: rowHeight * rows.length, shapes };
}

function rowShapes({ name, figure, aside, bar }: LedgerRow, top: number, width: number, ruled: boolean): readonly Shape[] {
  const base = top + 22;
  const figureWidth = textWidth(figure, textSize.body, true);
  const left = width - figureWidth - 12;
  // The name comes first: the word beside the figure goes where both have no room, the table has it.
  const asideWidth = aside === undefined ? 0 : textWidth(aside) + 12;
  const beside = aside !== undefined && (textWidth(name) <= left - asideWidth || asideWidth < left / 2);
  const shown = fitted(name, left - (beside ? asideWidth : 0));
  return [
    ...(ruled ? [{ kind: "line", from: [0, top + 0.5], to: [width, top + 0.5], stroke: "line" } as const] : []),
    { kind: "text", at: [0, base], text: shown, size: textSize.small, fill: "text", ...(shown === name ? {} : { label: name }) },
    ...(beside
      ? [{ kind: "text", at: [left, base], text: aside, size: textSize.small, anchor: "end", fill: "quiet" } as const]
      : []),
    { kind: "text", at: [width, base], text: figure, size: textSize.body, anchor: "end", bold: true, fill: "text" },
    ...bar(top + 32),
  ];
}

/** A bar of a length in px over the groove of the whole width. What is more than nothing is seen. */
export function grooved(y: number, width: number, full: number, fill: "accent" | "good"): readonly Shape[] {
  const groove: Shape = { kind: "rect", x: 0, y, width, height: barHeight, radius: 2, fill: "sunken" };
  const length = full === 0 ? 0 : Math.max(full, 2);
  return [
    groove,
    ...(length === 0 ? [] : [{ kind: "rect", x: 0, y, width: length, height: barHeight, radius: 2, fill } as const]),
  ];
}
