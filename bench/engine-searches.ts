/** The project's own engine, asked as its peers are: it returns ids and points. */
import { bestClients } from "../shared/domain/matching/engine/best-clients.ts";
import { bestVacancies } from "../shared/domain/matching/engine/best-vacancies.ts";
import { compileClients } from "../shared/domain/matching/engine/client-columns.ts";
import { termsByOffice } from "../shared/domain/matching/engine/office-terms.ts";
import { indexVacancies } from "../shared/domain/matching/engine/vacancy-index.ts";
import { defaultWeights } from "../shared/domain/matching/weights.ts";
import { type Market, today } from "./market.ts";
import { type Found, missing, type Records, type Searches, wanted } from "./peers/definitions.ts";

/** Both searches of the engine over a market. Whoever asks is one of the market. */
export function engineSearches(market: Market, records: Records, asking: Records): Searches {
  const index = indexVacancies(records.vacancies, today, defaultWeights);
  const { terms } = termsByOffice(market.agreements, market.demandingOffices, today);
  const columns = compileClients(
    records.clients.map((client) => client.client),
    index,
    terms,
  );
  const ofClient = bestVacancies(index, columns, wanted);
  const ofVacancy = bestClients(index, columns, wanted);
  const clients = numbersOf(
    columns.ids,
    asking.clients.map((client) => client.client.id),
  );
  const vacancies = numbersOf(
    index.ids,
    asking.vacancies.map((vacancy) => vacancy.id),
  );
  return {
    vacancies: (at) => {
      const count = ofClient.of(clients[at] ?? missing(at));
      return read(count, index.ids, ofClient.vacancies, ofClient.points);
    },
    clients: (at) => {
      const vacancy = vacancies[at] ?? missing(at);
      // A vacancy that is closed today is not in the index.
      return vacancy < 0 ? [] : read(ofVacancy.of(vacancy), columns.ids, ofVacancy.clients, ofVacancy.points);
    },
  };
}

function read(count: number, ids: readonly string[], numbers: Int32Array, points: Int32Array): readonly Found[] {
  const found: Found[] = [];
  for (let at = 0; at < count; at++) found.push({ id: ids[numbers[at] ?? 0] ?? "", points: points[at] ?? 0 });
  return found;
}

function numbersOf(ids: readonly string[], asked: readonly string[]): Int32Array {
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return Int32Array.from(asked, (id) => numbers.get(id) ?? -1);
}
