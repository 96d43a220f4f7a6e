/** What one writes first: a scan of all records, the rules in their published order, and the ten best by insertion. */
import type { MatchingVacancy } from "../../shared/domain/matching/matching-input.ts";
import { clientOrder, type Found, missing, type Question, type Search, vacancyOrder } from "./definitions.ts";
import { offerByPublishedOrder, offerClient } from "./pair.ts";
import { isOpen, Preparation } from "./prepared.ts";

/** The vacancies of clients, by a scan. */
export function naiveVacancies(vacancies: readonly MatchingVacancy[], questions: readonly Question[], today: string): Search {
  const preparation = new Preparation();
  const prepared = vacancies.toSorted(vacancyOrder).map((vacancy) => preparation.listed(vacancy));
  const clients = questions.map(({ client, terms }) => preparation.client(client, terms));
  const bits = new Uint8Array(preparation.skills.size);
  const day = Date.parse(today);

  return (number) => {
    const client = clients[number] ?? missing(number);
    client.skills.forEach((skill, at) => {
      bits[skill] = client.skillBits[at] ?? 0;
    });
    const best: Found[] = [];
    for (const vacancy of prepared) offerByPublishedOrder(best, client, vacancy, bits, day);
    for (const skill of client.skills) bits[skill] = 0;
    return best;
  };
}

/** The clients of vacancies, by a scan. */
export function naiveClients(clients: readonly Question[], vacancies: readonly MatchingVacancy[], today: string): Search {
  const preparation = new Preparation();
  const inOrder = clients.toSorted((a, b) => clientOrder(a.client, b.client));
  const prepared = inOrder.map(({ client, terms }) => preparation.client(client, terms));
  const asked = vacancies.map((vacancy) => (isOpen(vacancy, today) ? preparation.vacancy(vacancy) : undefined));
  const wanted = new Uint8Array(preparation.skills.size);

  return (number) => {
    const vacancy = asked[number];
    if (!vacancy) return [];
    for (const skill of vacancy.skills) wanted[skill] = 1;
    const best: Found[] = [];
    for (const client of prepared) offerClient(best, client, vacancy, wanted);
    for (const skill of vacancy.skills) wanted[skill] = 0;
    return best;
  };
}
