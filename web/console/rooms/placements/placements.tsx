/** The placements of an office: whose, how they stand, who is waited for. What is shown stands in the address. */

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { followUpStatuses } from "../../../../shared/domain/follow-ups/statuses.ts";
import { placementStatuses } from "../../../../shared/domain/placements/statuses.ts";
import { statusLines } from "../../../../shared/messages/status-words.ts";
import type { Query } from "../../api/client.ts";
import { useRead } from "../../api/read.ts";
import { Icon } from "../../parts/icons.tsx";
import { SearchBox } from "../../parts/search-box.tsx";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { type Me, may, useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { Groups } from "../inbox/groups.tsx";
import { RowKeys } from "../inbox/keys.tsx";
import type { Row } from "../inbox/row.tsx";
import type { PlacementsSearch } from "./search.ts";
import { placementsWords } from "./words.ts";

const awaited = ["officer", "client", "employer", "vacancy", "day", "others"] as const;
const statuses = [...placementStatuses, ...followUpStatuses];

/** What the address asks for. An officer is shown the own ones, unless a client, an employer, a name or everybody's are asked for. */
function queryOf(search: PlacementsSearch, me: Me): Query<"listPlacements"> {
  const isNarrow = search.q !== undefined || search.klien !== undefined || search["pemberi-kerja"] !== undefined;
  const own = me.role === "officer" && !isNarrow ? me.id : undefined;
  return {
    limit: 50,
    status: statuses.find((status) => status === search.status),
    waitingFor: awaited.find((whom) => whom === search.menunggu),
    officer: search.pk === "semua" ? undefined : (search.pk ?? own),
    client: search.klien,
    employer: search["pemberi-kerja"],
    q: search.q,
    sort: search.urut === "-tenggat" ? "-deadline" : search.urut === "nama" ? "name" : "deadline",
  };
}

export function Placements() {
  const words = placementsWords.use();
  const search: PlacementsSearch = useSearch({ from: "/penempatan" });
  const me = useMe();
  useTitle(words.title);
  return (
    <>
      <div class="heading">
        <h1>{words.title}</h1>
      </div>
      <RowKeys />
      {me === undefined ? (
        <Skeleton />
      ) : (
        <>
          <Find search={search} />
          <Filters search={search} me={me} />
          <List search={search} me={me} />
        </>
      )}
    </>
  );
}

function Find({ search }: { readonly search: PlacementsSearch }) {
  const words = placementsWords.use();
  const navigate = useNavigate();
  const { q = "", ...rest } = search;
  return (
    <SearchBox
      label={words.find}
      value={q}
      find={(text) => void navigate({ to: "/penempatan", search: text === "" ? rest : { ...rest, q: text }, replace: true })}
    />
  );
}

function List({ search, me }: { readonly search: PlacementsSearch; readonly me: Me }) {
  const words = placementsWords.use();
  const query = queryOf(search, me);
  const first = useRead("listPlacements", { query });
  if (first.data === undefined)
    return first.error ? <Failure error={first.error} again={() => void first.refetch()} /> : <Skeleton lines={6} />;
  const { items, cursor } = first.data;
  if (items.length === 0 && cursor === undefined)
    return (
      <Empty title={words.nothing}>
        <p>{words.nothingNext}</p>
        <Link to="/penempatan" search={{ pk: "semua" }} className="button">
          {words.clearAll}
        </Link>
      </Empty>
    );
  return (
    <>
      <Named search={search} row={items[0]} />
      <Groups items={items} now={me.now} grouped={false} />
      {cursor && <More query={query} after={cursor} now={me.now} />}
    </>
  );
}

type MoreProps = { readonly query: Query<"listPlacements">; readonly after: string; readonly now: string };
function More({ query, after, now }: MoreProps) {
  const words = placementsWords.use();
  const [asked, ask] = useState(false);
  const next = useRead("listPlacements", { query: { ...query, cursor: after } }, { enabled: asked });
  if (!asked)
    return (
      <p class="buttons more">
        <button type="button" class="button" onClick={() => ask(true)}>
          {words.more}
        </button>
      </p>
    );
  if (next.data === undefined)
    return next.error ? <Failure error={next.error} again={() => void next.refetch()} /> : <Skeleton />;
  return (
    <>
      <Groups items={next.data.items} now={now} grouped={false} />
      {next.data.cursor && <More query={query} after={next.data.cursor} now={now} />}
    </>
  );
}

/** Whose list it is, where another room has led here; to be cleared. */
function Named({ search, row }: { readonly search: PlacementsSearch; readonly row: Row | undefined }) {
  const words = placementsWords.use();
  const { klien: _, "pemberi-kerja": __, ...rest } = search;
  const named = [
    search.klien && words.ofClient(row?.clientName ?? row?.pseudonym ?? search.klien),
    search["pemberi-kerja"] && words.ofEmployer(row?.employerName ?? search["pemberi-kerja"]),
  ].filter((name) => name !== undefined && name !== "");
  if (named.length === 0) return null;
  return (
    <p class="buttons more">
      <span class="strong">{named.join(" · ")}</span>
      <Link to="/penempatan" search={rest} className="button plain" aria-label={words.clear(named.join(", "))}>
        <Icon name="close" />
      </Link>
    </p>
  );
}

function Filters({ search, me }: { readonly search: PlacementsSearch; readonly me: Me }) {
  const words = placementsWords.use();
  const navigate = useNavigate();
  const staff = useRead("listStaff", { query: { limit: 100 } }, { enabled: may(me, "readStaff") }).data?.items ?? [];
  const choose = (changes: PlacementsSearch): void =>
    void navigate({ to: "/penempatan", search: { ...search, ...changes }, replace: true });
  const isOfficer = me.role === "officer";
  return (
    <div class="filters unprinted">
      <Filter id="status" label={words.status} value={search.status} change={(status) => choose({ status })}>
        <option value="">{words.allUnderWay}</option>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {said(statusLines[status])}
          </option>
        ))}
      </Filter>
      <Filter id="waiting" label={words.waitingFor} value={search.menunggu} change={(menunggu) => choose({ menunggu })}>
        <option value="">{words.all}</option>
        {awaited.map((whom) => (
          <option key={whom} value={whom}>
            {words.awaited[whom]}
          </option>
        ))}
      </Filter>
      <Filter id="officer" label={words.officer} value={search.pk} change={(pk) => choose({ pk })}>
        <option value="">{isOfficer ? words.mine : words.everyone}</option>
        {isOfficer && <option value="semua">{words.everyone}</option>}
        {staff
          .filter(({ id, role }) => id !== me.id && role === "officer")
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </Filter>
      <Filter id="sort" label={words.sort} value={search.urut} change={(urut) => choose({ urut })}>
        <option value="">{words.nextFirst}</option>
        <option value="-tenggat">{words.lastFirst}</option>
        <option value="nama">{words.byName}</option>
      </Filter>
    </div>
  );
}

type FilterProps = {
  readonly id: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly change: (value: string | undefined) => void;
  readonly children: preact.ComponentChildren;
};
const Filter = ({ id, label, value, change, children }: FilterProps) => (
  <div class="field">
    <label class="small quiet" for={`placements-${id}`}>
      {label}
    </label>
    <select
      id={`placements-${id}`}
      value={value ?? ""}
      onChange={(event) => change(event.currentTarget.value === "" ? undefined : event.currentTarget.value)}
    >
      {children}
    </select>
  </div>
);
