/** Who are my clients, and what is missing: a dense list, found by any spelling, filtered and sorted by the server. */

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { clientNeeds } from "../../../../shared/domain/clients/missing.ts";
import type { Query } from "../../api/client.ts";
import { isPassing } from "../../api/problem.ts";
import { useRead } from "../../api/read.ts";
import { Icon } from "../../parts/icons.tsx";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { type Me, may, useMe } from "../../shell/me.ts";
import { Filters } from "./filters.tsx";
import { hasKept, KeptClients } from "./kept.tsx";
import { Near } from "./near.tsx";
import { ClientRows } from "./row.tsx";
import { type ClientsSearch, clientStatuses, officerOf } from "./search.ts";
import { clientsWords } from "./words.ts";

const pageSize = 50;

export function ClientList() {
  const words = clientsWords.use();
  const search: ClientsSearch = useSearch({ from: "/klien" });
  const me = useMe();
  useTitle(words.title);
  return (
    <>
      <div class="heading">
        <h1>{words.title}</h1>
        {may(me, "registerClient") && (
          <Link class="button first unprinted" to="/klien/baru">
            <Icon name="plus" />
            {words.register}
          </Link>
        )}
      </div>
      <div class="filters unprinted">
        <Filters search={search} me={me} />
      </div>
      {me ? <Found search={search} me={me} /> : <Skeleton lines={6} />}
    </>
  );
}

function Found({ search, me }: { readonly search: ClientsSearch; readonly me: Me }) {
  const officer = officerOf(search, me);
  const query: Query<"listClients"> = {
    limit: pageSize,
    q: search.q,
    officer: officer === "all" ? undefined : officer,
    status: clientStatuses.find((status) => status === search.status),
    missing: clientNeeds.find((need) => need === search.kurang),
    sort: search.urut === "nama" ? "name" : "status",
  };
  const first = useRead("listClients", { query });
  const cut = isPassing(first.error) || !navigator.onLine;
  if (cut && hasKept()) return <KeptClients search={search} me={me} />;
  if (first.data === undefined)
    return first.error ? <Failure error={first.error} again={() => void first.refetch()} /> : <Skeleton lines={6} />;
  const { items, cursor } = first.data;
  if (items.length === 0 && cursor === undefined) return <Nothing search={search} limited={officer !== "all"} />;
  return (
    <>
      {first.data.near && search.q && <Near q={search.q} />}
      <div class="stretches">
        <ClientRows clients={items} me={me} />
        {cursor && <More query={query} cursor={cursor} me={me} search={search} page={2} found={items.length} />}
      </div>
    </>
  );
}

type MoreProps = {
  readonly query: Query<"listClients">;
  readonly cursor: string;
  readonly me: Me;
  readonly search: ClientsSearch;
  readonly page: number;
  /** How many rows stand above. */
  readonly found: number;
};
/** The next page, when it is asked for; how many are shown stands in the address. A page may be short: then the next comes by itself. */
function More({ query, cursor, me, search, page, found }: MoreProps) {
  const words = clientsWords.use();
  const navigate = useNavigate();
  const asked = Number(search.hal ?? 1) >= page || found === 0;
  const next = useRead("listClients", { query: { ...query, cursor } }, { enabled: asked });
  const ask = (): void =>
    void navigate({ to: "/klien", search: { ...search, hal: String(page) }, replace: true, resetScroll: false });
  if (!asked)
    return (
      <div class="list row">
        <p>
          <button type="button" class="button" onClick={ask}>
            {words.more}
          </button>
        </p>
      </div>
    );
  if (next.data === undefined)
    return (
      <div class="list row">
        {next.error ? <Failure error={next.error} again={() => void next.refetch()} /> : <Skeleton lines={2} />}
      </div>
    );
  const { items, cursor: after } = next.data;
  return (
    <>
      <ClientRows clients={items} me={me} />
      {after && (
        <More
          query={query}
          cursor={after}
          me={me}
          search={search}
          page={page + (items.length === 0 ? 0 : 1)}
          found={items.length}
        />
      )}
    </>
  );
}

function Nothing({ search, limited }: { readonly search: ClientsSearch; readonly limited: boolean }) {
  const words = clientsWords.use();
  const me = useMe();
  const { q, status, kurang } = search;
  const title = q ? words.noneFound(q) : status || kurang ? words.noneMatch : words.none;
  return (
    <Empty title={title}>
      <p>{q ? words.howToSearch : status || kurang ? undefined : words.noneNext}</p>
      <p class="buttons">
        {limited && (
          <Link className="button" to="/klien" search={{ ...search, pk: "semua" }} replace>
            {q ? words.searchOffice : words.office}
          </Link>
        )}
        {(status || kurang) && (
          <Link className="button" to="/klien" search={{ q, pk: search.pk }} replace>
            {words.clear}
          </Link>
        )}
        {may(me, "registerClient") && (
          <Link class="button" to="/klien/baru">
            {words.register}
          </Link>
        )}
      </p>
    </Empty>
  );
}
