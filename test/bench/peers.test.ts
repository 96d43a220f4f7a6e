/** Before anything is timed, everybody must answer the same: the definitions, the engine and its peers. */
import { beforeAll, describe, expect, test } from "vitest";
import { engineSearches } from "../../bench/engine-searches.ts";
import { createMarket, today } from "../../bench/market.ts";
import { definedClients, definedVacancies, type Found, type Search, type Searches } from "../../bench/peers/definitions.ts";
import { minisearchVacancies } from "../../bench/peers/minisearch.ts";
import { naiveClients, naiveVacancies } from "../../bench/peers/naive.ts";
import { sqliteSearches } from "../../bench/peers/sqlite.ts";
import { tunedVacancies } from "../../bench/peers/tuned-scan.ts";
import { regionOf } from "../../bench/vocabulary.ts";

const market = createMarket(7, { ...regionOf("36", 3), offices: 8 });
// Some name a skill twice, or two schemes of the same name.
const vacancies = [...market.vacancies(300)].map((vacancy, at) =>
  at % 7 === 0
    ? {
        ...vacancy,
        skills: [...vacancy.skills, ...vacancy.skills.slice(0, 2)],
        schemes: [...vacancy.schemes, ...vacancy.schemes],
      }
    : vacancy,
);
const clients = [...market.clients(500)].map((client) => ({ client, terms: market.termsOf(client.officeId) }));
const all = { vacancies, clients };

const resultsOf = (search: Search, count: number): readonly (readonly Found[])[] =>
  Array.from({ length: count }, (_, at) => search(at));

describe("the ten best vacancies of every client", () => {
  let defined: readonly (readonly Found[])[];
  beforeAll(() => {
    defined = resultsOf(definedVacancies(vacancies, clients), clients.length);
  });

  test("are worth comparing", () => {
    expect(defined.filter((results) => results.length === 10).length).toBeGreaterThan(50);
    expect(defined.filter((results) => results.length > 0 && results.length < 10).length).toBeGreaterThan(50);
    expect(
      defined.filter((results) => results.some((found, at) => found.points === results[at + 1]?.points)).length,
    ).toBeGreaterThan(50);
  });

  test.each<[string, () => Search]>([
    ["the engine", () => engineSearches(market, all, all).vacancies],
    ["the naive scan", () => naiveVacancies(vacancies, clients, today)],
    ["the tuned scan", () => tunedVacancies(vacancies, clients, today)],
    ["node:sqlite", () => sqliteSearches(all, all, today).vacancies],
    ["MiniSearch", () => minisearchVacancies(vacancies, clients, today)],
  ])("are the same by %s", (_, search) => {
    expect(resultsOf(search(), clients.length)).toEqual(defined);
  });
});

describe("the ten best clients of every vacancy", () => {
  let defined: readonly (readonly Found[])[];
  beforeAll(() => {
    defined = resultsOf(definedClients(clients, vacancies), vacancies.length);
  });

  test("are worth comparing", () => {
    expect(defined.filter((results) => results.length === 10).length).toBeGreaterThan(50);
    expect(defined.filter((results) => results.length === 0).length).toBeLessThan(50);
  });

  test.each<[string, () => Searches | { readonly clients: Search }]>([
    ["the engine", () => engineSearches(market, all, all)],
    ["the naive scan", () => ({ clients: naiveClients(clients, vacancies, today) })],
    ["node:sqlite", () => sqliteSearches(all, all, today)],
  ])("are the same by %s", (_, searches) => {
    expect(resultsOf(searches().clients, vacancies.length)).toEqual(defined);
  });
});

describe("the market", () => {
  test("is the same for the same seed, whatever was drawn before, and another for another", () => {
    const shape = regionOf("36", 3);
    expect([...createMarket(7, shape).clients(5)]).toEqual([...createMarket(7, shape).clients(50)].slice(0, 5));
    expect([...createMarket(7, shape).vacancies(5)]).not.toEqual([...createMarket(8, shape).vacancies(5)]);
  });

  test("has every rule that can be failed", () => {
    expect(vacancies.some((vacancy) => vacancy.units.length > 0)).toBe(true);
    expect(vacancies.some((vacancy) => vacancy.certificateRequired && vacancy.schemes.length === 0)).toBe(true);
    expect(vacancies.some((vacancy) => !vacancy.certificateRequired)).toBe(true);
    expect(clients.some(({ terms }) => terms.agreementRequired)).toBe(true);
    expect(clients.some(({ terms }) => terms.partners.size > 0)).toBe(true);
    expect(clients.some(({ client }) => client.barredOccupations.length > 0)).toBe(true);
    expect(clients.some(({ client }) => client.certificates.some((certificate) => certificate.expiresOn < today))).toBe(true);
  });
});
