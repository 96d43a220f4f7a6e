/** A supervisor says that two records are of one employer: one becomes the other, and what hangs on it follows. */
import type { routes } from "../../api/routes.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { goneAfter, mergerFaults, survivorAfter } from "../../domain/employers/merge.ts";
import { type ErrorDetail, newerVersion, notFound, refusal } from "../../domain/errors.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { actorName } from "../../store/audit.ts";
import { everyPage } from "../../store/dynamodb.ts";
import { employerAtRest, karirhubPuts } from "../../store/employers.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { changedFields, recordWrites } from "../../store/record.ts";
import type { Deps } from "../deps.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { actorOf, type StaffCommand } from "../request.ts";
import { describeEmployer } from "./read-employer.ts";

/**
 * Both records are changed at once, on the versions that were seen; vacancies, agreements and processes follow page by page.
 * Errors: NOT_FOUND, CONFLICT with the newer record where another version of either was seen, MERGER_IMPOSSIBLE with all that
 * stands in the way.
 */
export const mergeEmployer: StaffCommand<typeof routes.mergeEmployer> = (deps, request) => {
  const { staff, params, body } = request;
  const { id } = params;
  const options = { request, action: "mergeEmployer", id, expectedVersion: body.version } as const;
  return changeRecord(deps, { ...records.employer, shown: describeEmployer }, options, async (gone, { now }) => {
    const stored = await deps.store.employers.stored(body.into);
    if (!stored) return refused(notFound("employer"));
    const into = stored.state;
    const faults = mergerFaults(gone, into);
    if (faults.length > 0) return refused(refusal("MERGER_IMPOSSIBLE", faults));
    if (into.version !== body.intoVersion) return refused(newerVersion({ ...describeEmployer(into), version: into.version }));
    const twice = await offeredTwice(deps, gone, into);
    if (twice.length > 0) return refused(refusal("MERGER_IMPOSSIBLE", twice));
    const survivor = survivorAfter(gone, into);
    const by = actorName(actorOf(staff));
    const fields = changedFields(into, survivor);
    const act = { at: now, actor: by, event: "absorbEmployer", fields, about: id };
    const effects: OutboxEffect[] = [{ kind: "FANOUT", ref: { topic: "EMPLOYER_MERGED", id, to: into.id, by, done: 0 } }];
    // Its own vacancies carry a copy.
    if (survivor.optOut !== into.optOut)
      effects.push({ kind: "FANOUT", ref: { topic: "EMPLOYER_CHANGED", id: into.id, fields: ["optOut"], by, done: 0 } });
    return changed({
      state: goneAfter(gone, into),
      event: "mergeEmployer",
      response: { id: into.id, version: into.version + 1 },
      writes: [...recordWrites(employerAtRest, stored, survivor, act), ...karirhubPuts(gone, into.id)],
      effects,
    });
  });
};

/** What is open on both and is proposed on both: nobody could say which of the two each client was asked about. */
async function offeredTwice(deps: Deps, gone: Employer, into: Employer): Promise<readonly ErrorDetail[]> {
  const [ours, theirs] = await Promise.all([openOf(deps, gone), openOf(deps, into)]);
  const found: ErrorDetail[] = [];
  for (const vacancy of ours) {
    const same = theirs.find((other) => isSamePost(vacancy, other));
    if (same && (await isProposed(deps, vacancy)) && (await isProposed(deps, same)))
      found.push({ code: "vacancy.twice", value: vacancy.id });
  }
  return found;
}

async function openOf(deps: Deps, { id }: Employer): Promise<readonly Vacancy[]> {
  const listed = await everyPage((cursor) => deps.store.vacancies.ofEmployer(id, { limit: 100, cursor }));
  const found = await Promise.all(listed.map(({ vacancyId }) => deps.store.vacancies.vacancy(vacancyId)));
  return found.flatMap((vacancy) => (vacancy?.status === "OPEN" ? [vacancy] : []));
}

const isSamePost = (one: Vacancy, other: Vacancy): boolean =>
  one.regencyCode === other.regencyCode &&
  one.title.trim().toLocaleLowerCase("id") === other.title.trim().toLocaleLowerCase("id");

const isProposed = async (deps: Deps, { id }: Vacancy): Promise<boolean> =>
  (await deps.store.holds.ofVacancy(id, { limit: 1 })).items.length > 0;
