/** What the office's work amounts to: how far, how long, how many stay; and the reports that were sent. */

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { bars } from "../../../../shared/pictures/bars.ts";
import { funnel } from "../../../../shared/pictures/funnel.ts";
import type { Answer } from "../../api/client.ts";
import { useRead } from "../../api/read.ts";
import { TextField } from "../../parts/field.tsx";
import { FittedPicture } from "../../parts/picture.tsx";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { usePreference } from "../../words/preferences.ts";
import { shortDay, shortMoment } from "../../words/when.ts";
import type { ReportsSearch } from "./search.ts";
import { reportsWords } from "./words.ts";

type Figures = Answer<"readFigures">;

export function Reports() {
  const words = reportsWords.use();
  const search: ReportsSearch = useSearch({ from: "/laporan" });
  const figures = useRead("readFigures", { query: { from: search.dari, to: search.sampai } });
  useTitle(words.title);
  return (
    <div class="stack">
      <div>
        <h1>{words.title}</h1>
        <p class="quiet">{words.lead}</p>
      </div>
      {figures.data ? (
        <Period key={`${figures.data.from}${figures.data.to}`} from={figures.data.from} to={figures.data.to} />
      ) : null}
      {figures.data ? (
        <FiguresShown figures={figures.data} />
      ) : figures.error ? (
        <Failure error={figures.error} again={() => void figures.refetch()} />
      ) : (
        <Skeleton lines={5} />
      )}
      <Made />
    </div>
  );
}

function Period({ from, to }: { readonly from: string; readonly to: string }) {
  const words = reportsWords.use();
  const navigate = useNavigate();
  const [first, setFirst] = useState(from);
  const [last, setLast] = useState(to);
  return (
    <form
      class="filters unprinted"
      onSubmit={(event) => {
        event.preventDefault();
        void navigate({ to: "/laporan", search: { dari: first, sampai: last } });
      }}
    >
      <TextField type="date" label={words.from} value={first} change={setFirst} />
      <TextField type="date" label={words.to} value={last} change={setLast} />
      <button type="submit" class="button">
        {words.show}
      </button>
    </form>
  );
}

/** A picture is as wide as half the page, or as a phone. */
const widths = { wide: 520, narrow: 312 } as const;

function FiguresShown({ figures }: { readonly figures: Figures }) {
  const words = reportsWords.use();
  const language = usePreference("language");
  const stages = figures.funnel.map(({ stage, count }) => ({ name: words.stages[stage], count }));
  const steps = figures.steps.map(({ step, cases, median, p90 }) => ({ name: words.stepNames[step], cases, median, p90 }));
  return (
    <>
      <div class="columns">
        <section class="card stack tight" aria-labelledby="funnel">
          <h2 id="funnel">{words.funnel}</h2>
          <FittedPicture
            wideFrom={widths.wide}
            draw={(layout) => funnel({ language, title: words.funnel, width: widths[layout] }, stages)}
          />
        </section>
        <section class="card stack tight" aria-labelledby="steps">
          <h2 id="steps">{words.steps}</h2>
          <FittedPicture
            wideFrom={widths.wide}
            draw={(layout) => bars({ language, title: words.steps, width: widths[layout] }, steps)}
          />
        </section>
      </div>
      <div class="columns">
        <section class="card stack tight" aria-labelledby="reached">
          <h2 id="reached">{words.reached}</h2>
          <dl class="facts wide">
            <dt>{words.placed}</dt>
            <dd>{figures.reached.placed}</dd>
            {figures.reached.placedUnverified > 0 && (
              <>
                <dt>{words.unverified}</dt>
                <dd>{figures.reached.placedUnverified}</dd>
              </>
            )}
            {figures.followUps.map(({ day, retained, unknown }) => (
              <Fact
                key={day}
                name={words.retained(day)}
                value={unknown > 0 ? `${retained} (${words.unknown(unknown)})` : `${retained}`}
              />
            ))}
            <dt>{words.ended}</dt>
            <dd>{figures.ended}</dd>
          </dl>
        </section>
        <section class="card stack tight" aria-labelledby="open">
          <h2 id="open">{words.openNow}</h2>
          <p>{figures.open === 0 ? words.nothingOpen : words.open(figures.open)}</p>
          <dl class="facts wide">
            {figures.openByStatus.map((row) => (
              <Fact key={row.status} name={said(row.words)} value={`${row.count}`} />
            ))}
          </dl>
        </section>
      </div>
    </>
  );
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
);

function Made() {
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
              <p class="strong">{said(made.title)}</p>
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
