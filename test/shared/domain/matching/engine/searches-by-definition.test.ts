import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestClients } from "../../../../../shared/domain/matching/engine/best-clients.ts";
import { bestVacancies } from "../../../../../shared/domain/matching/engine/best-vacancies.ts";
import { buildPreferenceLists } from "../../../../../shared/domain/matching/engine/build-lists.ts";
import { compileClients } from "../../../../../shared/domain/matching/engine/client-columns.ts";
import { indexVacancies } from "../../../../../shared/domain/matching/engine/vacancy-index.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "../../../../../shared/domain/matching/matching-input.ts";
import { pointsOf, sumOf } from "../../../../../shared/domain/matching/points.ts";
import { pointsOfEdge, vacancyOfEdge } from "../../../../../shared/domain/matching/round/preference-lists.ts";
import { firstFailedRule, firstVacancyRule } from "../../../../../shared/domain/matching/rules.ts";
import { defaultWeights, type MatchingWeights } from "../../../../../shared/domain/matching/weights.ts";
import { isWhole, often, runs } from "../../../../builders/runs.ts";
import * as arbitrary from "../arbitrary-pairs.ts";
import { certificate, client, terms, vacancy } from "../records.ts";

type Pair = { readonly id: string; readonly points: number };
type Terms = ReadonlyMap<string, MatchingTerms>;

const termsOf = (terms: Terms, client: MatchingClient): MatchingTerms =>
  terms.get(client.officeId) ?? { today: arbitrary.today, agreementRequired: false, partners: new Set() };

/** The pairs that the definitions find, best first. */
function byDefinition(
  client: MatchingClient,
  vacancies: readonly MatchingVacancy[],
  terms: Terms,
  weights: MatchingWeights,
): readonly Pair[] {
  const own = termsOf(terms, client);
  return vacancies
    .filter((vacancy) => firstFailedRule(client, vacancy, own) === undefined)
    .map((vacancy) => ({ id: vacancy.id, points: sumOf(pointsOf(client, vacancy, own, weights)) }))
    .toSorted((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1));
}

