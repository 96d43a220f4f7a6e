/** How many came how far: a bar a stage, each with what it is of the stage before. */
import { pictureWords } from "../messages/picture-words.ts";
import { grooved, type LedgerWords, ledger } from "./ledger.ts";
import { drawable, figureText, percentText, shareOf } from "./measure.ts";
import type { Picture, Shape } from "./shapes.ts";

export type FunnelStage = {
  readonly name: string;
  /** People; undefined where so few are not shown. */
  readonly count: number | undefined;
};

/** @param stages from the widest to the narrowest, as they follow each other */
export function funnel(words: LedgerWords, stages: readonly FunnelStage[]): Picture {
  const { language, title, width } = words;
  const most = Math.max(0, ...stages.map(({ count }) => drawable(count)));
  const shown = (count: number | undefined): string =>
    count === undefined ? pictureWords.withheld[language] : figureText(count, language);
  const rows = stages.map(({ name, count }, at) => ({
    name,
    count,
    figure: shown(count),
    ofPrevious: at === 0 ? "–" : percentText(count, stages[at - 1]?.count, language),
    ofFirst: at === 0 ? "–" : percentText(count, stages[0]?.count, language),
  }));
  const drawn = ledger(
    words,
    rows.map(({ name, count, figure, ofPrevious }, at) => ({
      name,
      figure,
      ...(at === 0
        ? { aside: `% ${pictureWords.ofPrevious[language].toLowerCase()}` }
        : ofPrevious === "–"
          ? {}
          : { aside: ofPrevious }),
      bar: (y) => (count === undefined ? withheld(y, width) : grooved(y, width, shareOf(count, most) * width, "accent")),
    })),
  );
  return {
    language,
    title,
    description:
      rows.length === 0 ? pictureWords.nothing[language] : `${rows.map(({ name, figure }) => `${name}: ${figure}`).join("; ")}.`,
    ...drawn,
    table: {
      caption: title,
      summary: pictureWords.asTable[language],
      head: [
        pictureWords.stage[language],
        pictureWords.people[language],
        pictureWords.ofPrevious[language],
        pictureWords.ofFirst[language],
      ],
      rows: rows.map(({ name, figure, ofPrevious, ofFirst }) => [name, figure, ofPrevious, ofFirst]),
      figures: [1, 2, 3],
    },
  };
}

/** No length is drawn from which the figure could be read. */
const withheld = (y: number, width: number): readonly Shape[] => [
  { kind: "rect", x: 0.5, y: y + 0.5, width: width - 1, height: 11, radius: 2, stroke: "edge", dash: [3, 3] },
];
