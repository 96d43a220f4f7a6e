/** Brings the vacancies here into line with postings of Karirhub, one by one. */
import type * as z from "zod";
import { postingResults } from "../../api/imports.ts";
import type { routes } from "../../api/routes.ts";
import { localDateOf } from "../../domain/calendar/instant.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { DomainError } from "../../domain/errors.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import type { postingInput, postingResult } from "../../domain/vacancies/import/posting.ts";
import { detailText, problems } from "../../messages/problems.ts";
import type { Deps } from "../deps.ts";
import { earlierResponse, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry } from "../process/retry.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { employerOfPosting } from "./employer-of-posting.ts";
import { followKarirhub } from "./follow-karirhub.ts";
import { openVacancy } from "./open-vacancy.ts";

type Posting = z.output<typeof postingInput>;
type Result = z.infer<typeof postingResult>;
type Asking = { readonly staff: Staff; readonly today: LocalDate };

/**
 * Each posting is an act of its own, and is known by its reference: a request that broke off, or came twice, leaves each as it
 * would be after one. What is refused is told of its posting and holds no other one up.
 */
export const importVacancies: StaffCommand<typeof routes.importVacancies> = async (deps, { staff, body, idempotency }) => {
  const earlier = await earlierResponse(deps, idempotency, postingResults);
  if (earlier) return earlier.response;
  const today = localDateOf(deps.now(), (await officeOf(deps, staff)).zone);
  const results: Result[] = [];
  for (const posting of body.postings) results.push(await bringIn(deps, { staff, today }, posting));
  const response = { results };
  return commitWithRetry(deps, async () => {
    const meanwhile = await earlierResponse(deps, idempotency, postingResults);
    return meanwhile ?? { kind: "write", writes: idempotencyPut(idempotency, response, deps.now()), response };
  });
};

async function bringIn(deps: Deps, asking: Asking, posting: Posting): Promise<Result> {
  const { karirhubRef } = posting;
  try {
    return "gone" in posting ? await letGo(deps, asking, posting) : await takeIn(deps, asking, posting);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const errors = error.details.map(({ code }) => ({ code, text: detailText(code) }));
    const whole = { code: error.code, text: problems[error.code] };
    return { outcome: "REFUSED", karirhubRef, changes: [], errors: errors.length > 0 ? errors : [whole] };
  }
}

/** A posting that is closed or full at the source closes what it became; one that became nothing is refused. */
async function letGo(deps: Deps, asking: Asking, { karirhubRef, gone }: Extract<Posting, { gone: string }>): Promise<Result> {
  const known = await deps.store.vacancies.fromKarirhub(karirhubRef);
  if (!known) return { outcome: "REFUSED", karirhubRef, changes: [], errors: [] };
  return { karirhubRef, errors: [], ...(await followKarirhub(deps, asking, known.vacancyId, { kind: gone })) };
}

async function takeIn(deps: Deps, { staff, today }: Asking, posting: Exclude<Posting, { gone: string }>): Promise<Result> {
  const { karirhubRef, vacancy, namesItsEnd } = posting;
  const employer = await employerOfPosting(deps, staff, posting.employer);
  const body = { ...vacancy, karirhubRef, employerId: employer.id };
  const opened = await openVacancy(deps, { staff, body, params: {}, query: {}, idempotency: undefined });
  const result = { karirhubRef, employerId: employer.id, vacancyId: opened.id, errors: [] };
  if (!opened.warnings?.includes("vacancy.known"))
    return { ...result, outcome: vacancy.flags.length > 0 ? "FLAGGED" : "TAKEN", changes: employer.changes };
  // A posting without an end is held open from its first day on and not anew from each import.
  const now = { ...vacancy, validUntil: namesItsEnd ? vacancy.validUntil : undefined };
  const followed = await followKarirhub(deps, { staff, today }, opened.id, { kind: "READ", posting: now });
  const changes = [...employer.changes, ...followed.changes];
  const outcome = followed.outcome === "KNOWN" && changes.length > 0 ? "CHANGED" : followed.outcome;
  return { ...result, outcome, changes };
}
