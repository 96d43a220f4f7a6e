/** Gathers what matching reads of a client and of an office. */
import type { Certificate } from "../../domain/certificates/certificate.ts";
import type { Client } from "../../domain/clients/client.ts";
import { hasConsent } from "../../domain/clients/consent.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import { toMatchingClient, toMatchingTerms, toMatchingVacancy } from "../../domain/matching/from-records.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "../../domain/matching/matching-input.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { isSeenBy } from "../../domain/vacancies/vacancy.ts";
import type { Deps } from "../deps.ts";
import { survivorOf } from "../employers/survivor.ts";
import { todayIn } from "../office-times.ts";

/** A client as the rules read it, with every attempt before the current one. @param held all certificates; read where not given */
export async function matchingClientOf(
  deps: Deps,
  client: Client,
  current: Placement | undefined,
  held?: readonly Certificate[],
): Promise<MatchingClient> {
  const [certificates, earlier] = await Promise.all([
    held ?? deps.store.certificates.ofClient(client.id),
    earlierAttempts(deps, client, current),
  ]);
  const matched = toMatchingClient(client, certificates, { current, earlier });
  // Who was exhausted under a record that has become another one is so under that, too.
  const survivors = await Promise.all(matched.exhaustedEmployers.map((id) => survivorOf(deps, id)));
  const exhausted = [...matched.exhaustedEmployers, ...survivors.flatMap((employer) => employer?.id ?? [])];
  return { ...matched, exhaustedEmployers: [...new Set(exhausted)] };
}

/** The attempts before the current one. */
async function earlierAttempts(deps: Deps, client: Client, current: Placement | undefined): Promise<readonly Placement[]> {
  if (client.attempts <= (current ? 1 : 0)) return [];
  const attempts = await deps.store.clients.attempts(client.id);
  const others = attempts.filter((attempt) => attempt.placementId !== current?.id);
  const found = await Promise.all(others.map((attempt) => deps.store.processes.placement(attempt.placementId)));
  return found.flatMap((stored) => (stored ? [stored.state] : []));
}

/** What an office brings to the rules today. */
export async function termsOf(deps: Deps, office: Office): Promise<MatchingTerms> {
  const today = todayIn(office, deps.now());
  return toMatchingTerms(office, await deps.store.agreements.runningOf(office.id, today), today);
}

/** A vacancy as the rules read it for an office, from its own record and its employer's. Errors: NOT_FOUND. */
export async function matchingVacancyOf(
  deps: Deps,
  vacancyId: string,
  { officeId, today }: { readonly officeId: string; readonly today: string },
): Promise<MatchingVacancy> {
  const vacancy = await deps.store.vacancies.vacancy(vacancyId);
  if (!vacancy || !isSeenBy(vacancy, officeId)) throw notFound("vacancy");
  return toMatchingVacancy(vacancy, await deps.store.employers.employer(vacancy.employerId), today);
}

/** The attempt that is under way for a client. */
export async function currentAttempt(deps: Deps, { openPlacement }: Client): Promise<Placement | undefined> {
  return openPlacement ? (await deps.store.processes.placement(openPlacement))?.state : undefined;
}

/** Without the client's consent to profiling nothing is matched, not even to look. Errors: GATE_FAILED. */
export async function requireProfiling(deps: Deps, clientId: string): Promise<void> {
  if (!hasConsent(await deps.store.consents.ofClient(clientId), "PROFILING"))
    throw refusal("GATE_FAILED", [{ code: "PROFILING_CONSENT_MISSING" }]);
}
