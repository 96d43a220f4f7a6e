/** When and where people meet, as text until it is sent. */
import type { Instant } from "../../../shared/domain/calendar/instant.ts";
import type { Zone } from "../../../shared/domain/calendar/zone.ts";
import { TextField } from "../parts/field.tsx";
import { momentOf } from "../parts/receipt.tsx";
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
