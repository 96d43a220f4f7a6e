/**
 * Words of a room: Indonesian comes with the room, English when it is asked for. Both have the same shape, or do not compile.
 * Every catalogue is one file `words.ts` with its `words-en.ts` beside it.
 */
import { useEffect, useState } from "react";
import { usePreference } from "./preferences.ts";

/** What a key says: a sentence, or one that is made of what it is about. */
type Entry = string | ((...about: never[]) => string) | { readonly [key: string]: Entry };
export type Catalogue = { readonly [key: string]: Entry };

export type Words<C extends Catalogue> = {
  readonly id: C;
  readonly english: () => Promise<C>;
  /** The catalogue in the user's language; Indonesian until English has come. */
  readonly use: () => C;
};

export function defineWords<C extends Catalogue>(id: C, english: () => Promise<{ readonly en: C }>): Words<C> {
  let en: C | undefined;
  const load = async (): Promise<C> => {
    en ??= (await english()).en;
    return en;
  };
  const use = (): C => {
    const wanted = usePreference("language");
    const [, loaded] = useState(0);
    useEffect(() => {
      if (wanted === "en" && en === undefined) void load().then(() => loaded((times) => times + 1));
    }, [wanted]);
    return wanted === "en" && en ? en : id;
  };
  return { id, english: load, use };
}
