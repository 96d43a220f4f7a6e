/** The reports that were made each week, each with the way to the figures of its days. */
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useRead } from "../../api/read.ts";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { shortDay, shortMoment } from "../../words/when.ts";
import { reportsWords } from "./words.ts";

export function Made() {
  const words = reportsWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  return (
    <section class="stack tight" aria-labelledby="made">
      <h2 id="made">{words.sent}</h2>
      {cursors.map((cursor) => (
        <Page key={cursor ?? "first"} cursor={cursor} zone={zone} next={(after) => setCursors([...cursors, after])} />
      ))}
    </section>
  );
}

type PageProps = {
  readonly cursor: string | undefined;
  readonly zone: Parameters<typeof shortMoment>[1];
  readonly next: (cursor: string) => void;
};
function Page({ cursor, zone, next }: PageProps) {
  const words = reportsWords.use();
  const [gone, go] = useState(false);
  const list = useRead("listReports", { query: { limit: 12, cursor } });
  if (list.data === undefined)
    return list.error ? <Failure error={list.error} again={() => void list.refetch()} /> : <Skeleton />;
  if (list.data.items.length === 0)
    return (
      <Empty title={words.sentNothing}>
        <p>{words.sentNext}</p>
      </Empty>
    );
  const { cursor: after } = list.data;
  return (
    <>
      <ul class="list">
        {list.data.items.map((made) => (
          <li key={made.madeAt} class="row three">
            <div>
              <p>
                <Link className="name" to="/laporan" search={{ dari: made.from, sampai: made.to }}>
                  {said(made.title)}
                </Link>
              </p>
              <p class="small quiet">{words.made(shortMoment(made.madeAt, zone))}</p>
            </div>
            <p>{words.period(shortDay(made.from), shortDay(made.to))}</p>
            <p>{words.figure(made.figures.placed, made.figures.started)}</p>
          </li>
        ))}
      </ul>
      {after !== undefined && !gone && (
        <p>
          <button
            type="button"
            class="button"
            onClick={() => {
              go(true);
              next(after);
            }}
          >
            {words.more}
          </button>
        </p>
      )}
    </>
  );
}
