/** Who of an office's waiting clients a vacancy is best for; under names that say nothing. */
import type { routes } from "../../api/routes.ts";
import { daysBetween } from "../../domain/calendar/local-date.ts";
import { type Certificate, isValidOn } from "../../domain/certificates/certificate.ts";
import { hasConsent } from "../../domain/clients/consent.ts";
import type { MatchingClient } from "../../domain/matching/matching-input.ts";
import { rankClients } from "../../domain/matching/rank-clients.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import { waitingPlaceOf, waitingPlacesWithinReach } from "../../domain/placements/waiting-places.ts";
import { findSkill } from "../../domain/reference/skills.ts";
import { mapAtOnce } from "../at-once.ts";
import type { Deps } from "../deps.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { matchingClientOf, matchingVacancyOf, termsOf } from "./matching-facts.ts";
import { reasonsWithTexts } from "./with-texts.ts";

/** How many waiting placements of the office are looked at, those first whose wait ends first. */
const mostLookedAt = 200;
/** How many clients are read at once. */
const atOnce = 16;

/**
 * The ten best of the office's clients who wait for a vacancy and consent to matching. The vacancy may be any office's: clients
 * are proposed across offices, and nothing is told here of another office's clients. Errors: NOT_FOUND.
 */
export const readCandidates: StaffCommand<typeof routes.readCandidates> = async (deps, { staff, params }) => {
  const terms = await termsOf(deps, await officeOf(deps, staff));
  const matchingVacancy = await matchingVacancyOf(deps, params.id, { officeId: staff.officeId, today: terms.today });
  const { waiting, complete } = await waitingIn(deps, staff.officeId);
  const places = waitingPlacesWithinReach(matchingVacancy.regencyCode);
  const near = waiting.filter((placement) => places.includes(waitingPlaceOf(placement)));
  const known = (await mapAtOnce(near, atOnce, (placement) => candidateOf(deps, placement))).flat();
  const byId = new Map(known.map((candidate) => [candidate.matchingClient.id, candidate]));
  const { ranked, eligible } = rankClients(
    matchingVacancy,
    known.map((candidate) => candidate.matchingClient),
    terms,
  );
  const names = await Promise.all(ranked.map((client) => deps.keys.candidateName(matchingVacancy.id, client.clientId)));
  const candidates = ranked.flatMap(({ clientId, points, reasons }, at) => {
    const candidate = byId.get(clientId);
    const pseudonym = names[at];
    if (!candidate || pseudonym === undefined) return [];
    return [
      {
        pseudonym,
        points,
        reasons: reasonsWithTexts(reasons),
        waitingDays: daysBetween(candidate.matchingClient.waitingSince, terms.today),
        certificates: [
          ...new Set(candidate.certificates.filter((held) => isValidOn(held, terms.today)).map((held) => held.scheme)),
        ],
        skills: candidate.matchingClient.skills.map((code) => ({ code, text: findSkill(code)?.name ?? { id: code, en: code } })),
      },
    ];
  });
  return { candidates, eligible, lookedAt: waiting.length, complete };
};

/** The office's placements that wait for a vacancy, as many as are looked at. */
async function waitingIn(deps: Deps, officeId: string): Promise<{ waiting: readonly Placement[]; complete: boolean }> {
  const waiting: Placement[] = [];
  let cursor: string | undefined;
  do {
    const query = { status: "AWAITING_VACANCY", limit: mostLookedAt - waiting.length, cursor };
    const page = await deps.store.processes.ofOffice(officeId, query);
    waiting.push(...page.items.filter((process) => process.kind === "PLACEMENT"));
    cursor = page.cursor;
  } while (cursor && waiting.length < mostLookedAt);
  return { waiting, complete: cursor === undefined };
}

type Candidate = { readonly matchingClient: MatchingClient; readonly certificates: readonly Certificate[] };

/** A waiting client, as far as matching may look: nobody without consent. */
async function candidateOf(deps: Deps, placement: Placement): Promise<readonly Candidate[]> {
  const client = (await deps.store.clients.client(placement.clientId))?.state;
  if (!client || !hasConsent(await deps.store.consents.ofClient(client.id), "PROFILING")) return [];
  const certificates = await deps.store.certificates.ofClient(client.id);
  return [{ matchingClient: await matchingClientOf(deps, client, placement, certificates), certificates }];
}
