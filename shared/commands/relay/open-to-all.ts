/** An employer was verified by a second person: its vacancies leave the offices that opened them. */
import type { FanOutOf } from "../../store/outbox.ts";
import { unverifiedVacanciesIn, withinOfficeDelete } from "../../store/unverified-vacancies.ts";
import type { Deps } from "../deps.ts";
import { changeAsOrdered } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";
import { eachOfPage, pageSize } from "./fan-out-page.ts";

/** Each vacancy becomes everybody's and wakes who waits for one, as if it had just been opened. */
export async function openToAll(deps: Deps, ref: FanOutOf<"EMPLOYER_VERIFIED">): Promise<void> {
  const open = (id: string): Promise<unknown> =>
    changeAsOrdered(deps, records.vacancy, id, ref.by, (vacancy) => {
      if (!vacancy?.withinOffice) return unchanged(undefined);
      return changed({
        state: { ...vacancy, withinOffice: undefined },
        event: "employerVerified",
        fields: ["withinOffice"],
        response: undefined,
        writes: [withinOfficeDelete(ref.id, id)],
        effects: vacancy.status === "OPEN" ? [{ kind: "FANOUT", ref: { topic: "VACANCY_OPENED", id, done: 0 } }] : [],
      });
    });
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, open);
  const page = await unverifiedVacanciesIn(deps.store.database).ofEmployer(ref.id, { limit: pageSize, cursor: ref.cursor });
  const ids = page.items.map(({ vacancyId }) => vacancyId);
  await eachOfPage(deps, ref, ids, page.cursor ? { ...ref, cursor: page.cursor } : undefined, open);
}
