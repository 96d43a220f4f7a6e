/** What was recorded of an employer has changed: its vacancies carry a copy of it, by which they are ranked and shown. */
import type { Employer } from "../../domain/employers/employer.ts";
import type { FanOut, FanOutOf } from "../../store/outbox.ts";
import type { OfferedVacancy } from "../../store/vacancies.ts";
import type { Deps } from "../deps.ts";
import { changeAsOrdered } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { eachOfPage, pageSize } from "./fan-out-page.ts";

/** The vacancies of an employer take over what is recorded now; what is proposed under them is looked at again, and who waits. */
export async function followChangedEmployer(deps: Deps, ref: FanOutOf<"EMPLOYER_CHANGED">): Promise<void> {
  const employer = await deps.store.employers.employer(ref.id);
  if (!employer) return;
  const orders = (id: string, fields: readonly string[]): FanOut[] => [
    { topic: "VACANCY_CHANGED", id, fields: [...fields], done: 0 },
    { topic: "VACANCY_OPENED", id, done: 0 },
  ];
  const takeOver = (id: string): Promise<unknown> =>
    changeAsOrdered(deps, records.vacancy, id, ref.by, (vacancy) => {
      if (vacancy?.employerId !== employer.id) return unchanged(undefined);
      const { size, optOut, legalName } = employer;
      const before = vacancy.offeredBy;
      if (before.size === size && before.optOut === optOut && vacancy.employerName === legalName) return unchanged(undefined);
      return changed({
        state: { ...vacancy, ...carriedOf(employer, vacancy) },
        event: "employerChanged",
        fields: ref.fields,
        response: undefined,
        effects: vacancy.status === "OPEN" ? orders(id, ref.fields).map((order) => ({ kind: "FANOUT", ref: order })) : [],
      });
    });
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, takeOver);
  const page = await deps.store.vacancies.ofEmployer(ref.id, { limit: pageSize, cursor: ref.cursor });
  const listed = page.items.map(({ vacancyId }) => vacancyId);
  const older = ref.cursor === undefined ? await openInProvince(deps, employer) : [];
  const ids = [...new Set([...listed, ...older])];
  await eachOfPage(deps, ref, ids, page.cursor ? { ...ref, cursor: page.cursor } : undefined, takeOver);
}

/** What a vacancy carries of its employer, as it is now. */
export const carriedOf = ({ legalName, size, optOut }: Employer, { offeredBy }: OfferedVacancy) => ({
  employerName: legalName,
  offeredBy: { ...offeredBy, size, optOut },
});

/** Every vacancy that is known of an employer. */
export async function allOfEmployer(deps: Deps, employer: Employer): Promise<readonly string[]> {
  const listed: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.vacancies.ofEmployer(employer.id, { limit: 100, cursor });
    listed.push(...page.items.map(({ vacancyId }) => vacancyId));
    cursor = page.cursor;
  } while (cursor);
  return [...new Set([...listed, ...(await openInProvince(deps, employer))])];
}

/** Its open vacancies in its own province: those of before vacancies were listed with their employer are found by that alone. */
async function openInProvince(deps: Deps, { id, provinceCode }: Employer): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.store.vacancies.openIn(provinceCode, cursor);
    found.push(...page.items.filter(({ vacancy }) => vacancy.employerId === id).map(({ vacancy }) => vacancy.id));
    cursor = page.cursor;
  } while (cursor);
  return found;
}
