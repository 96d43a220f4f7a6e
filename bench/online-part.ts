/** Single questions: the best vacancies for a client, the best clients for a vacancy, by the engine and by its peers. */
import { isDeepStrictEqual } from "node:util";
import { engineSearches } from "./engine-searches.ts";
import { createMarket, today } from "./market.ts";
import { definedClients, definedVacancies, type Question, type Search } from "./peers/definitions.ts";
import { minisearchVacancies } from "./peers/minisearch.ts";
import { naiveClients, naiveVacancies } from "./peers/naive.ts";
import { sqliteSearches } from "./peers/sqlite.ts";
import { tunedVacancies } from "./peers/tuned-scan.ts";
import { type Spread, timeInterleaved, timeNothing, timeSearch } from "./statistics.ts";

export type Peer = "engine" | "naive" | "tuned" | "sqlite" | "minisearch";

export const onlineSizes = { clients: 270_000, vacancies: 50_000 } as const;

/** How many are asked for: clients as they are, clients who go anywhere, vacancies. */
export const questions = { mix: 3000, anywhere: 1000, vacancies: 400 } as const;

/** How many of them are compared before anything is timed: with the engine, and with the definitions, which are slow. */
export const compared = { mix: 400, anywhere: 150, vacancies: 100, byDefinition: 25, vacanciesByDefinition: 5 } as const;

export type OnlineFigures = {
  readonly clock: Spread;
  /** Milliseconds that the definitions take for one client, asked of every pair. */
  readonly definitions: number;
  /** Milliseconds a question. */
  readonly mix: ReadonlyMap<Peer, Spread>;
  readonly anywhere: ReadonlyMap<Peer, Spread>;
  readonly vacancies: ReadonlyMap<Peer, Spread>;
};

/** Measures. Throws where two results differ: then there is nothing to measure. */
export function measureOnline(seed: number): OnlineFigures {
  const market = createMarket(seed);
  const vacancies = [...market.vacancies(onlineSizes.vacancies)];
  const clients: readonly Question[] = Array.from(market.clients(onlineSizes.clients), (client) => ({
    client,
    terms: market.termsOf(client.officeId),
  }));
  const spreadOut = clients.filter((_, at) => at % Math.floor(clients.length / questions.mix) === 0).slice(0, questions.mix);
  const farGoing = clients.filter(({ client }) => client.willingness === "ANYWHERE").slice(-questions.anywhere);
  const asking = { clients: [...spreadOut, ...farGoing], vacancies: vacancies.slice(-questions.vacancies) };
  const everyone = { vacancies, clients };

  const engine = engineSearches(market, everyone, asking);
  const sqlite = sqliteSearches(everyone, asking, today);
  const forClients = new Map<Peer, Search>([
    ["engine", engine.vacancies],
    ["naive", naiveVacancies(vacancies, asking.clients, today)],
    ["tuned", tunedVacancies(vacancies, asking.clients, today)],
    ["sqlite", sqlite.vacancies],
    ["minisearch", minisearchVacancies(vacancies, asking.clients, today)],
  ]);
  const forVacancies = new Map<Peer, Search>([
    ["engine", engine.clients],
    ["naive", naiveClients(clients, asking.vacancies, today)],
    ["sqlite", sqlite.clients],
  ]);
  const fromFarGoing = (search: Search): Search => {
    return (at) => search(spreadOut.length + at);
  };
  const anywhere = new Map(Array.from(forClients, ([peer, search]) => [peer, fromFarGoing(search)]));

  assertSame("mix", forClients, compared.mix);
  assertSame("anywhere", anywhere, compared.anywhere);
  assertSame("vacancies", forVacancies, compared.vacancies);
  const definitions = definedVacancies(vacancies, asking.clients);
  assertSame(
    "mix",
    new Map([
      ["engine", engine.vacancies],
      ["definitions", definitions],
    ]),
    compared.byDefinition,
  );
  assertSame(
    "vacancies",
    new Map([
      ["engine", engine.clients],
      ["definitions", definedClients(clients, asking.vacancies)],
    ]),
    compared.vacanciesByDefinition,
  );
  return {
    clock: timeNothing(),
    definitions: timeSearch(definitions, compared.byDefinition).p50,
    mix: timeInterleaved(forClients, spreadOut.length),
    anywhere: timeInterleaved(anywhere, farGoing.length),
    vacancies: timeInterleaved(forVacancies, asking.vacancies.length),
  };
}

function assertSame(what: string, searches: ReadonlyMap<string, Search>, count: number): void {
  const [first, ...others] = searches;
  for (let at = 0; first && at < count; at++) {
    const expected = first[1](at);
    for (const [name, search] of others) {
      if (!isDeepStrictEqual(search(at), expected)) throw new Error(`${what}: ${first[0]} and ${name} differ at question ${at}`);
    }
  }
}
