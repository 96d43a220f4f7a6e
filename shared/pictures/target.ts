/** What was promised, and what has come of it: a bar up to a marker, with the word whether it reaches it. */
import { pictureWords } from "../messages/picture-words.ts";
import { barHeight, grooved, type LedgerWords, ledger } from "./ledger.ts";
import { drawable, figureText, percentText, shareOf } from "./measure.ts";
import type { Picture, Point, Shape } from "./shapes.ts";

export type Pledge = {
  /** Who promised, or what. */
  readonly name: string;
  /** Such as seats; 0 where nothing was. */
  readonly promised: number;
  readonly delivered: number;
};

export function target(words: LedgerWords, pledges: readonly Pledge[]): Picture {
  const { language, title, width } = words;
  const most = Math.max(0, ...pledges.flatMap(({ promised, delivered }) => [drawable(promised), drawable(delivered)]));
  const rows = pledges.map((row) => {
    const promised = figureText(row.promised, language);
    const delivered = figureText(row.delivered, language);
    const reached = drawable(row.delivered) >= drawable(row.promised);
    return { ...row, reached, texts: { promised, delivered, outcome: outcomeOf(row, reached, language) } };
  });
  const drawn = ledger(
    words,
    rows.map(({ name, promised, delivered, reached, texts }) => ({
      name,
      figure: `${texts.delivered} ${pictureWords.of[language]} ${texts.promised}`,
      aside: texts.outcome,
      bar: (y) => [
        ...grooved(y, width, shareOf(delivered, most) * (width - headRoom), reached && promised > 0 ? "good" : "accent"),
        ...(drawable(promised) === 0 ? [] : marker(y, shareOf(promised, most) * (width - headRoom))),
      ],
    })),
  );
  const told = rows.map(
    ({ name, texts }) => `${name}: ${texts.delivered} ${pictureWords.of[language]} ${texts.promised}, ${texts.outcome}`,
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
        pictureWords.target[language],
        pictureWords.promised[language],
        pictureWords.delivered[language],
        "%",
        pictureWords.stand[language],
      ],
      rows: rows.map(({ name, promised, delivered, texts }) => [
        name,
        texts.promised,
        texts.delivered,
        percentText(delivered, promised, language),
        texts.outcome,
      ]),
      figures: [1, 2, 3],
    },
  };
}

function outcomeOf({ promised, delivered }: Pledge, reached: boolean, language: "id" | "en"): string {
  if (drawable(promised) === 0) return pictureWords.nothingPromised[language];
  if (reached) return `✓ ${pictureWords.reached[language]}`;
  return `${pictureWords.short[language]} ${figureText(drawable(promised) - drawable(delivered), language)}`;
}

/** The half of the marker's head, which is to stay within the width. */
const headRoom = 4;

/** Across the bar, with a head below it: it is seen before, on and behind the bar's end, and touches no name. */
function marker(y: number, at: number): readonly Shape[] {
  const x = Math.max(at, headRoom);
  const below = y + barHeight + 1;
  const head: readonly Point[] = [
    [x - headRoom, below + 6],
    [x + headRoom, below + 6],
    [x, below],
  ];
  return [
    { kind: "line", from: [x, y - 2], to: [x, below + 1], stroke: "text", strokeWidth: 2 },
    { kind: "path", points: head, closed: true, fill: "text" },
  ];
}
