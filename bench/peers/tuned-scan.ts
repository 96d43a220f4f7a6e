/** A scan that knows what it is doing: closed vacancies left out beforehand, then the test first that most pairs fail. */
import type { MatchingVacancy } from "../../shared/domain/matching/matching-input.ts";
import { type Found, missing, type Question, type Search, vacancyOrder } from "./definitions.ts";
import { offerVacancy } from "./pair.ts";
import { isOpen, Preparation } from "./prepared.ts";

/** The vacancies of clients, by a scan whose tests stand in the order that is quickest here. */
export function tunedVacancies(vacancies: readonly MatchingVacancy[], questions: readonly Question[], today: string): Search {
  const preparation = new Preparation();
  const open = vacancies.filter((vacancy) => isOpen(vacancy, today)).toSorted(vacancyOrder);
  const prepared = open.map((vacancy) => preparation.vacancy(vacancy));
  const clients = questions.map(({ client, terms }) => preparation.client(client, terms));
  const bits = new Uint8Array(preparation.skills.size);

  return (number) => {
    const client = clients[number] ?? missing(number);
    client.skills.forEach((skill, at) => {
      bits[skill] = client.skillBits[at] ?? 0;
    });
    const best: Found[] = [];
    for (const vacancy of prepared) offerVacancy(best, client, vacancy, bits);
    for (const skill of client.skills) bits[skill] = 0;
    return best;
  };
}
