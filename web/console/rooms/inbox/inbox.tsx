/** What must I do today: late first, then today, then the rest; and what waits for others. */

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { statusLines } from "../../../../shared/messages/status-words.ts";
import type { Answer } from "../../api/client.ts";
import { useRead } from "../../api/read.ts";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { pathOf } from "../../shell/menu.ts";
import { said } from "../../words/language.ts";
import { Groups } from "./groups.tsx";
import { RowKeys } from "./keys.tsx";
import type { Row } from "./row.tsx";
import { inboxWords } from "./words.ts";

export const inboxFilters = ["tab", "jenis", "pk", "urut"] as const;
export type InboxSearch = { readonly [N in (typeof inboxFilters)[number]]?: string };

const OtherTabs = lazy(async () => ({ default: (await import("./other-tabs.tsx")).OtherTabs }));

export function Inbox() {
  const words = inboxWords.use();
  const search: InboxSearch = useSearch({ from: "/kotak" });
  const me = useMe();
  const counts = useRead("countInbox");
  const tab = search.tab ?? "saya";
  useTitle(words.title);
  const bar = useRef<HTMLElement>(null);
  // On a phone the bar is wider than the window.
  useEffect(() => bar.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" }), [tab]);
  const many = (count: number): string => (count >= (counts.data?.most ?? 100) ? `${count}+` : String(count));
  // What there is none of is not counted out.
  const summaryOf = (counted: Pick<Answer<"countInbox">, "late" | "today" | "later">): string =>
    (["late", "today", "later"] as const).flatMap((due) => (counted[due] > 0 ? words[due](many(counted[due])) : [])).join(", ");
  const tabs = [
    { name: "saya", count: counts.data && counts.data.late + counts.data.today + counts.data.later, shown: true },
    { name: "lain", count: counts.data?.others, shown: true },
    { name: "sertifikat", count: counts.data?.certificates, shown: may(me, "verifyCertificate") },
    { name: "pemberi", count: counts.data?.employers, shown: may(me, "verifyEmployer") },
    { name: "permintaan", count: counts.data?.transfers, shown: may(me, "readTransfers") },
  ] as const;
  const elsewhere = tabs.flatMap(({ name, count, shown }) =>
    shown && name !== "saya" && name !== "lain" && count ? [{ name, count: many(count) }] : [],
  );
  const nothing = elsewhere.length > 0 ? words.nothingMine : words.nothing;
  return (
    <>
      <RowKeys />
      <div class="heading">
        <div class="titled">
          <h1>{words.title}</h1>
          {counts.data && <p class="quiet">{summaryOf(counts.data) || nothing}</p>}
        </div>
        {/* On a phone it stands behind "Lain": nobody prints from there. */}
        <Link className="button unprinted at-desk" to={pathOf("daySheet")}>
          {words.daySheet}
        </Link>
      </div>
      <nav class="tabs" aria-label={words.title} ref={bar}>
        {tabs
          .filter(({ shown }) => shown)
          .map(({ name, count }) => (
            <Link
              key={name}
              to="/kotak"
              search={name === "saya" ? {} : { tab: name }}
              activeOptions={{ exact: true }}
              aria-current={tab === name ? "true" : undefined}
            >
              {words.tabs[name]}
              {count !== undefined && <span class="quiet">{many(count)}</span>}
            </Link>
          ))}
      </nav>
      {tab === "saya" ? (
        <Mine search={search} elsewhere={elsewhere} />
      ) : (
        <Suspense fallback={<Skeleton />}>
          <OtherTabs tab={tab} />
        </Suspense>
      )}
    </>
  );
}

type Elsewhere = readonly { readonly name: "sertifikat" | "pemberi" | "permintaan"; readonly count: string }[];
function Mine({ search, elsewhere }: { readonly search: InboxSearch; readonly elsewhere: Elsewhere }) {
  const words = inboxWords.use();
  const inbox = useRead("readInbox", { query: { limit: 50 } });
  if (inbox.data === undefined)
    return inbox.error ? <Failure error={inbox.error} again={() => void inbox.refetch()} /> : <Skeleton />;
  const { items, now, cursor } = inbox.data;
  if (items.length === 0) {
    if (elsewhere.length === 0)
      return (
        <Empty title={words.nothing}>
          <p>{words.nothingNext}</p>
        </Empty>
      );
    return (
      <Empty title={words.nothingMine}>
        <p>{words.elsewhere}</p>
        <ul class="stack tight">
          {elsewhere.map(({ name, count }) => (
            <li key={name}>
              <Link to="/kotak" search={{ tab: name }}>
                {words.waitsIn[name](count)}
              </Link>
            </li>
          ))}
        </ul>
      </Empty>
    );
  }
  const shown = items.filter(
    ({ status, officerId }) => (search.jenis ?? status) === status && (search.pk ?? officerId) === officerId,
  );
  const sorted = search.urut === "nama" ? shown.toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), "id")) : shown;
  return (
    <>
      <Filters items={items} search={search} />
      <Groups items={sorted} now={now} grouped={search.urut !== "nama"} />
      {cursor && <More after={cursor} now={now} search={search} />}
    </>
  );
}

