/** When and where people meet, as text until it is sent. */
import { type Instant, localDateOf } from "../../../shared/domain/calendar/instant.ts";
import { weekdayOf } from "../../../shared/domain/calendar/local-date.ts";
import type { Zone } from "../../../shared/domain/calendar/zone.ts";
import { TextField } from "../parts/field.tsx";
import { momentOf } from "../parts/receipt.tsx";
import { useMe } from "../shell/me.ts";
import { shortMoment } from "../words/when.ts";
import { actWords } from "./words.ts";

export type Where = { readonly place: string; readonly number: string; readonly askFor: string };
export const nowhere: Where = { place: "", number: "", askFor: "" };

/** What was typed, without what was left empty. */
export const given = (where: Where) => ({
  ...(where.place.trim() ? { place: where.place.trim() } : {}),
  ...(where.number.trim() ? { number: where.number.trim() } : {}),
  ...(where.askFor.trim() ? { askFor: where.askFor.trim() } : {}),
});

/** The moments among what was typed. */
export const momentsOf = (texts: readonly string[], zone: Zone): Instant[] => texts.flatMap((text) => momentOf(text, zone) ?? []);

type MomentFieldProps = {
  readonly label: string;
  readonly required?: boolean;
  readonly value: string;
  readonly change: (text: string) => void;
};

/** A day and an hour, which are read back with the day of the week: nobody sees from its number that the 19th is a Saturday. */
export function MomentField({ value, ...rest }: MomentFieldProps) {
  const { employer: words } = actWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const at = momentOf(value, zone);
  const isWeekend = at !== undefined && [0, 6].includes(weekdayOf(localDateOf(at, zone)));
  const said = at && shortMoment(at, zone);
  return <TextField {...rest} type="datetime-local" value={value} hint={said && isWeekend ? words.onWeekend(said) : said} />;
}

/** Opened on demand: most meet at the employer's. */
export function WhereFields({ value, change }: { readonly value: Where; readonly change: (where: Where) => void }) {
  const { employer: words } = actWords.use();
  return (
    <details>
      <summary>{words.where}</summary>
      <div class="stack tight">
        <TextField label={words.place} maxLength={200} value={value.place} change={(place) => change({ ...value, place })} />
        <TextField
          label={words.number}
          type="tel"
          maxLength={40}
          value={value.number}
          change={(number) => change({ ...value, number })}
        />
        <TextField label={words.askFor} maxLength={100} value={value.askFor} change={(askFor) => change({ ...value, askFor })} />
      </div>
    </details>
  );
}
