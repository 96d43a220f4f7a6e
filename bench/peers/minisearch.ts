/** The search that a full-text index gives: MiniSearch finds what shares a key, the exact rules and points follow on its hits. */
import MiniSearch from "minisearch";
import type { MatchingVacancy } from "../../shared/domain/matching/matching-input.ts";
import { type Found, missing, type Question, type Search, vacancyOrder } from "./definitions.ts";
import { keysOfClient, keysOfVacancy } from "./keys.ts";
import { isWithinReach, offerVacancy } from "./pair.ts";
import { isOpen, Preparation } from "./prepared.ts";

/** The vacancies of clients, by a full-text index of their keys. */
export function minisearchVacancies(
  vacancies: readonly MatchingVacancy[],
  questions: readonly Question[],
  today: string,
): Search {
  const preparation = new Preparation();
  const open = vacancies.filter((vacancy) => isOpen(vacancy, today)).toSorted(vacancyOrder);
  const prepared = open.map((vacancy) => preparation.vacancy(vacancy));
  const index = new MiniSearch<{ readonly id: number; readonly keys: string }>({
    fields: ["keys"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  index.addAll(prepared.map((vacancy, id) => ({ id, keys: keysOfVacancy(vacancy).map(wordOf).join(" ") })));
  const asking = questions.map((question) => {
    const client = preparation.client(question.client, question.terms);
    return { client, words: [...keysOfClient(client).keys()].map(wordOf).join(" ") };
  });
  const bits = new Uint8Array(preparation.skills.size);

  return (number) => {
    const { client, words } = asking[number] ?? missing(number);
    client.skills.forEach((skill, at) => {
      bits[skill] = client.skillBits[at] ?? 0;
    });
    const hits = index.search(words, {
      filter: ({ id }) => {
        const vacancy = prepared[id];
        return vacancy !== undefined && isWithinReach(client, vacancy);
      },
    });
    const found = Int32Array.from(hits, ({ id }) => id).sort();
    const best: Found[] = [];
    for (const id of found) {
      const vacancy = prepared[id];
      if (vacancy) offerVacancy(best, client, vacancy, bits);
    }
    for (const skill of client.skills) bits[skill] = 0;
    return best;
  };
}

const wordOf = (key: number): string => `k${key}`;
