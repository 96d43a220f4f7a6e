/** What the office's work amounts to in a week, a month, any days: how far, how long, how many stay; and the reports that were sent. */

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { localDateOf } from "../../../../shared/domain/calendar/instant.ts";
import { useRead } from "../../api/read.ts";
import { TextField } from "../../parts/field.tsx";
import { Icon } from "../../parts/icons.tsx";
import { saveFile } from "../../parts/save-file.ts";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useMe } from "../../shell/me.ts";
import { usePreference } from "../../words/preferences.ts";
import { fullDay } from "../../words/when.ts";
import { Made } from "./made.tsx";
import { after, before, type Days, periodNames, periodOf } from "./periods.ts";
import { csvOf } from "./rows.ts";
import type { ReportsSearch } from "./search.ts";
import { type Figures, FiguresShown } from "./shown.tsx";
import { reportsWords } from "./words.ts";

export function Reports() {
  const words = reportsWords.use();
  const search: ReportsSearch = useSearch({ from: "/laporan" });
  const me = useMe();
  const figures = useRead("readFigures", { query: { from: search.dari, to: search.sampai } });
  const { data } = figures;
  useTitle(words.title);
  return (
    <div class="stack">
      <div class="heading">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{data ? words.days(fullDay(data.from), fullDay(data.to), me?.office.name ?? "") : words.lead}</p>
        </div>
        {data && <Ways figures={data} />}
      </div>
      {data && <Periods key={`${data.from}${data.to}`} days={data} today={localDateOf(data.now, me?.office.zone ?? "WIB")} />}
      {data ? (
        <FiguresShown figures={data} />
      ) : figures.error ? (
        <Failure error={figures.error} again={() => void figures.refetch()} />
      ) : (
        <Skeleton lines={5} />
      )}
      <Made />
    </div>
  );
}

function Ways({ figures }: { readonly figures: Figures }) {
  const words = reportsWords.use();
  const language = usePreference("language");
  const save = (): void => {
    const csv = new Blob([csvOf(figures, words, language)], { type: "text/csv;charset=utf-8" });
    saveFile(`${words.fileName}-${figures.from}-${figures.to}.csv`, csv);
  };
  return (
    <p class="buttons unprinted">
      <button type="button" class="button" onClick={() => print()}>
        <Icon name="print" />
        {words.print}
      </button>
      <button type="button" class="button" onClick={save}>
        {words.save}
      </button>
    </p>
  );
}

/** Weeks and months by one tap, each with an address of its own; any other days below. */
function Periods({ days, today }: { readonly days: Days; readonly today: string }) {
  const words = reportsWords.use();
  const navigate = useNavigate();
  const [first, setFirst] = useState(days.from);
  const [last, setLast] = useState(days.to);
  const way = ({ from, to }: Days, name: string) => (
    <Link
      className="button"
      to="/laporan"
      search={{ dari: from, sampai: to }}
      aria-current={from === days.from && to === days.to ? "true" : undefined}
    >
      {name}
    </Link>
  );
  const later = after(days);
  return (
    <div class="stack tight unprinted">
      <nav class="buttons periods" aria-label={words.choose}>
        {periodNames.map((name) => way(periodOf(name, today), words.periods[name]))}
        {way(before(days), words.before)}
        {later.from <= today && way(later, words.after)}
      </nav>
      <form
        class="filters"
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
    </div>
  );
}
