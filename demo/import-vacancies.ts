/**
 * `npm run import:vacancies -- FILE`: brings Karirhub postings in through the API, and says for each what became of it and why.
 * A posting that is known already is left as it is, so a second run changes nothing. Ends with 1 where anything was refused.
 */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { addCalendarDays } from "../shared/domain/calendar/local-date.ts";
import { beginningOf } from "../shared/domain/identifiers/line.ts";
import { type ImportedVacancy, importVacancies } from "../shared/domain/vacancies/import/import-vacancies.ts";
import type { VacancyDraft } from "../shared/domain/vacancies/import/vacancy-draft.ts";
import { importWords } from "../shared/messages/import-words.ts";
import { findCloud, responds } from "./address.ts";
import { ApiProblem, send } from "./http.ts";
import { fileTrouble, readOptions, runCommand, UsageError } from "./options.ts";
import { today, tokenOf } from "./seed.ts";

const usage = `npm run import:vacancies -- FILE [--data FOLDER | --url URL --token TOKEN]

FILE           a JSON list of Karirhub postings
--data FOLDER  where npm start keeps its data, .titian unless said
--url --token  any other cloud: where its API answers, and the bearer token of an officer`;

const created = z.object({ id: z.string(), warnings: z.array(z.string()).optional() });
type Outcome = "TAKEN" | "FLAGGED" | "REFUSED" | "KNOWN";

/** How long a posting without an end is held open, in days. */
const assumedValidity = 30;

async function run(): Promise<number> {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: { url: { type: "string" }, token: { type: "string" }, data: { type: "string", default: ".titian" } },
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError("Name one file.");
  const postings = readPostings(file);
  const { publicUrl, token, now } = await reach(values);
  const results = importVacancies(postings, { today: today(now) });
  const counts: Record<Outcome, number> = { TAKEN: 0, FLAGGED: 0, REFUSED: 0, KNOWN: 0 };
  for (const result of results) {
    const { outcome, reasons } = await bringIn(publicUrl, token, now, result);
    counts[outcome] += 1;
    console.log(`${outcome.padEnd(8)} ${nameOf(result)}`);
    for (const reason of reasons) console.log(`           ${reason}`);
  }
  console.log(
    `\n${results.length} postings: ${counts.TAKEN} taken, ${counts.FLAGGED} flagged, ${counts.REFUSED} refused, ${counts.KNOWN} known already`,
  );
  return counts.REFUSED > 0 ? 1 : 0;
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

type Where = { readonly url?: string | undefined; readonly token?: string | undefined; readonly data: string };

async function reach({ url, token, data }: Where): Promise<{ publicUrl: string; token: string; now: string }> {
  if (url !== undefined || token !== undefined) {
    if (!url || !token) throw new UsageError("--url and --token go together.");
    const publicUrl = url.replace(/\/$/, "");
    if (!(await responds(`${publicUrl}/openapi.json`))) throw new Error(`No cloud answers at ${publicUrl}.`);
    // A token that is not good is said once and not for each posting.
    await send(publicUrl, { method: "GET", path: "/me", token });
    return { publicUrl, token, now: new Date().toISOString() };
  }
  const { publicUrl, clientId } = await findCloud(data);
  const { now } = z.object({ now: z.string() }).parse(await send(publicUrl, { method: "GET", path: "/_cloud/api/clock" }));
  return { publicUrl, token: await officerToken(publicUrl, clientId), now };
}

async function officerToken(publicUrl: string, clientId: string): Promise<string> {
  try {
    return await tokenOf(publicUrl, clientId, "officer");
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`The demo's officer cannot sign in (${why}): import with --url and --token of an officer of this cloud.`);
  }
}

const nameOf = (result: ImportedVacancy): string =>
  result.outcome === "REFUSED"
    ? (result.karirhubRef ?? "(no id)")
    : `${result.draft.title} — ${result.draft.employerName ?? "?"}`;

async function bringIn(
  publicUrl: string,
  token: string,
  now: string,
  result: ImportedVacancy,
): Promise<{ outcome: Outcome; reasons: string[] }> {
  const reasons = result.reasons.map((code) => `${code}: ${importWords[code].id} / ${importWords[code].en}`);
  if (result.outcome === "REFUSED") return { outcome: "REFUSED", reasons };
  const { draft } = result;
  const { regencyCode } = draft;
  if (!regencyCode) return { outcome: "REFUSED", reasons };
  try {
    const employer = created.parse(
      await send(publicUrl, { method: "POST", path: "/employers", token, body: employerBody(draft, regencyCode) }),
    );
    const flags = [...result.reasons];
    const vacancy = created.parse(
      await send(publicUrl, {
        method: "POST",
        path: "/vacancies",
        token,
        body: vacancyBody(draft, regencyCode, employer.id, flags, now),
      }),
    );
    if (vacancy.warnings?.includes("vacancy.known")) return { outcome: "KNOWN", reasons: [] };
    return { outcome: result.outcome, reasons };
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    return { outcome: "REFUSED", reasons: [...reasons, error.message] };
  }
}

/** The source names no size: until somebody says otherwise the minimum wage is held to bind. */
const employerBody = (draft: VacancyDraft, regencyCode: string) => ({
  type: "COMPANY",
  size: "MEDIUM",
  legalName: beginningOf(draft.employerName ?? "Pemberi kerja tanpa nama", 150),
  regencyCode,
  contact: { name: "Bagian Rekrutmen" },
  karirhubRef: draft.employerRef ?? `vacancy-${draft.karirhubRef}`,
});

/** What the source leaves out stays out; a thousand seats are taken for one, and the flag says so. */
const vacancyBody = (draft: VacancyDraft, regencyCode: string, employerId: string, flags: readonly string[], now: string) => ({
  employerId,
  title: beginningOf(draft.title, 150),
  regencyCode,
  seats: draft.count >= 1000 ? 1 : draft.count,
  ...(draft.wage ? { wage: { amount: draft.wage.min, basis: draft.wage.basis } } : {}),
  workDays: [],
  reportDayFree: false,
  contractType: draft.contractType ?? "PKWT",
  requirements: {
    ...(draft.requirements.minEducation ? { minEducation: draft.requirements.minEducation } : {}),
    minExperienceYears: Math.min(40, draft.requirements.minYearsExperience ?? 0),
  },
  recordCheck: flags.includes("vacancy.record-check-in-text") ? "BEFORE" : "UNKNOWN",
  flags,
  validUntil: draft.validUntil ?? addCalendarDays(today(now), assumedValidity),
  karirhubRef: draft.karirhubRef,
});

await runCommand(usage, run);
