/** Who did what, and when: in short, or in full. */
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import type { Answer } from "../../../api/client.ts";
import { useRead } from "../../../api/read.ts";
import { Failure, Skeleton } from "../../../parts/states.tsx";
import { useMe } from "../../../shell/me.ts";
import { said } from "../../../words/language.ts";
import { shortDayOf, shortMoment } from "../../../words/when.ts";
import { Card } from "./parts.tsx";
import { pageWords } from "./words.ts";

export function History({ id }: { readonly id: string }) {
  const words = pageWords.use();
  const full = useSearch({ from: "/klien/$id" }).riwayat === "lengkap";
  return (
    <Card
      title={words.history}
      folds
      late
      unprinted
      beside={
        <span class="buttons">
          {[false, true].map((wanted) => (
            <Link
              key={String(wanted)}
              className="button plain"
              to="/klien/$id"
              params={{ id }}
              search={wanted ? { riwayat: "lengkap" } : {}}
              activeOptions={{ exact: true }}
              replace
              resetScroll={false}
              aria-current={wanted === full ? "true" : undefined}
            >
              {wanted ? words.full : words.short}
            </Link>
          ))}
        </span>
      }
    >
      <ul class="log">
        <Page id={id} full={full} />
      </ul>
    </Card>
  );
}

function Page({ id, full, cursor }: { readonly id: string; readonly full: boolean; readonly cursor?: string }) {
  const words = pageWords.use();
  const [more, ask] = useState(false);
  const read = useRead("readClientHistory", { params: { id }, query: { limit: 20, cursor } });
  if (read.data === undefined)
    return <li>{read.error ? <Failure error={read.error} again={() => void read.refetch()} /> : <Skeleton lines={2} />}</li>;
  const { items, cursor: after } = read.data;
  return (
    <>
      {items.map((entry) => (
        <Entry key={`${entry.version} ${entry.at}`} entry={entry} full={full} />
      ))}
      {after &&
        (more ? (
          <Page id={id} full={full} cursor={after} />
        ) : (
          <li>
            <button type="button" class="button" onClick={() => ask(true)}>
              {words.more}
            </button>
          </li>
        ))}
    </>
  );
}

type Entry = Answer<"readClientHistory">["items"][number];
function Entry({ entry, full }: { readonly entry: Entry; readonly full: boolean }) {
  const words = pageWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const { at, by, fields = [], words: done } = entry;
  const who = by.name ?? said(by.words);
  if (!full)
    return (
      <li>
        <span class="quiet">{shortDayOf(at, zone)}</span> {said(done)} <span class="quiet">· {who}</span>
      </li>
    );
  return (
    <li>
      <p>
        <strong>{said(done)}</strong>
      </p>
      <p class="small quiet">
        {shortMoment(at, zone)} {words.by} {who}
        {by.name && `, ${said(by.words)}`}
      </p>
      {fields.length > 0 && <p class="small">{fields.map((field) => said(field.words)).join(", ")}</p>}
    </li>
  );
}