const nameOf = ({ clientName, pseudonym }: Row): string => clientName ?? pseudonym;

/** The next page, when it is asked for. */
function More({ after, now, search }: { readonly after: string; readonly now: string; readonly search: InboxSearch }) {
  const words = inboxWords.use();
  const [asked, ask] = useState(false);
  const next = useRead("readInbox", { query: { limit: 50, cursor: after } }, { enabled: asked });
  if (!asked)
    return (
      <p class="buttons">
        <button type="button" class="button" onClick={() => ask(true)}>
          {words.more}
        </button>
      </p>
    );
  if (next.data === undefined)
    return next.error ? <Failure error={next.error} again={() => void next.refetch()} /> : <Skeleton />;
  const shown = next.data.items.filter(({ status }) => (search.jenis ?? status) === status);
  return (
    <>
      <Groups items={shown} now={now} grouped />
      {next.data.cursor && <More after={next.data.cursor} now={now} search={search} />}
    </>
  );
}

function Filters({ items, search }: { readonly items: readonly Row[]; readonly search: InboxSearch }) {
  const words = inboxWords.use();
  const navigate = useNavigate();
  const officers = new Map(items.map(({ officerId, officerName }) => [officerId, officerName ?? officerId]));
  const statuses = [...new Set(items.map(({ status }) => status))];
  const choose = (name: keyof InboxSearch, value: string): void =>
    void navigate({ to: "/kotak", search: { ...search, [name]: value === "" ? undefined : value }, replace: true });
  return (
    <div class="filters unprinted">
      <Filter label={words.kind} value={search.jenis} choose={(value) => choose("jenis", value)}>
        {statuses.map((status) => (
          <option key={status} value={status}>
            {said(statusLines[status])}
          </option>
        ))}
      </Filter>
      {officers.size > 1 && (
        <Filter label={words.officer} value={search.pk} choose={(value) => choose("pk", value)}>
          {[...officers].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Filter>
      )}
      <div class="field">
        <label class="small quiet" for="inbox-sort">
          {words.sort}
        </label>
        <select id="inbox-sort" value={search.urut ?? ""} onChange={(event) => choose("urut", event.currentTarget.value)}>
          <option value="">{words.byDeadline}</option>
          <option value="nama">{words.byName}</option>
        </select>
      </div>
    </div>
  );
}

type FilterProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly choose: (value: string) => void;
  readonly children: preact.ComponentChildren;
};
function Filter({ label, value, choose, children }: FilterProps) {
  const words = inboxWords.use();
  const id = `inbox-${label}`;
  return (
    <div class="field">
      <label class="small quiet" for={id}>
        {label}
      </label>
      <select id={id} value={value ?? ""} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words.all}</option>
        {children}
      </select>
    </div>
  );
}
