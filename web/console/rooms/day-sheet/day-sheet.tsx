/** The day on paper: name, place, act and empty lines, and nothing that must not be lost in a bus. */

import { useNavigate, useSearch } from "@tanstack/react-router";
import { statusLines } from "../../../../shared/messages/status-words.ts";
import { useRead } from "../../api/read.ts";
import { Choice } from "../../parts/field.tsx";
import { Icon } from "../../parts/icons.tsx";
import { Empty, Failure, Skeleton } from "../../parts/states.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { useMe } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { dueOf, lastShortDay, plusDays, shortDayOf, shortMoment } from "../../words/when.ts";
import type { DaySheetSearch } from "./search.ts";
import { daySheetWords } from "./words.ts";

export function DaySheet() {
  const words = daySheetWords.use();
  const search: DaySheetSearch = useSearch({ from: "/lembar-hari" });
  const navigate = useNavigate();
  const me = useMe();
  const inbox = useRead("readInbox", { query: { limit: 100 } });
  useTitle(words.title);
  if (inbox.data === undefined || me === undefined)
    return inbox.error ? <Failure error={inbox.error} again={() => void inbox.refetch()} /> : <Skeleton />;
  const { items, now, cursor } = inbox.data;
  const { zone } = me.office;
  const weekFromNow = plusDays(now, 7);
  const within = items.filter(({ deadline: last, interviewAt }) => {
    if (search.sampai === "semua") return true;
    // An interview is on its own day; the deadline is for its result.
    const deadline = interviewAt !== undefined && interviewAt > now ? interviewAt : last;
    const due = dueOf(deadline, now, zone);
    if (due === "late" || due === "today") return true;
    return search.sampai === "minggu" && deadline !== undefined && deadline <= weekFromNow;
  });
  const placeOf = (row: (typeof items)[number]): string => row.employerName ?? words.noPlace;
  const sorted =
    search.urut === "tempat" ? within.toSorted((one, other) => placeOf(one).localeCompare(placeOf(other), "id")) : within;
  const choose = (name: keyof DaySheetSearch, value: string): void =>
    void navigate({ to: "/lembar-hari", search: { ...search, [name]: value === "" ? undefined : value }, replace: true });
  return (
    <div class="stack">
      <div class="heading">
        <div>
          <h1>{words.title}</h1>
          <p class="quiet">{words.of(me.name, shortDayOf(now, zone))}</p>
        </div>
        <button type="button" class="button first unprinted" onClick={() => print()}>
          <Icon name="print" />
          {words.print}
        </button>
      </div>
      <div class="columns unprinted">
        <Choice
          row
          label={words.days}
          value={search.sampai ?? ""}
          change={(value) => choose("sampai", value)}
          options={[
            { value: "", label: words.today },
            { value: "minggu", label: words.week },
            { value: "semua", label: words.all },
          ]}
        />
        <Choice
          row
          label={words.order}
          value={search.urut ?? ""}
          change={(value) => choose("urut", value)}
          options={[
            { value: "", label: words.byDeadline },
            { value: "tempat", label: words.byPlace },
          ]}
        />
      </div>
      {sorted.length === 0 ? (
        <Empty title={words.nothing} />
      ) : (
        <div class="scrolls">
          <table class="sheet">
            <thead>
              <tr>
                <th scope="col">{words.name}</th>
                <th scope="col">{words.place}</th>
                <th scope="col">{words.act}</th>
                <th scope="col">{words.until}</th>
                <th scope="col">{words.notes}</th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((row) => (
                <tr key={row.id}>
                  <th scope="row">{row.clientName ?? row.pseudonym}</th>
                  <td>{placeOf(row)}</td>
                  <td>
                    {said(statusLines[row.status])}
                    {row.interviewAt && `: ${shortMoment(row.interviewAt, zone)}`}
                  </td>
                  <td>{row.deadline ? lastShortDay(row.deadline, zone) : ""}</td>
                  <td class="write" />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {cursor && <p class="quiet">{words.partial}</p>}
    </div>
  );
}
