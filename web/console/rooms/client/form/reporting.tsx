/** When a client reports: every rhythm that there is, each with what tells its days. */
import { useState } from "react";
import { weekdays } from "../../../../../shared/domain/calendar/weekdays.ts";
import { reportingOf } from "../../../../../shared/domain/clients/reporting.ts";
import type { Draft } from "../../../api/client.ts";
import { SelectField, TextField } from "../../../parts/field.tsx";
import { fullDay } from "../../../words/when.ts";
import { formWords } from "./words.ts";

/** As it is typed. `MONTHLY_ON`: on a day of a week of the month. */
export type TypedReporting = {
  readonly rhythm: string;
  readonly day: string;
  readonly from: string;
  readonly dayOfMonth: string;
  readonly week: string;
  /** Parted by blanks. */
  readonly dates: string;
};
export const reportingNames = [
  "rhythm",
  "day",
  "from",
  "dayOfMonth",
  "week",
  "dates",
] as const satisfies readonly (keyof TypedReporting)[];
export const noReporting: TypedReporting = { rhythm: "", day: "", from: "", dayOfMonth: "", week: "", dates: "" };

/** What is recorded, as the fields hold it. */
export function typedReportingOf(client: Parameters<typeof reportingOf>[0]): TypedReporting {
  const known = reportingOf(client);
  switch (known?.rhythm) {
    case undefined:
      return noReporting;
    case "WEEKLY":
      return { ...noReporting, rhythm: "WEEKLY", day: known.day };
    case "FORTNIGHTLY":
      return { ...noReporting, rhythm: "FORTNIGHTLY", day: known.day, from: known.from };
    case "MONTHLY":
      if (known.day === undefined)
        return { ...noReporting, rhythm: "MONTHLY", dayOfMonth: known.dayOfMonth === undefined ? "" : String(known.dayOfMonth) };
      return { ...noReporting, rhythm: "MONTHLY_ON", day: known.day, week: String(known.week ?? "") };
    case "BY_DATE":
      return { ...noReporting, rhythm: "BY_DATE", dates: known.dates.join(" ") };
  }
}

type Given = NonNullable<Draft<"registerClient">["body"]>["reporting"];

/** As it is sent; undefined where nothing is agreed. */
export function reportingGiven({ rhythm, day, from, dayOfMonth, week, dates }: TypedReporting): Given {
  const weekday = weekdays.find((name) => name === day);
  switch (rhythm) {
    case "WEEKLY":
      return { rhythm, day: weekday };
    case "FORTNIGHTLY":
      return { rhythm, day: weekday, from };
    case "MONTHLY":
      return { rhythm, ...(dayOfMonth.trim() && { dayOfMonth: Number(dayOfMonth) }) };
    case "MONTHLY_ON":
      return { rhythm: "MONTHLY", week: Number(week) || undefined, day: weekday };
    case "BY_DATE":
      return { rhythm, dates: datesIn(dates) };
    default:
      return undefined;
  }
}
const datesIn = (text: string): string[] => text.split(" ").filter(Boolean);

const others = ["FORTNIGHTLY", "MONTHLY", "MONTHLY_ON", "BY_DATE"] as const;
const weeks = ["1", "2", "3", "4", "5"] as const;

type Props = {
  readonly typed: TypedReporting;
  readonly set: (changes: Partial<TypedReporting>) => void;
  readonly wrong: (name: keyof TypedReporting) => string | undefined;
  /** What is said above a field besides. */
  readonly hint?: (name: keyof TypedReporting) => string | undefined;
};
export function ReportingFields({ typed, set, wrong, hint = () => undefined }: Props) {
  const words = formWords.use();
  const { rhythm } = typed;
  const days = weekdays.map((value) => ({ value, label: words.days[value] }));
  const field = (name: keyof TypedReporting) => ({ value: typed[name], wrong: wrong(name), hint: hint(name) });
  const choose = (chosen: string): void => {
    const weekday = weekdays.find((name) => name === chosen);
    set(weekday ? { rhythm: "WEEKLY", day: weekday } : { rhythm: chosen });
  };
  const dayField = (
    <SelectField label={words.day} {...field("day")} change={(day) => set({ day })} options={days} none={words.choose} />
  );
  return (
    <>
      <SelectField
        label={words.reporting}
        hint={hint("rhythm") ?? words.reportingHint}
        wrong={wrong("rhythm")}
        value={rhythm === "WEEKLY" ? typed.day : rhythm}
        change={choose}
        options={[
          { value: "", label: words.rhythms.none },
          ...weekdays.map((value) => ({ value, label: words.everyDay(words.days[value]) })),
          ...others.map((value) => ({ value, label: words.rhythms[value] })),
        ]}
      />
      {rhythm === "FORTNIGHTLY" && (
        <div class="pair">
          {dayField}
          <TextField label={words.from} type="date" {...field("from")} change={(from) => set({ from })} />
        </div>
      )}
      {rhythm === "MONTHLY" && (
        <TextField
          label={words.dayOfMonth}
          inputMode="numeric"
          {...field("dayOfMonth")}
          hint={hint("dayOfMonth") ?? words.dayOfMonthHint}
          change={(dayOfMonth) => set({ dayOfMonth })}
        />
      )}
      {rhythm === "MONTHLY_ON" && (
        <div class="pair">
          <SelectField
            label={words.week}
            {...field("week")}
            change={(week) => set({ week })}
            options={weeks.map((value) => ({ value, label: words.weeks[value] }))}
            none={words.choose}
          />
          {dayField}
        </div>
      )}
      {rhythm === "BY_DATE" && <Dates {...field("dates")} change={(dates) => set({ dates })} />}
    </>
  );
}

type DatesProps = {
  readonly value: string;
  readonly change: (dates: string) => void;
  readonly wrong: string | undefined;
  readonly hint: string | undefined;
};
/** Days by their dates, one after the other. */
function Dates({ value, change, wrong, hint }: DatesProps) {
  const words = formWords.use();
  const [next, setNext] = useState("");
  const dates = datesIn(value);
  const add = (): void => {
    if (next === "") return;
    change([...new Set([...dates, next])].toSorted().join(" "));
    setNext("");
  };
  return (
    <div class="stack tight">
      {dates.length > 0 && (
        <ul class="chosen" aria-label={words.dates}>
          {dates.map((date) => (
            <li key={date}>
              <span>{fullDay(date)}</span>
              <button
                type="button"
                class="button plain"
                aria-label={words.removeDate(fullDay(date))}
                onClick={() => change(dates.filter((other) => other !== date).join(" "))}
              >
                {words.remove}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="pair ends">
        <TextField label={words.date} type="date" hint={hint} wrong={wrong} value={next} change={setNext} />
        <p>
          <button type="button" class="button" onClick={add}>
            {words.addDate}
          </button>
        </p>
      </div>
    </div>
  );
}
