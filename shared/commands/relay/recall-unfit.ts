/** A record has changed: what is proposed and no longer fits is recalled, and who waits is looked at again. */

import { toMatchingVacancy } from "../../domain/matching/from-records.ts";
import type { RuleCode } from "../../domain/matching/rules.ts";
import { rulesTouchedBy, stillFits } from "../../domain/matching/touched-rules.ts";
import { followClient } from "../../domain/placements/follow-client.ts";
import { isOccupationUnchecked } from "../../domain/placements/gates.ts";
import { isLive } from "../../domain/placements/live-entries.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { recallProposal } from "../../domain/placements/recall.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { matchingClientOf, termsOf } from "../matching/matching-facts.ts";
import { changePlacement } from "../process/change-process.ts";
import { bySystem, eachOfPage } from "./fan-out-page.ts";
import { askedLast } from "./recall-of-client.ts";
import { holdsOf } from "./recall-of-vacancy.ts";

/** The attempt that is under way for a client goes by what is recorded now; proposals that no longer fit are recalled. */
export async function followChangedClient(deps: Deps, ref: FanOutOf<"CLIENT_CHANGED">): Promise<void> {
  const client = (await deps.store.clients.client(ref.id))?.state;
  if (!client?.openPlacement) return;
  const id = client.openPlacement;
  await changePlacement(deps, id, bySystem, ({ state, client: now, context }) => followClient(state, now, context));
  const state = (await deps.store.processes.placement(id))?.state;
  if (state) await recallUnfit(deps, state, rulesTouchedBy(["client"], ref.fields));
}

/** Each live proposal of a vacancy is asked again about the rules that its change has touched. */
export async function followChangedVacancy(deps: Deps, ref: FanOutOf<"VACANCY_CHANGED">): Promise<void> {
  const rules = rulesTouchedBy(["vacancy", "employer"], ref.fields);
  const { ids, next } = await holdsOf(deps, ref);
  await eachOfPage(deps, ref, ids, next, async (id) => {
    const state = (await deps.store.processes.placement(id))?.state;
    if (state) await recallUnfit(deps, state, rules, ref.id);
  });
}

/** Recalls the live proposals that fail one of the rules; of one vacancy alone where it is named. */
export async function recallUnfit(deps: Deps, state: Placement, rules: readonly RuleCode[], vacancyId?: string): Promise<void> {
  const office = await deps.store.offices.office(state.officeId);
  const client = (await deps.store.clients.client(state.clientId))?.state;
  const live = askedLast(state).filter((entry) => vacancyId === undefined || entry.vacancyId === vacancyId);
  if (!office || !client || rules.length === 0 || !live.some(isLive)) return;
  const terms = await termsOf(deps, office);
  const matched = await matchingClientOf(deps, client, state);
  for (const entry of live) {
    const vacancy = await deps.store.vacancies.vacancy(entry.vacancyId);
    const employer = await deps.store.employers.employer(entry.employerId);
    const unchecked =
      vacancy !== undefined &&
      rules.includes("OCCUPATION_BARRED") &&
      isOccupationUnchecked(client, vacancy, entry.occupationChecked);
    if (!unchecked && vacancy && stillFits(matched, toMatchingVacancy(vacancy, employer, terms.today), terms, rules)) continue;
    await changePlacement(deps, state.id, bySystem, ({ state: now, context }) =>
      recallProposal(now, entry.vacancyId, "NO_LONGER_FITS", context),
    );
  }
}