describe("the engine", () => {
  it("finds for a client the vacancies of the definitions, with their points, the best first", () => {
    let eligible = 0;
    fc.assert(
      fc.property(
        arbitrary.clientWith(fc.constant("cl_1")),
        arbitrary.vacancies(12),
        arbitrary.officeTerms,
        arbitrary.weights,
        (client, vacancies, terms, weights) => {
          const index = indexVacancies(vacancies, arbitrary.today, weights);
          const best = bestVacancies(index, compileClients([client], index, terms), 4);
          const taken = best.of(0);
          const found = Array.from(best.vacancies.subarray(0, taken), (at, i) => ({ id: index.ids[at], points: best.points[i] }));
          const expected = byDefinition(client, vacancies, terms, weights);
          expect(found).toEqual(expected.slice(0, 4));
          expect(best.eligible()).toBe(expected.length);
          eligible += expected.length;
        },
      ),
      runs(5000),
    );
    // A world in which nobody is eligible would prove nothing.
    expect(eligible).toBeGreaterThan(often(2000));
  });

  it("finds for a vacancy the clients of the definitions, of equal points the longest wait first, then the lower id", () => {
    const orderOf = ({ waitingSince, id }: MatchingClient): string => `${waitingSince} ${id}`;
    let eligible = 0;
    fc.assert(
      fc.property(
        // One is asked for after the other: what a question leaves behind must not reach the next.
        arbitrary.vacancies(3),
        arbitrary.clients(12),
        arbitrary.officeTerms,
        arbitrary.weights,
        (vacancies, clients, terms, weights) => {
          const index = indexVacancies(vacancies, arbitrary.today, weights);
          const columns = compileClients(clients, index, terms);
          const best = bestClients(index, columns, 4);
          const found = index.ids.map((id, at) => {
            const taken = best.of(at);
            const ranked = Array.from(best.clients.subarray(0, taken), (number, i) => [columns.ids[number], best.points[i]]);
            return { id, ranked, eligible: best.eligible() };
          });
          const expected = index.ids.map((id) => {
            const ranked = clients
              .flatMap((client) =>
                byDefinition(client, vacancies, terms, weights).flatMap((pair) => (pair.id === id ? [{ client, ...pair }] : [])),
              )
              .toSorted((a, b) => b.points - a.points || (orderOf(a.client) < orderOf(b.client) ? -1 : 1));
            eligible += ranked.length;
            return { id, ranked: ranked.slice(0, 4).map((entry) => [entry.client.id, entry.points]), eligible: ranked.length };
          });
          expect(found).toEqual(expected);
          const open = vacancies.filter((vacancy) => firstVacancyRule(vacancy, arbitrary.today) === undefined);
          expect(index.ids).toEqual(open.map((vacancy) => vacancy.id).toSorted());
        },
      ),
      runs(5000),
    );
    expect(eligible).toBeGreaterThan(often(2000));
  });

  it.runIf(isWhole)("finds vacancies whose numbers need more than 16 bits", () => {
    const plain = { ...vacancy, certificateRequired: false, skills: ["COOKING"] };
    const many = Array.from({ length: 66_000 }, (_one, at) => ({ ...plain, id: `va_${String(at).padStart(5, "0")}` }));
    const last = { ...vacancy, id: "va_99999", minLevel: 2, certificateRequired: true };
    const matchingClient = { ...client, certificates: [{ ...certificate, skills: ["AUTOMOTIVE", "WELDING"] }] };
    for (const willingness of ["PROVINCE", "ANYWHERE"] as const) {
      const index = indexVacancies(
        [...many, last, { ...plain, id: "va_99998", skills: ["AUTOMOTIVE"] }],
        terms.today,
        defaultWeights,
      );
      const best = bestVacancies(index, compileClients([{ ...matchingClient, willingness }], index, new Map()));
      const found = Array.from(best.vacancies.subarray(0, best.of(0)), (at) => index.ids[at]);
      expect(found.toSorted()).toEqual(["va_99998", "va_99999"]);
    }
  });

  it("tells employers apart whose numbers need more than 16 bits", () => {
    const plain = { ...vacancy, certificateRequired: false };
    const posts = Array.from({ length: 66_000 }, (_one, at) => ({ ...plain, id: `va_${at}`, employerId: `em_${at}` }));
    const partners = new Set(["em_65999"]);
    const index = indexVacancies(posts, terms.today, defaultWeights);
    const answerOf = (agreementRequired: boolean, exhausted: readonly string[]) => {
      const matchingClient = { ...client, exhaustedEmployers: exhausted };
      const best = bestVacancies(
        index,
        compileClients([matchingClient], index, new Map([[client.officeId, { agreementRequired, partners }]])),
        1,
      );
      const taken = best.of(0);
      return [best.eligible(), ...Array.from(best.vacancies.subarray(0, taken), (at) => index.ids[at])];
    };
    expect(answerOf(true, [])).toEqual([1, "va_65999"]);
    expect(answerOf(false, [])).toEqual([66_000, "va_65999"]);
    expect(answerOf(false, ["em_65999"])).toEqual([65_999, "va_0"]);
  });

  it("builds long lists in order too, whether sorted by insertion or not, over several pieces of memory", () => {
    const posts = Array.from({ length: 300 }, (_one, at) => ({
      ...vacancy,
      id: `va_${String((at * 7) % 300).padStart(3, "0")}`,
      regencyCode: arbitrary.regencies[at % arbitrary.regencies.length] ?? "",
      skills: at % 4 === 0 ? ["AUTOMOTIVE"] : ["AUTOMOTIVE", "WELDING"],
      wageFloor: 500_000_000,
      monthlyWage: 500_000_000 + 5_000_000 * ((at * 11) % 50),
    }));
    // Of a regency, a province and the country: up to 50, 100 and 300 vacancies, and with 192 and 193, 96 and 97 just 32 and 33.
    const matchingClients = (["OWN_REGENCY", "PROVINCE", "ANYWHERE"] as const).map((willingness, at) => ({
      ...client,
      id: `cl_${at}`,
      willingness,
    }));
    for (const count of [300, 193, 192, 97, 96]) {
      const index = indexVacancies(posts.slice(0, count), terms.today, defaultWeights);
      const columns = compileClients(matchingClients, index, new Map());
      const lists = buildPreferenceLists(index, columns);
      for (const [at, matchingClient] of matchingClients.entries()) {
        const found = Array.from(lists.edges.subarray(lists.start[at], lists.start[at + 1]), (edge) => ({
          id: index.ids[vacancyOfEdge(edge, lists.vacancyBits)],
          points: pointsOfEdge(edge, lists),
        }));
        expect(found).toEqual(byDefinition(matchingClient, posts.slice(0, count), new Map(), defaultWeights));
      }
    }
  });

  it("builds every client's whole list, and the same market from the same records in any order", () => {
    const market = fc.tuple(arbitrary.clients(5), arbitrary.vacancies(8), arbitrary.officeTerms, arbitrary.weights);
    fc.assert(
      fc.property(market, fc.infiniteStream(fc.nat()), ([clients, vacancies, terms, weights], dice) => {
        const build = (someClients: readonly MatchingClient[], someVacancies: readonly MatchingVacancy[]) => {
          const index = indexVacancies(someVacancies, arbitrary.today, weights);
          const columns = compileClients(someClients, index, terms);
          return { index, columns, lists: buildPreferenceLists(index, columns) };
        };
        const { index, columns, lists } = build(clients, vacancies);
        // One look a market: thousands of small ones would take longer than the engine.
        const found = clients.map((client) => {
          const at = columns.ids.indexOf(client.id);
          return Array.from(lists.edges.subarray(lists.start[at], lists.start[at + 1]), (edge) => ({
            id: index.ids[vacancyOfEdge(edge, lists.vacancyBits)],
            points: pointsOfEdge(edge, lists),
          }));
        });
        const expected = clients.map((client) => byDefinition(client, vacancies, terms, weights));
        expect(JSON.stringify(found)).toBe(JSON.stringify(expected));
        const seats = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy.seatsFree]));
        expect(Array.from(lists.seats).join()).toBe(index.ids.map((id) => seats.get(id)).join());
        const shuffled = <T>(values: readonly T[]): T[] =>
          values
            .map((item) => ({ one: item, by: dice.next().value ?? 0 }))
            .toSorted((a, b) => a.by - b.by)
            .map(({ one }) => one);
        const again = build(shuffled(clients), shuffled(vacancies));
        const text = ({ index: i, columns: c, lists: l }: typeof again): string =>
          [l.edges, l.start, l.seats, c.ids, i.ids].map((item) => item.join()).join("|");
        expect(text(again)).toBe(text({ index, columns, lists }));
      }),
      runs(5000),
    );
  });
});
