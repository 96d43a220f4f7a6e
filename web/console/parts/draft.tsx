/**
 * What somebody has typed into a form and not sent yet: there again when they come back to it, by the menu, by going back or after
 * a reload. It is theirs alone, sealed where it is kept, and gone once it is sent, after a week, and with the login.
 */
import { useEffect, useRef, useState } from "react";
import { isRecord } from "../api/problem.ts";
import { sealedStore } from "../session/sealed.ts";
import { onSignOut } from "../session/session.ts";
import { useMe } from "../shell/me.ts";
import { defineWords } from "../words/words.ts";

const kept = sealedStore("titian-isian");
/** Of this page, by owner and form: at once there, and with what is kept nowhere else. */
const inPage = new Map<string, unknown>();
onSignOut(() => inPage.clear());

/** In milliseconds. */
const week = 7 * 24 * 3_600_000;
/** So long after the last key something is kept, in milliseconds. */
const pause = 150;

const placeOf = (owner: string, name: string): string => `${owner} ${name}`;

/** One after the other, so that what is dropped last stays dropped. */
let writing: Promise<unknown> = Promise.resolve();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
function write(place: string, what: () => Promise<void>, after: number): void {
  clearTimeout(timers.get(place));
  const run = (): void => {
    // A browser that keeps nothing: what was typed lives as long as the page.
    writing = writing.then(what).catch(() => undefined);
  };
  if (after === 0) run();
  else timers.set(place, setTimeout(run, after));
}

async function readKept(owner: string, name: string): Promise<unknown> {
  const place = placeOf(owner, name);
  if (inPage.has(place)) return inPage.get(place);
  await writing;
  let found: unknown;
  for (const { text } of await kept.all().catch(() => [])) {
    const row: unknown = JSON.parse(text);
    if (!isRecord(row) || typeof row.place !== "string" || typeof row.at !== "number") continue;
    const { place: there } = row;
    // What somebody else has left is deleted unseen.
    if (!there.startsWith(placeOf(owner, "")) || row.at < Date.now() - week) write(there, () => kept.drop(there), 0);
    else if (there === place) found = row.value;
  }
  return found;
}

export type Draft<T> = {
  readonly value: T;
  readonly change: (next: T | ((before: T) => T)) => void;
  /** Whether it was typed before, and taken up here. */
  readonly found: boolean;
  /** It is sent, or not wanted any more: the form is as it was at first. */
  readonly drop: () => void;
};

type Form<T> = {
  /** Which form: the same name is the same draft. */
  readonly name: string;
  readonly usual: T;
  /** Whether something is what this form holds. */
  readonly is: (value: unknown) => value is T;
  /** The same without what is kept nowhere but in the page. */
  readonly keepable?: (value: T) => T;
};

export function useDraft<T>({ name, usual, is, keepable = (value) => value }: Form<T>): Draft<T> {
  const owner = useMe()?.id;
  const [first] = useState(usual);
  const [held, hold] = useState<{ readonly value: T; readonly found: boolean }>(() => {
    const before = owner === undefined ? undefined : inPage.get(placeOf(owner, name));
    return is(before) ? { value: before, found: true } : { value: first, found: false };
  });
  const touched = useRef(held.found);
  const latest = useRef(held.value);
  latest.current = held.value;
  useEffect(() => {
    if (owner === undefined || touched.current) return;
    let gone = false;
    void readKept(owner, name).then((value) => {
      if (gone || touched.current || !is(value)) return;
      touched.current = true;
      hold({ value, found: true });
    });
    return () => {
      gone = true;
    };
  }, [owner, name]);
  const drop = (): void => {
    touched.current = true;
    hold({ value: first, found: false });
    if (owner !== undefined) forget(placeOf(owner, name));
  };
  const change = (next: T | ((before: T) => T)): void => {
    const value = isMaker(next) ? next(latest.current) : next;
    touched.current = true;
    latest.current = value;
    hold(({ found }) => ({ value, found }));
    if (owner === undefined) return;
    const place = placeOf(owner, name);
    if (JSON.stringify(value) === JSON.stringify(first)) forget(place);
    else {
      inPage.set(place, value);
      write(place, () => kept.put(place, { place, at: Date.now(), value: keepable(value) }), pause);
    }
  };
  return { ...held, change, drop };
}

const isMaker = <T,>(next: T | ((before: T) => T)): next is (before: T) => T => typeof next === "function";

function forget(place: string): void {
  inPage.delete(place);
  write(place, () => kept.drop(place), 0);
}

export const id = {
  found: "Isian Anda yang belum disimpan sudah dikembalikan.",
  fresh: "Mulai dari kosong",
};
export type DraftWords = typeof id;
const en: DraftWords = { found: "What you had typed and not saved is back.", fresh: "Begin anew" };
const draftWords = defineWords<DraftWords>(id, async () => ({ en }));

/** Says that something was taken up, and lets it be thrown away. */
export function Restored({ draft: { found, drop } }: { readonly draft: Pick<Draft<unknown>, "found" | "drop"> }) {
  const words = draftWords.use();
  if (!found) return null;
  return (
    <div class="note restored" data-tone="due" role="status">
      <p>{words.found}</p>
      <button type="button" class="button" onClick={drop}>
        {words.fresh}
      </button>
    </div>
  );
}
