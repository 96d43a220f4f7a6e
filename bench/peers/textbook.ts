/** Deferred acceptance as a textbook writes it: people and posts are objects, lists are arrays, ranks stand in a Map. */
import {
  type PreferenceLists,
  pointsOfEdge,
  unplaced,
  vacancyOfEdge,
} from "../../shared/domain/matching/round/preference-lists.ts";
import type { Priorities } from "../../shared/domain/matching/round/priority.ts";

type TextbookClient = { readonly id: number; readonly preferences: readonly number[]; next: number };
type TextbookVacancy = { readonly seats: number; readonly ranks: Map<number, number>; readonly admitted: TextbookClient[] };

export type TextbookMarket = {
  readonly clients: readonly TextbookClient[];
  readonly vacancies: ReadonlyMap<number, TextbookVacancy>;
};

/** Writes a market down in objects; not part of what is timed. */
export function textbookMarket(lists: PreferenceLists, { bandOfPoints, order }: Priorities): TextbookMarket {
  const vacancies = new Map(
    Array.from(lists.seats, (seats, vacancy) => [vacancy, { seats, ranks: new Map<number, number>(), admitted: [] }]),
  );
  const clients = Array.from({ length: lists.clients }, (_, id) => {
    const edges = lists.edges.subarray(lists.start[id], lists.start[id + 1]);
    for (const edge of edges) {
      const band = bandOfPoints[pointsOfEdge(edge, lists)] ?? 0;
      vacancies.get(vacancyOfEdge(edge, lists.vacancyBits))?.ranks.set(id, band * lists.clients + (order[id] ?? 0));
    }
    return { id, preferences: Array.from(edges, (edge) => vacancyOfEdge(edge, lists.vacancyBits)), next: 0 };
  });
  return { clients, vacancies };
}

/** Places everyone: who is free proposes to the next one on the list; a vacancy that has too many sends the worst away. */
export function textbookDeferredAcceptance({ clients, vacancies }: TextbookMarket): Int32Array {
  for (const client of clients) client.next = 0;
  for (const { admitted } of vacancies.values()) admitted.length = 0;
  const free = [...clients];
  for (let client = free.pop(); client; client = free.pop()) {
    const choice = client.preferences[client.next];
    const vacancy = choice === undefined ? undefined : vacancies.get(choice);
    if (!vacancy) continue;
    client.next++;
    vacancy.admitted.push(client);
    if (vacancy.admitted.length > vacancy.seats) free.push(sendWorstAway(vacancy));
  }
  const assignment = new Int32Array(clients.length).fill(unplaced);
  for (const [vacancy, { admitted }] of vacancies) for (const { id } of admitted) assignment[id] = vacancy;
  return assignment;
}

/** Takes the worst out of those admitted. Throws where nobody was. */
function sendWorstAway({ admitted, ranks }: TextbookVacancy): TextbookClient {
  let worstAt = 0;
  let worstRank = -1;
  admitted.forEach((client, at) => {
    const rank = ranks.get(client.id) ?? 0;
    if (rank > worstRank) {
      worstAt = at;
      worstRank = rank;
    }
  });
  const [worst] = admitted.splice(worstAt, 1);
  if (!worst) throw new Error("nobody was admitted");
  return worst;
}
