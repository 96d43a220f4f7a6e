/** Who did what, when: a line each, or with everything that is kept of it. */
import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useRead } from "../../api/read.ts";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { shortDayOf, shortMoment } from "../../words/when.ts";
import { placementWords } from "./words.ts";

export function History({ id }: { readonly id: string }) {
  const words = placementWords.use();
  const search = useSearch({ from: "/penempatan/$id" });
  const isFull = search.riwayat === "lengkap";
  return (
    <section aria-labelledby="history" class="stack tight">
      <div class="heading">
        <h2 class="group" id="history">
          {words.history}
        </h2>
        <p class="buttons small unprinted">
          {([undefined, "lengkap"] as const).map((kind) => (
            <Link
              key={kind ?? "ringkas"}
              to="/penempatan/$id"
              params={{ id }}
              search={kind ? { riwayat: kind } : {}}
              replace
              resetScroll={false}
              className="button plain"
              aria-current={isFull === (kind === "lengkap") ? "true" : undefined}
            >
              {kind ? words.full : words.brief}
            </Link>
          ))}
        </p>
      </div>
      <Entries id={id} isFull={isFull} />
    </section>
  );
}

type EntriesProps = { readonly id: string; readonly isFull: boolean; readonly after?: string };
function Entries({ id, isFull, after }: EntriesProps) {
  const words = placementWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const [more, setMore] = useState(false);
  const read = useRead("readPlacementHistory", {
    params: { id },
    query: { limit: 50, ...(after === undefined ? {} : { cursor: after }) },
  });
  if (read.data === undefined)
    return read.error ? <Failure error={read.error} again={() => void read.refetch()} /> : <Skeleton />;
  const { items, cursor } = read.data;
  return (
    <>
      <ol class={isFull ? "list history" : "history"}>
        {items.map(({ version, at, words: what, by, fields }) =>
          isFull ? (
            <li key={version} class="row">
              <p class="strong">{said(what)}</p>
              <p class="small quiet">
                {shortMoment(at, zone)} · {by.name ? `${by.name} (${said(by.words)})` : said(by.words)}
              </p>
              {fields && fields.length > 0 && <p class="small">{fields.map((field) => said(field.words)).join(", ")}</p>}
            </li>
          ) : (
            <li key={version}>
              <span class="quiet">{shortDayOf(at, zone)}</span>
              <span>
                {said(what)} <span class="quiet">{by.name ?? said(by.words)}</span>
              </span>
            </li>
          ),
        )}
      </ol>
      {cursor &&
        (more ? (
          <Entries id={id} isFull={isFull} after={cursor} />
        ) : (
          <p>
            <button type="button" class="button" onClick={() => setMore(true)}>
              {words.more}
            </button>
          </p>
        ))}
    </>
  );
}
