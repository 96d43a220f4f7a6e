/** What the fields of a topic share. */
import type { ClientRecord } from "../page/detail.ts";
import type { FieldName, Typed } from "./typed.ts";
import { changeWords } from "./words.ts";

export type FieldsProps = {
  readonly client: ClientRecord;
  readonly typed: Typed;
  /** What was recorded meanwhile, of the fields that were typed. */
  readonly newer: Partial<Typed> | undefined;
  readonly wrong: (name: FieldName) => string | undefined;
  readonly set: (changes: Partial<Typed>) => void;
};

/** What every field of these is given. */
export function useField({ typed, newer, wrong, set }: FieldsProps) {
  const words = changeWords.use();
  return (name: FieldName, hint?: string) => ({
    value: typed[name],
    change: (value: string) => set({ [name]: value }),
    wrong: wrong(name),
    hint: newer?.[name] === undefined ? hint : words.nowRecorded(newer[name] || words.nothing),
    autoComplete: "off",
  });
}
