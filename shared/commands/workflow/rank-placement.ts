/** Ranks the open vacancies of the province for a placement and commits what was found. */
import { isValidOn } from "../../domain/certificate.ts";
import { hasConsent } from "../../domain/client.ts";
import { isInForce, type Vacancy } from "../../domain/employer.ts";
import { notFound } from "../../domain/errors.ts";
import {
  type MatchingClient,
  type MatchingVacancy,
  toMatchingClient,
  toMatchingVacancy,
} from "../../domain/matching/from-records.ts";
import { firstFailedRule, type RankedVacancy, rankVacancies } from "../../domain/matching/rank-vacancies.ts";
import type { Office } from "../../domain/office.ts";
import type { Placement } from "../../domain/placement/placement.ts";
import { noteRanking, wake } from "../../domain/placement/preparation.ts";
import { provinces } from "../../domain/reference/regions.ts";
import { keys } from "../../store/keys.ts";
import { changePlacement } from "../change-process.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { type WhereItStands, whereItStands } from "./where-it-stands.ts";

/** How many proposals the officer is shown. */
const proposalsShown = 10;
/** How many vacancies one page of the index brings. */
const pageSize = 300;

export type RankingResult = {
  readonly proposals: readonly RankedVacancy[];
  readonly considered: number;
  readonly refused: Readonly<Record<string, number>>;
};

/** The ranking of a placement's client over the open vacancies within reach. Reads only. */
export async function rankForPlacement(deps: Deps, placement: Placement, office: Office): Promise<RankingResult> {
  const client = (await deps.store.people.client(placement.clientId))?.state;
  if (!client) throw notFound("client");
  const today = todayIn(office, deps.now());
  const certificates = (await deps.store.people.certificates(client.id)).filter((one) => isValidOn(one, today));
  const agreements = await deps.store.employers.agreementsOf(office.id, { limit: 300 });
  const partners = new Set(agreements.items.filter((one) => isInForce(one, today)).map((one) => one.employerId));
  const seeker: MatchingClient = toMatchingClient(client, certificates, placement);
  const found = await openVacancies(deps, seeker);
  const employers = await employersOf(deps, found);
  const vacancies: MatchingVacancy[] = found.map((one) =>
    toMatchingVacancy(one, employers.get(one.employerId), partners.has(one.employerId), today),
  );
  const terms = { today, agreementRequired: office.agreementRequired };
  const proposals = rankVacancies(seeker, vacancies, terms, proposalsShown);
  const refused: Record<string, number> = {};
  for (const vacancy of vacancies) {
    const code = firstFailedRule(seeker, vacancy, terms);
    if (code) refused[code] = (refused[code] ?? 0) + 1;
  }
  return { proposals, considered: vacancies.length, refused };
}

/** Whether a vacancy would be proposed to a placement that waits for one. */
export async function fitsWaiting(deps: Deps, placementId: string, vacancy: Vacancy): Promise<boolean> {
  const placement = (await deps.store.processes.placement(placementId))?.state;
  if (placement?.status !== "AWAITING_VACANCY") return false;
  const office = await deps.store.people.office(placement.officeId);
  const client = (await deps.store.people.client(placement.clientId))?.state;
  if (!office || !client) return false;
  const today = todayIn(office, deps.now());
  const certificates = (await deps.store.people.certificates(client.id)).filter((one) => isValidOn(one, today));
  const agreements = await deps.store.employers.agreementsOf(office.id, { limit: 300 });
  const partner = agreements.items.some((one) => one.employerId === vacancy.employerId && isInForce(one, today));
  const employer = await deps.store.employers.employer(vacancy.employerId);
  const post = toMatchingVacancy(vacancy, employer, partner, today);
  const terms = { today, agreementRequired: office.agreementRequired };
  return firstFailedRule(toMatchingClient(client, certificates, placement), post, terms) === undefined;
}

/** The task of the state RANKING: idempotent, since a placement that has gone on is left as it is. */
export async function rankPlacement(deps: Deps, placementId: string): Promise<WhereItStands> {
  const stored = await deps.store.processes.placement(placementId);
  if (!stored) throw notFound("placement");
  if (stored.state.status !== "RANKING") return whereItStands(deps, placementId);
  const office = await deps.store.people.office(stored.state.officeId);
  if (!office) throw notFound("office");
  const consents = await deps.store.people.consents(stored.state.clientId);
  const result: RankingResult = hasConsent(consents, "PROFILING")
    ? await rankForPlacement(deps, stored.state, office)
    : { proposals: [], considered: 0, refused: { PROFILING_CONSENT_MISSING: 1 } };
  await changePlacement(
    deps,
    placementId,
    {
      actor: { kind: "system" },
      alsoWrites: (_loaded, after) => [
        {
          label: "proposals",
          table: "placements",
          kind: "put",
          item: { ...keys.shortlist(placementId, after.shortlistNo), no: after.shortlistNo, rankedAt: deps.now(), ...result },
        },
      ],
    },
    ({ state, context }) => noteRanking(state, result.proposals.length, context),
  );
  if (result.proposals.length === 0) await lookOnceMore(deps, stored.state, office);
  return whereItStands(deps, placementId);
}

/**
 * A vacancy that opened while we ranked may have looked for waiting placements before this one was among them. So after the
 * placement waits, look again: what opened before is seen now, and what opens later will find it waiting.
 */
async function lookOnceMore(deps: Deps, placement: Placement, office: Office): Promise<void> {
  const again = await rankForPlacement(deps, placement, office);
  if (again.proposals.length === 0) return;
  await changePlacement(deps, placement.id, { actor: { kind: "system" } }, ({ state, context }) => wake(state, context));
}

async function openVacancies(deps: Deps, client: MatchingClient): Promise<readonly Vacancy[]> {
  const home = client.regencyCode.slice(0, 2);
  const within =
    client.willingness === "ANYWHERE" ? [home, ...provinces.map((one) => one.code).filter((code) => code !== home)] : [home];
  const found: Vacancy[] = [];
  for (const province of within) {
    let cursor: string | undefined;
    do {
      const page = await deps.store.employers.openVacanciesIn(province, { limit: pageSize, cursor });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor);
  }
  return found;
}

async function employersOf(deps: Deps, vacancies: readonly Vacancy[]) {
  const ids = [...new Set(vacancies.map((one) => one.employerId))];
  const employers = await Promise.all(ids.map((id) => deps.store.employers.employer(id)));
  return new Map(employers.flatMap((one) => (one ? [[one.id, one] as const] : [])));
}
