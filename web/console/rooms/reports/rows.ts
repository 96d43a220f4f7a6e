/** Figures as rows of a name and a value: what is shown and what is exported are the same. */

import type { Language } from "../../../../shared/domain/calendar/format.ts";
import type { Answer } from "../../api/client.ts";
import type { ReportsWords } from "./words.ts";

type Figures = Answer<"readFigures">;
export type FigureRow = readonly [name: string, value: string];

/** How many stay: of those for whom the day has come, and nothing where it has come for nobody yet. */
export const stayedRows = ({ funnel }: Figures, words: ReportsWords): readonly FigureRow[] =>
  funnel.flatMap(({ stage, count, due }) =>
    due === undefined ? [] : [[words.stages[stage], due === 0 ? words.noneDue : words.ofDue(count, due)] as const],
  );

export const reachedRows = ({ reached, followUps, ended }: Figures, words: ReportsWords): readonly FigureRow[] => [
  [words.stages.started, String(reached.started)],
  [words.stages.certified, String(reached.certified)],
  [words.stages.shortlisted, String(reached.shortlisted)],
  [words.stages.answered, String(reached.answered)],
  [words.placed, String(reached.placed)],
  ...(reached.placedUnverified > 0 ? [[words.unverified, String(reached.placedUnverified)] as const] : []),
  ...followUps.map(
    ({ day, retained, unknown }) =>
      [words.retained(day), unknown > 0 ? `${retained} (${words.unknown(unknown)})` : `${retained}`] as const,
  ),
  [words.ended, String(ended)],
];

/** All that is shown, in parts: what Excel opens by a double click. Counts alone, and nobody's name. */
export function csvOf(figures: Figures, words: ReportsWords, language: Language): string {
  const part = (title: string, rows: readonly FigureRow[]) => rows.map(([name, value]) => [title, name, value]);
  const lines = [
    [words.part, words.what, words.value],
    ...part(
      words.funnel,
      figures.funnel.flatMap(({ stage, count, due }) =>
        due === undefined ? [[words.stages[stage], String(count)] as const] : [],
      ),
    ),
    ...part(words.funnel, stayedRows(figures, words)),
    ...part(
      words.steps,
      figures.steps.flatMap(({ step, cases, median, p90 }) => [
        [`${words.stepNames[step]}: ${words.cases}`, String(cases)] as const,
        ...(median === undefined ? [] : [[`${words.stepNames[step]}: ${words.median}`, decimal(median, language)] as const]),
        ...(p90 === undefined ? [] : [[`${words.stepNames[step]}: ${words.p90}`, decimal(p90, language)] as const]),
      ]),
    ),
    ...part(words.reached, reachedRows(figures, words)),
    ...part(
      words.openNow,
      figures.openByStatus.map((row) => [row.words[language], String(row.count)]),
    ),
  ];
  return `\uFEFF${lines.map((cells) => cells.map(cell).join(";")).join("\r\n")}\r\n`;
}

/** With the comma that Excel expects in Indonesia. */
const decimal = (value: number, language: Language): string =>
  language === "id" ? String(value).replace(".", ",") : String(value);
const cell = (text: string): string => (/[";\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
