/**
 * The round: all waiting clients against all open seats at once. A pure function: the same snapshot, in any order, gives the
 * same result to the byte.
 */
import { compareTexts } from "../compare-texts.ts";
import { buildPreferenceLists } from "../engine/build-lists.ts";
import { type ClientColumns, compileClients, waitingSinceOf } from "../engine/client-columns.ts";
import { termsByOffice } from "../engine/office-terms.ts";
import type { SetAside } from "../engine/set-aside.ts";
import { indexVacancies, type VacancyIndex } from "../engine/vacancy-index.ts";
import type { MatchingAgreement, MatchingClient, MatchingVacancy } from "../matching-input.ts";
import type { MatchingWeights } from "../weights.ts";
import { type Audit, auditOf } from "./audit.ts";
import { type DeferredAcceptance, deferredAcceptance, readKey, seatsLeft } from "./deferred-acceptance.ts";
import { drawLottery } from "./lottery.ts";
import { edgeTo, type PreferenceLists, pointsOfEdge, unplaced } from "./preference-lists.ts";
import { bandsOfPoints, inverseOf, type Priorities, queueOrder } from "./priority.ts";

/** What a round is given. Clients and vacancies are gone through once and not kept. */
export type RoundSnapshot = {
  readonly today: string;
  /** Decides the lottery; published after the hash of the inputs. */
  readonly seed: string;
  readonly weights: MatchingWeights;
  /** Places more people, at the price of some promises: `docs/matching.md`. */
  readonly placementsFirst: boolean;
  readonly agreements: Iterable<MatchingAgreement>;
  /** Offices whose proposals need an agreement in force. */
  readonly demandingOffices: Iterable<string>;
  readonly vacancies: Iterable<MatchingVacancy>;
  readonly clients: Iterable<MatchingClient>;
};

export type RoundProposal = {
  readonly clientId: string;
  readonly vacancyId: string;
  readonly points: number;
  /** 0 is the best. */
  readonly band: number;
  /** Which of the client's own choices it is, 1 the first. */
  readonly choice: number;
  /** Only with placements first: whether the client was promoted after running out of choices once. */
  readonly promoted: boolean;
};

/** The last one admitted to a vacancy whose seats all went: whoever stands behind was refused by this. */
export type RoundCutoff = {
  readonly vacancyId: string;
  readonly band: number;
  readonly waitingSince: string;
  /** A lottery number, 0 to 2^48 - 1, the lower the better. */
  readonly lottery: number;
  /** Only with placements first: whether the last one had been promoted within the band. */
  readonly promoted: boolean;
};

export type RoundResult = {
  /** By client id. */
  readonly proposals: readonly RoundProposal[];
  /** By vacancy id. */
  readonly cutoffs: readonly RoundCutoff[];
  readonly audit: Audit;
  /** By kind, id and reason. */
  readonly setAside: readonly SetAside[];
};

/** Runs a round. Bad records are set aside with a reason and never stop it. */
export function runRound(snapshot: RoundSnapshot): RoundResult {
  const { today, weights, placementsFirst } = snapshot;
  const { terms, setAside: lapsed } = termsByOffice(snapshot.agreements, snapshot.demandingOffices, today);
  const index = indexVacancies(snapshot.vacancies, today, weights);
  const clients = compileClients(snapshot.clients, index, terms);
  const lists = buildPreferenceLists(index, clients);
  const waitingSince = waitingSinceOf(clients);
  const lottery = drawLottery(snapshot.seed, clients.ids, (client) => lists.start[client] !== lists.start[client + 1]);
  const priorities: Priorities = {
    bandOfPoints: bandsOfPoints(weights.bands, index.mostPoints),
    bands: weights.bands.length + 1,
    order: queueOrder(waitingSince, lottery),
  };
  const { assignment, cutoffs, promoted } = deferredAcceptance(lists, priorities, { placementsFirst });
  return {
    proposals: proposalsOf(index, clients, lists, priorities, { assignment, promoted }),
    cutoffs: cutoffsOf(index, { waitingSince, lottery }, priorities, cutoffs, placementsFirst),
    audit: auditOf({ today, weights, placementsFirst, lists, priorities, assignment }),
    setAside: [...index.setAside, ...clients.setAside, ...lapsed].toSorted(
      (a, b) => compareTexts(a.kind, b.kind) || compareTexts(a.id, b.id) || compareTexts(a.code, b.code),
    ),
  };
}

function proposalsOf(
  index: VacancyIndex,
  clients: ClientColumns,
  lists: PreferenceLists,
  { bandOfPoints }: Priorities,
  { assignment, promoted }: Pick<DeferredAcceptance, "assignment" | "promoted">,
): RoundProposal[] {
  const proposals: RoundProposal[] = [];
  assignment.forEach((vacancy, client) => {
    if (vacancy === unplaced) return;
    const from = lists.start[client] ?? 0;
    const at = edgeTo(lists, client, vacancy);
    const points = pointsOfEdge(lists.edges[at] ?? 0, lists);
    proposals.push({
      clientId: clients.ids[client] ?? "",
      vacancyId: index.ids[vacancy] ?? "",
      points,
      band: bandOfPoints[points] ?? 0,
      choice: at - from + 1,
      promoted: promoted[client] === 1,
    });
  });
  return proposals.sort((a, b) => compareTexts(a.clientId, b.clientId));
}

function cutoffsOf(
  index: VacancyIndex,
  { waitingSince, lottery }: { readonly waitingSince: Int32Array; readonly lottery: Float64Array },
  { order }: Priorities,
  cutoffs: Int32Array,
  placementsFirst: boolean,
): RoundCutoff[] {
  const clientAt = inverseOf(order);
  const texts = new Map<number, string>();
  const textOf = (day: number): string => {
    const text = texts.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, 10);
    texts.set(day, text);
    return text;
  };
  const found: RoundCutoff[] = [];
  cutoffs.forEach((cutoff, vacancy) => {
    if (cutoff === seatsLeft) return;
    const { band, promoted, order: place } = readKey(cutoff, order.length, { placementsFirst });
    const last = clientAt[place] ?? 0;
    found.push({
      vacancyId: index.ids[vacancy] ?? "",
      band,
      waitingSince: textOf(waitingSince[last] ?? 0),
      lottery: lottery[last] ?? 0,
      promoted,
    });
  });
  return found;
}
