/** An agreement came into force: who waits for a vacancy, and may be proposed to that employer now, is woken. */
import { employersOf, isInForce } from "../../domain/agreements/agreement.ts";
import { wake } from "../../domain/placements/ranking.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { fitsWaiting } from "../matching/fits-waiting.ts";
import { todayIn } from "../office-times.ts";
import { changePlacement } from "../process/change-process.ts";
import { bySystem, eachOfPage, pageSize } from "./fan-out-page.ts";
import { allOfEmployer } from "./follow-employer.ts";

/** Goes through those of the office who wait, a page a row. It may have been terminated, or moved to later, before its day came. */
export async function wakeOfAgreement(deps: Deps, ref: FanOutOf<"AGREEMENT_IN_FORCE">): Promise<void> {
  const agreement = await deps.store.agreements.agreement(ref.id);
  const office = agreement && (await deps.store.offices.office(agreement.officeId));
  if (!office || !isInForce(agreement, todayIn(office, deps.now()))) return;
  const employers = await Promise.all(employersOf(agreement).map((id) => deps.store.employers.employer(id)));
  const ids = (await Promise.all(employers.map((employer) => (employer ? allOfEmployer(deps, employer) : [])))).flat();
  const vacancies = (await Promise.all(ids.map((id) => deps.store.vacancies.vacancy(id)))).flatMap((found) => found ?? []);
  const open = vacancies.filter(({ status, seatsFree }) => status === "OPEN" && seatsFree > 0);
  const questions = await Promise.all(open.map((vacancy) => fitsWaiting(deps, vacancy)));
  const wakeOne = async (placementId: string): Promise<void> => {
    for (const fits of questions) {
      if (!(await fits(placementId))) continue;
      await changePlacement(deps, placementId, bySystem, ({ state, context }) => wake(state, context));
      return;
    }
  };
  if (ref.only !== undefined) return eachOfPage(deps, ref, [ref.only], undefined, wakeOne);
  const page = await deps.store.processes.ofOffice(office.id, {
    limit: pageSize,
    cursor: ref.cursor,
    status: "AWAITING_VACANCY",
  });
  const waiting = page.items.map(({ id }) => id);
  await eachOfPage(deps, ref, waiting, page.cursor ? { ...ref, cursor: page.cursor } : undefined, wakeOne);
}
