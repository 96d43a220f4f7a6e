/** The definitions themselves, asked of every pair: slow, and what all others must agree with. */
import { compareTexts } from "../../shared/domain/matching/compare-texts.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "../../shared/domain/matching/matching-input.ts";
import { pointsOf, sumOf } from "../../shared/domain/matching/points.ts";
import { firstFailedRule } from "../../shared/domain/matching/rules.ts";
import { defaultWeights } from "../../shared/domain/matching/weights.ts";

/** One of the best vacancies of a client, or of the best clients of a vacancy. */
export type Found = { readonly id: string; readonly points: number };

/** How many are asked for. */
export const wanted = 10;

/** A client who is asked for, under the terms of the client's office. */
export type Question = { readonly client: MatchingClient; readonly terms: MatchingTerms };

/**
 * Answers one of the questions that were made ready beforehand: the ten best, the most points first, equal points in the
 * order of vacancies or of clients.
 * @param at the number of the question
 */
export type Search = (at: number) => readonly Found[];

/** Records that a search is over, or that ask. */
export type Records = { readonly vacancies: readonly MatchingVacancy[]; readonly clients: readonly Question[] };
export type Searches = { readonly vacancies: Search; readonly clients: Search };

/** Vacancies with equal points: by id. */
export const vacancyOrder = (a: MatchingVacancy, b: MatchingVacancy): number => compareTexts(a.id, b.id);

/** Clients with equal points: who waits longer, then by id. */
export const clientOrder = (a: MatchingClient, b: MatchingClient): number =>
  compareTexts(a.waitingSince, b.waitingSince) || compareTexts(a.id, b.id);

/** The vacancies of clients, by the definitions. */
export function definedVacancies(vacancies: readonly MatchingVacancy[], questions: readonly Question[]): Search {
  const inOrder = vacancies.toSorted(vacancyOrder);
  return (at) => {
    const { client, terms } = questions[at] ?? missing(at);
    return bestOf(inOrder.flatMap((vacancy) => pairOf(vacancy.id, client, vacancy, terms)));
  };
}

/** The clients of vacancies, by the definitions; each client under the terms of its own office. */
export function definedClients(clients: readonly Question[], vacancies: readonly MatchingVacancy[]): Search {
  const inOrder = clients.toSorted((a, b) => clientOrder(a.client, b.client));
  return (at) => {
    const vacancy = vacancies[at] ?? missing(at);
    return bestOf(inOrder.flatMap(({ client, terms }) => pairOf(client.id, client, vacancy, terms)));
  };
}

/** Sorting keeps the order of those with equal points. */
const bestOf = (pairs: readonly Found[]): readonly Found[] => pairs.toSorted((a, b) => b.points - a.points).slice(0, wanted);

function pairOf(id: string, client: MatchingClient, vacancy: MatchingVacancy, terms: MatchingTerms): readonly Found[] {
  if (firstFailedRule(client, vacancy, terms) !== undefined) return [];
  return [{ id, points: sumOf(pointsOf(client, vacancy, terms, defaultWeights)) }];
}

/** Throws: a question was asked that was not made ready. */
export function missing(at: number): never {
  throw new Error(`no question ${at}`);
}
