/** One's own clients as they are kept on this device: searched here, by the same folded words as on the server. */
import { isNear } from "../../../../shared/domain/identifiers/near-words.ts";
import { searchedWords, searchWordsOf } from "../../../../shared/domain/identifiers/search-words.ts";
import type { Answer } from "../../api/client.ts";
import { queries } from "../../api/read.ts";
import { Empty } from "../../parts/states.tsx";
import type { Me } from "../../shell/me.ts";
import { KeptNote } from "./kept-note.tsx";
import { Near } from "./near.tsx";
import { type Client, ClientRows } from "./row.tsx";
import { type ClientsSearch, officerOf } from "./search.ts";
import { clientsWords } from "./words.ts";

/** All that was read of any list, each client once and as read last. */
function keptClients(): { readonly clients: readonly Client[]; readonly at: number } {
  const pages = queries
    .getQueryCache()
    .findAll({ queryKey: ["listClients"] })
    .toSorted((one, other) => one.state.dataUpdatedAt - other.state.dataUpdatedAt);
  const byId = new Map<string, Client>();
  for (const { queryKey } of pages)
    for (const client of queries.getQueryData<Answer<"listClients">>(queryKey)?.items ?? []) byId.set(client.id, client);
  return { clients: [...byId.values()], at: pages.at(-1)?.state.dataUpdatedAt ?? 0 };
}

type Fits = (typed: string, word: string) => boolean;
const isBeginning: Fits = (typed, word) => word.startsWith(typed);

export function isFound({ fullName, registerNumber, nikLast4 }: Client, typed: string, fits = isBeginning): boolean {
  const words = searchWordsOf({ fullName, registerNumber, nik: nikLast4 ? { last4: nikLast4 } : undefined });
  return searchedWords(typed).every((searched) => words.some((word) => fits(searched, word)));
}

export function KeptClients({ search, me }: { readonly search: ClientsSearch; readonly me: Me }) {
  const words = clientsWords.use();
  const { clients, at } = keptClients();
  const officer = officerOf(search, me);
  const { q } = search;
  const wanted = clients
    .filter(
      (client) =>
        (officer === "all" || client.officerId === officer) &&
        (search.status === undefined || client.status === search.status) &&
        (search.kurang === undefined || client.missing.some((need) => need === search.kurang)),
    )
    .toSorted((one, other) => one.fullName.localeCompare(other.fullName, "id"));
  const found = q === undefined ? wanted : wanted.filter((client) => isFound(client, q));
  const near = q === undefined || found.length > 0 ? [] : wanted.filter((client) => isFound(client, q, isNear));
  const shown = [...found, ...near];
  return (
    <div class="stack tight">
      <KeptNote at={at} lead={words.keptLead} />
      {near.length > 0 && q !== undefined && <Near q={q} />}
      {shown.length === 0 ? (
        <Empty title={search.q ? words.noneFound(search.q) : words.noneMatch} />
      ) : (
        <div class="stretches">
          <ClientRows clients={shown} me={me} />
        </div>
      )}
    </div>
  );
}

/** Whether anything is kept. */
export const hasKept = (): boolean => keptClients().clients.length > 0;
