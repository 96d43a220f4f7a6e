/**
 * `npm run import:vacancies -- FILE`: brings Karirhub postings in through the API, and says for each what became of it and why.
 * A posting that is known already is left as it is, so a second run changes nothing.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import * as z from "zod";
import { addCalendarDays } from "../shared/domain/calendar/local-date.ts";
import { type ImportedVacancy, importVacancies } from "../shared/domain/vacancy-import/import-vacancies.ts";
import type { VacancyDraft } from "../shared/domain/vacancy-import/vacancy-draft.ts";
import { addressFile, readAddress } from "./address.ts";
import { ApiProblem, send } from "./http.ts";
import { today, tokenOf } from "./seed.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Where the API answers, and a token for it: for any cloud. Without them, the one that `npm start` runs. */
    url: { type: "string" },
    token: { type: "string" },
    data: { type: "string", default: ".titian" },
  },
});

const created = z.object({ id: z.string(), warnings: z.array(z.string()).optional() });
type Outcome = "TAKEN" | "FLAGGED" | "REFUSED" | "KNOWN";

/** How long a posting without an end is held open, in days. */
const assumedValidity = 30;

async function run(file: string | undefined): Promise<number> {
  if (!file) throw new Error("usage: npm run import:vacancies -- FILE [--url URL --token TOKEN | --data FOLDER]");
  const { publicUrl, token, now } = await reach();
  const results = importVacancies(JSON.parse(readFileSync(file, "utf8")), { today: today(now) });
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
  return 0;
}

async function reach(): Promise<{ publicUrl: string; token: string; now: string }> {
  if (values.url && values.token) return { publicUrl: values.url, token: values.token, now: new Date().toISOString() };
  const address = readAddress(values.data);
  if (!address)
    throw new Error(
      `Nothing runs on ${values.data} (no ${addressFile(values.data)}): run npm start first, or name --url and --token`,
    );
  const clock = z.object({ now: z.string() }).parse(await send(address.publicUrl, { method: "GET", path: "/_cloud/api/clock" }));
  return { publicUrl: address.publicUrl, token: await tokenOf(address.publicUrl, address.clientId, "officer"), now: clock.now };
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
  const reasons = result.reasons.map((one) => `${one.code}: ${one.id} / ${one.en}`);
  if (result.outcome === "REFUSED") return { outcome: "REFUSED", reasons };
  const { draft } = result;
  const { regencyCode } = draft;
  if (!regencyCode) return { outcome: "REFUSED", reasons };
  try {
    const employer = created.parse(
      await send(publicUrl, { method: "POST", path: "/employers", token, body: employerBody(draft, regencyCode) }),
    );
    const flags = result.reasons.map((one) => one.code);
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
  legalName: (draft.employerName ?? "Pemberi kerja tanpa nama").slice(0, 150),
  regencyCode,
  contact: { name: "Bagian Rekrutmen" },
  karirhubRef: draft.employerRef ?? `vacancy-${draft.karirhubRef}`,
});

/** What the source leaves out stays out; a thousand seats are taken for one, and the flag says so. */
const vacancyBody = (draft: VacancyDraft, regencyCode: string, employerId: string, flags: readonly string[], now: string) => ({
  employerId,
  title: draft.title.slice(0, 150),
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

try {
  process.exitCode = await run(positionals[0]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
