import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { MatchingClient } from "../../../../shared/domain/matching/matching-input.ts";
import { rankClients } from "../../../../shared/domain/matching/rank-clients.ts";
import { explainPair } from "../../../../shared/domain/matching/why-not.ts";
import { often, runs } from "../../../builders/runs.ts";
import { clients, officeTerms, vacancyWith } from "./arbitrary-pairs.ts";
import { client, terms, vacancy } from "./records.ts";

const person = (id: string, change: Partial<MatchingClient> = {}): MatchingClient => ({ ...client, id, ...change });

it("the best client comes first with the sources of the points, and of equal ones who waits longer", () => {
  const all = [
    person("cl_1"),
    person("cl_2", { regencyCode: "36.04" }),
    person("cl_3", { waitingSince: "2025-11-01" }),
    person("cl_4", { education: 0 }),
  ];
  const { ranked, eligible } = rankClients(vacancy, all, terms);
  expect(ranked.map((client) => [client.clientId, client.points])).toEqual([
    ["cl_2", 300],
    ["cl_3", 225],
    ["cl_1", 225],
  ]);
  expect(ranked[1]?.reasons).toEqual([
    { source: "SKILLS", points: 150 },
    { source: "DISTANCE", points: 75 },
  ]);
  expect(eligible).toBe(3);
});

it("ten at most, and none for a vacancy that is full or for nobody", () => {
  const many = Array.from({ length: 14 }, (_one, at) => person(`cl_${at}`));
  expect(rankClients(vacancy, many, terms)).toMatchObject({ ranked: { length: 10 }, eligible: 14 });
  expect(rankClients({ ...vacancy, seatsFree: 0 }, many, terms)).toEqual({ ranked: [], eligible: 0 });
  expect(rankClients(vacancy, [], terms)).toEqual({ ranked: [], eligible: 0 });
});

it("the ranking is that of the pairs explained one by one, whatever the clients and their order", () => {
  let found = 0;
  fc.assert(
    fc.property(vacancyWith(fc.constant("va_1")), clients(8), officeTerms, (post, all, byOffice) => {
      const own = byOffice.get("of_1") ?? terms;
      const people = all.map((client) => ({ ...client, officeId: "of_1" }));
      const { ranked, eligible } = rankClients(post, people, own);
      const explained = people
        .map((person) => ({ one: person, pair: explainPair(person, post, own) }))
        .filter(({ pair }) => pair.eligible);
      expect(eligible).toBe(explained.length);
      expect(ranked.map((client) => [client.clientId, client.points, client.reasons]).toSorted()).toEqual(
        explained.map(({ one: person, pair }) => [person.id, pair.points, pair.reasons]).toSorted(),
      );
      const since = (id: string) => people.find((person) => person.id === id)?.waitingSince ?? "";
      ranked.forEach((client, at) => {
        const next = ranked[at + 1];
        if (!next) return;
        expect(client.points).toBeGreaterThanOrEqual(next.points);
        if (client.points === next.points) expect(since(client.clientId) <= since(next.clientId)).toBe(true);
      });
      expect(rankClients(post, people.toReversed(), own)).toEqual({ ranked, eligible });
      found += eligible;
    }),
    runs(5000),
  );
  expect(found).toBeGreaterThan(often(1000));
});
