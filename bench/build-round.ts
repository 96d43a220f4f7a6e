/** The lists and priorities of a round over a synthetic market, step by step, each step timed without the market's own making. */
import { buildPreferenceLists } from "../shared/domain/matching/engine/build-lists.ts";
import { compileClients, waitingSinceOf } from "../shared/domain/matching/engine/client-columns.ts";
import { termsByOffice } from "../shared/domain/matching/engine/office-terms.ts";
import { indexVacancies } from "../shared/domain/matching/engine/vacancy-index.ts";
import { drawLottery } from "../shared/domain/matching/round/lottery.ts";
import type { PreferenceLists } from "../shared/domain/matching/round/preference-lists.ts";
import { bandsOfPoints, type Priorities, queueOrder } from "../shared/domain/matching/round/priority.ts";
import type { RoundSnapshot } from "../shared/domain/matching/round/round.ts";
import { defaultWeights } from "../shared/domain/matching/weights.ts";
import { createMarket, today } from "./market.ts";
import { metered, timed } from "./statistics.ts";
import type { MarketShape } from "./vocabulary.ts";

export type RoundSize = {
  readonly seed: number;
  readonly shape?: MarketShape;
  readonly clients: number;
  readonly vacancies: number;
};

/** A round's snapshot that makes its records as they are asked for, and the seconds that making them took. */
export function snapshotOf({ seed, shape, ...counts }: RoundSize): {
  readonly snapshot: RoundSnapshot;
  readonly secondsOfMaking: () => number;
} {
  const market = createMarket(seed, shape);
  const vacancies = metered(market.vacancies(counts.vacancies));
  const clients = metered(market.clients(counts.clients));
  return {
    snapshot: {
      today,
      seed: "a published seed",
      weights: defaultWeights,
      placementsFirst: false,
      agreements: market.agreements,
      demandingOffices: market.demandingOffices,
      vacancies: vacancies.records,
      clients: clients.records,
    },
    secondsOfMaking: () => vacancies.seconds() + clients.seconds(),
  };
}

export type BuiltRound = {
  readonly lists: PreferenceLists;
  readonly priorities: Priorities;
  readonly seconds: { readonly index: number; readonly clients: number; readonly edges: number; readonly queue: number };
};

/** Does what a round does before it matches. */
export function buildRound(size: RoundSize): BuiltRound {
  const { snapshot, secondsOfMaking } = snapshotOf(size);
  const { terms } = termsByOffice(snapshot.agreements, snapshot.demandingOffices, today);
  const index = timed(() => indexVacancies(snapshot.vacancies, today, defaultWeights));
  const madeVacancies = secondsOfMaking();
  const columns = timed(() => compileClients(snapshot.clients, index.result, terms));
  const madeClients = secondsOfMaking() - madeVacancies;
  const lists = timed(() => buildPreferenceLists(index.result, columns.result));
  const { ids } = columns.result;
  const waitingSince = waitingSinceOf(columns.result);
  const { start } = lists.result;
  const hasChoice = (client: number): boolean => start[client] !== start[client + 1];
  const order = timed(() => queueOrder(waitingSince, drawLottery(snapshot.seed, ids, hasChoice)));
  const { bands } = defaultWeights;
  return {
    lists: lists.result,
    priorities: {
      bandOfPoints: bandsOfPoints(bands, lists.result.mostPoints),
      bands: bands.length + 1,
      order: order.result,
    },
    seconds: {
      index: index.seconds - madeVacancies,
      clients: columns.seconds - madeClients,
      edges: lists.seconds,
      queue: order.seconds,
    },
  };
}
