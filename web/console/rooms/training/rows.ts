/** The fields of a batch, as they are asked and shown. */
import { skills } from "../../../../shared/domain/reference/skills.ts";
import { instructorSources, trainingSiteKinds } from "../../../../shared/domain/training/kinds.ts";
import type { Row, RowWords } from "../../parts/record/rows.ts";
import { said } from "../../words/language.ts";
import type { TrainingWords } from "./words.ts";

export const batchRows: readonly Row[] = [
  { path: "title", kind: "line", needed: true },
  { path: "siteKind", kind: "choice", options: trainingSiteKinds, needed: true },
  { path: "regencyCode", kind: "region", needed: true },
  { path: "instructorFrom", kind: "choice", options: instructorSources, needed: true },
  { path: "seats", kind: "number", needed: true, usual: "12" },
  { path: "startsOn", kind: "date", needed: true },
  { path: "endsOn", kind: "date", needed: true },
  { path: "scheme", kind: "line" },
  { path: "skills", kind: "many", options: skills.map(({ id }) => id), needed: true },
  { path: "units", kind: "list", needed: true, more: true },
  { path: "hours", kind: "number", more: true },
  { path: "module", kind: "line", more: true },
  { path: "cancelled", kind: "yes", needed: true, later: true, more: true },
];

/** What stands in no heading. */
export const batchFacts: readonly Row[] = batchRows.filter(({ path }) => path !== "title" && path !== "cancelled");

/** The words of the rows, with those of the lists that they are chosen from. */
export const rowWords = (words: TrainingWords, own: { readonly yes: string; readonly no: string }): RowWords => ({
  ...own,
  labels: words.labels,
  hints: words.hints,
  options: { ...words.options, skills: Object.fromEntries(skills.map(({ id, name }) => [id, said(name)])) },
});
