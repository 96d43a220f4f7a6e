/**
 * `npm run import:vacancies -- FILE`: brings the vacancies of an office into line with Karirhub postings, and says for each what
 * became of it, why, and field by field what changed. A second run of the same file changes nothing. Ends with 1 where anything
 * was refused.
 */
import { readFileSync } from "node:fs";
import type * as z from "zod";
import { detailsOf } from "../shared/domain/issues.ts";
import { type ImportedVacancy, importVacancies } from "../shared/domain/vacancies/import/import-vacancies.ts";
import { mostPostings, postingInput, postingOutcomes, postingResults } from "../shared/domain/vacancies/import/posting.ts";
import { postingOf } from "../shared/domain/vacancies/import/vacancy-of-draft.ts";
import { importWords } from "../shared/messages/import-words.ts";
import { detailText } from "../shared/messages/problems.ts";
import { send } from "./http.ts";
import { fileTrouble, readOptions, runCommand, UsageError } from "./options.ts";
import { reachCloud } from "./reach-cloud.ts";
import { today } from "./seed.ts";

const usage = `npm run import:vacancies -- FILE [--data FOLDER | --url URL --token TOKEN]

FILE           a JSON list of Karirhub postings
--data FOLDER  where npm start keeps its data, .titian unless said
--url --token  any other cloud: where its API answers, and the bearer token of an officer`;

type Result = z.infer<typeof postingResults>["results"][number];
type Posting = z.output<typeof postingInput>;
type Outcome = (typeof postingOutcomes)[number];
type Told = { outcome: Outcome; changes: readonly Change[]; reasons: readonly string[] };
type Change = Result["changes"][number];

/** One request stays well below what a function takes. */
const mostCharacters = 200_000;

async function run(): Promise<number> {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { url: { type: "string" }, token: { type: "string" }, data: { type: "string", default: ".titian" } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError("Name one file.");
  const postings = readPostings(file);
  const { publicUrl, token, now } = await reachCloud(values);
  const read = importVacancies(postings, { today: today(now) });
  const sent = read.map((result) => readPosting(result, today(now)));
  const results = new Map<Posting, Result>();
  for (const page of pagesOf(sent.flatMap(({ posting }) => posting ?? []))) {
    const body = { postings: page };
    const answer = postingResults.parse(await send(publicUrl, { method: "POST", path: "/imports/vacancies", token, body }));
    for (const [at, result] of answer.results.entries()) if (page[at]) results.set(page[at], result);
  }
  const counts = Object.fromEntries(postingOutcomes.map((outcome) => [outcome, 0]));
  for (const [at, result] of read.entries()) {
    const { posting, wrong = [] } = sent[at] ?? {};
    const told = tell(result, posting && results.get(posting), wrong);
    counts[told.outcome] = (counts[told.outcome] ?? 0) + 1;
    print(result, told);
  }
  const [taken, flagged, refused, known] = ["TAKEN", "FLAGGED", "REFUSED", "KNOWN"].map((outcome) => counts[outcome]);
  const [changed, closed, reopened] = ["CHANGED", "CLOSED", "REOPENED"].map((outcome) => counts[outcome]);
  console.log(
    `\n${postings.length} postings: ${taken} taken, ${flagged} flagged, ${refused} refused, ${known} known already, ${changed} changed, ${closed} closed, ${reopened} reopened`,
  );
  return (refused ?? 0) > 0 ? 1 : 0;
}

/** A posting as it is sent, or why no record takes it. */
function readPosting(result: ImportedVacancy, day: string): { posting?: Posting; wrong?: readonly string[] } {
  const draft = postingOf(result, day);
  if (draft === undefined) return {};
  const parsed = postingInput.safeParse(draft);
  if (parsed.success) return { posting: parsed.data };
  const schema = "gone" in draft ? postingInput.options[0] : postingInput.options[1];
  const issues = schema.safeParse(draft).error?.issues ?? parsed.error.issues;
  return { wrong: detailsOf(issues).map(({ code, path }) => `${path}: ${worded(code, detailText(code))}`) };
}

const worded = (code: string, { id, en }: { readonly id: string; readonly en: string }): string => `${code}: ${id} / ${en}`;

function tell(read: ImportedVacancy, result: Result | undefined, wrong: readonly string[]): Told {
  const found = [...read.reasons, ...("notes" in read ? read.notes : [])].map((code) => worded(code, importWords[code]));
  if (!result) return { outcome: "REFUSED", changes: [], reasons: [...found, ...wrong] };
  const { outcome, changes, errors } = result;
  const reasons = [...(outcome === "KNOWN" ? [] : found), ...errors.map(({ code, text }) => worded(code, text))];
  return { outcome, changes, reasons };
}

function print(read: ImportedVacancy, { outcome, changes, reasons }: Told): void {
  const name =
    read.outcome === "REFUSED" ? (read.karirhubRef ?? "(no id)") : `${read.draft.title} — ${read.draft.employerName ?? "?"}`;
  console.log(`${outcome.padEnd(8)} ${name}`);
  for (const { field, before, after } of changes)
    console.log(
      `           ${field}${before === undefined && after === undefined ? "" : `: ${before ?? "–"} → ${after ?? "–"}`}`,
    );
  for (const reason of reasons) console.log(`           ${reason}`);
}

/** Pages of postings, each within what a request takes. */
function* pagesOf(postings: readonly Posting[]): Generator<Posting[]> {
  let page: Posting[] = [];
  let characters = 0;
  for (const posting of postings) {
    const size = JSON.stringify(posting).length;
    if (page.length === mostPostings || (page.length > 0 && characters + size > mostCharacters)) {
      yield page;
      page = [];
      characters = 0;
    }
    page.push(posting);
    characters += size;
  }
  if (page.length > 0) yield page;
}

/** The list in a file. Throws UsageError, which names the file, for what is none. */
function readPostings(file: string): unknown[] {
  const text = readText(file);
  if (text.trim() === "") throw new UsageError(`${file} is empty: it must hold a JSON list of Karirhub postings, [{ … }, …].`);
  const value = readJson(file, text);
  if (Array.isArray(value)) return value;
  throw new UsageError(`${file} holds no list: it must hold a JSON list of Karirhub postings, [{ … }, …].`);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw fileTrouble(file, error);
  }
}

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new UsageError(`${file} is not JSON, or was cut off: ${error instanceof Error ? error.message : error}.`);
  }
}

await runCommand(usage, run);
