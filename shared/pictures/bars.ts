/** How many days a step takes: half of all cases within the bar, nine in ten within the line that goes on from it. */
import { pictureWords } from "../messages/picture-words.ts";
import { barHeight, grooved, type LedgerWords, ledger } from "./ledger.ts";
import { drawable, figureText, shareOf } from "./measure.ts";
import type { Picture, Shape } from "./shapes.ts";

export type StepDays = {
  readonly name: string;
  /** In days; undefined where there is no case, or too few to be shown. */
  readonly median: number | undefined;
  /** Undefined too where the cases are too few for it. */
  readonly p90: number | undefined;
  /** How many cases they are of. */
  readonly cases?: number | undefined;
};

export function bars(words: LedgerWords, steps: readonly StepDays[]): Picture {
  const { language, title, width } = words;
  const most = Math.max(0, ...steps.flatMap(({ median, p90 }) => [drawable(median), drawable(p90)]));
  const counted = steps.some(({ cases }) => cases !== undefined);
  const rows = steps.map((row) => ({
    ...row,
    half: figureText(row.median, language),
    most: row.p90 === undefined && drawable(row.cases) > 0 ? pictureWords.tooFew[language] : figureText(row.p90, language),
    ninety: ninetyText(row.p90, language),
    of: figureText(row.cases, language),
  }));
  const drawn = ledger(
    words,
    rows.map(({ name, median, p90, half, ninety }) => ({
      name,
      figure: median === undefined ? half : `${half} ${pictureWords.days[language]}`,
      ...(ninety === undefined ? {} : { aside: ninety }),
      bar: (y) => [
        ...grooved(y, width, shareOf(median, most) * width, "accent"),
        ...whisker(y, shareOf(median, most) * width, shareOf(p90, most) * width, width),
      ],
    })),
  );
  const told = rows.map(({ name, half, ninety }) =>
    [`${name}: ${pictureWords.median[language]} ${half} ${pictureWords.days[language]}`, ninety].filter(Boolean).join(", "),
  );
  return {
    language,
    title,
    description: told.length === 0 ? pictureWords.nothing[language] : `${told.join("; ")}.`,
    ...drawn,
    table: {
      caption: title,
      summary: pictureWords.asTable[language],
      head: [
        pictureWords.step[language],
        `${pictureWords.median[language]} (${pictureWords.days[language]})`,
        `${pictureWords.p90[language]} (${pictureWords.days[language]})`,
        ...(counted ? [pictureWords.cases[language]] : []),
      ],
      rows: rows.map(({ name, half, most: within, of }) => [name, half, within, ...(counted ? [of] : [])]),
      figures: [1, 2, 3],
    },
  };
}

/** Within how many days nine in ten are done, as a sentence says it; undefined where that is not known. */
function ninetyText(p90: number | undefined, language: "id" | "en"): string | undefined {
  if (p90 === undefined) return undefined;
  if (p90 === 0) return pictureWords.p90SameDay[language];
  return `${pictureWords.p90[language]} ${figureText(p90, language)} ${pictureWords.days[language]}`;
}

/** A line from the end of the bar to where nine in ten are done, with a stroke across its end. */
function whisker(y: number, from: number, to: number, width: number): readonly Shape[] {
  if (to <= from) return [];
  const end = Math.min(to, width - 1);
  const middle = y + barHeight / 2;
  return [
    { kind: "line", from: [Math.min(from, end), middle], to: [end, middle], stroke: "text", strokeWidth: 1.5 },
    { kind: "line", from: [end, y + 1], to: [end, y + barHeight - 1], stroke: "text", strokeWidth: 2 },
  ];
}
