/** How and when somebody's word was taken: on the phone and now, unless said otherwise. */
import { useState } from "react";
import { type Instant, instantOf, localDateOf, localTimeOf } from "../../../shared/domain/calendar/instant.ts";
import type { Zone } from "../../../shared/domain/calendar/zone.ts";
import type { ReceiptWay } from "../../../shared/domain/record/receipt.ts";
import { useMe } from "../shell/me.ts";
import { defineWords } from "../words/words.ts";
import { Choice, TextField } from "./field.tsx";

export const id = {
  how: "Lewat apa",
  ways: {
    PHONE: "Telepon",
    WHATSAPP: "WhatsApp",
    IN_PERSON: "Di kantor",
    VISIT: "Kunjungan",
    LINK: "Tautan",
    PAPER: "Surat",
  },
  when: "Kapan",
  now: "Sekarang",
  earlier: "Sebelumnya",
  at: "Hari dan jam",
};
export type ReceiptWords = typeof id;
const en: ReceiptWords = {
  how: "By what",
  ways: { PHONE: "Phone", WHATSAPP: "WhatsApp", IN_PERSON: "At the office", VISIT: "Visit", LINK: "Link", PAPER: "Letter" },
  when: "When",
  now: "Now",
  earlier: "Earlier",
  at: "Day and hour",
};
export const receiptWords = defineWords<ReceiptWords>(id, async () => ({ en }));

export type Receipt = { readonly how: ReceiptWay; readonly at?: Instant };

/** `2026-12-14T10:00` in a zone, as the browser's own field has it. */
export const wallClock = (instant: Instant, zone: Zone): string => `${localDateOf(instant, zone)}T${localTimeOf(instant, zone)}`;
/** The moment of such a text; undefined where it is none. */
export function momentOf(text: string, zone: Zone): Instant | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(text);
  if (!found) return undefined;
  const [, date = "", hour, minute] = found;
  return instantOf(date, Number(hour) + Number(minute) / 60, zone);
}

const usual: readonly ReceiptWay[] = ["PHONE", "WHATSAPP", "IN_PERSON", "VISIT"];

type Props = {
  readonly value: Receipt;
  readonly change: (receipt: Receipt) => void;
  readonly ways?: readonly ReceiptWay[];
};
export function ReceiptField({ value, change, ways = usual }: Props) {
  const words = receiptWords.use();
  const me = useMe();
  const zone = me?.office.zone ?? "WIB";
  const [earlier, setEarlier] = useState(value.at !== undefined);
  return (
    <>
      <Choice
        row
        label={words.how}
        value={value.how}
        change={(how) => change({ ...value, how })}
        options={ways.map((way) => ({ value: way, label: words.ways[way] }))}
      />
      <Choice
        row
        label={words.when}
        value={earlier ? "earlier" : "now"}
        change={(when) => {
          setEarlier(when === "earlier");
          const { at: _, ...rest } = value;
          change(rest);
        }}
        options={[
          { value: "now", label: words.now },
          { value: "earlier", label: words.earlier },
        ]}
      />
      {earlier && (
        <TextField
          label={words.at}
          type="datetime-local"
          value={value.at ? wallClock(value.at, zone) : ""}
          change={(text) => {
            const at = momentOf(text, zone);
            if (at) change({ ...value, at });
          }}
        />
      )}
    </>
  );
}
