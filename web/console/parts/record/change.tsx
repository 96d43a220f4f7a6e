/** Changes a record field by field on the version that was seen. A newer one is taken over where nothing was typed, and shown where something was. */
import { useState } from "react";
import type { Params, Writing } from "../../api/client.ts";
import { isRecord, Problem } from "../../api/problem.ts";
import { useAct } from "../act.ts";
import { Restored, useDraft } from "../draft.tsx";
import { Sheet } from "../sheet.tsx";
import { RecordForm } from "./form.tsx";
import { changesOf, isSame, isValues, keepable, type Row, type RowWords, type Values, valuesOf } from "./rows.ts";
import { recordWords } from "./words.ts";

type Props<N extends Writing> = {
  readonly title: string;
  readonly route: N;
  readonly params: Params<N>;
  readonly rows: readonly Row[];
  readonly words: RowWords;
  readonly record: { readonly version: number };
  readonly close: () => void;
  /** Called when it is saved. */
  readonly saved: () => void;
};

type Typed = { readonly version: number; readonly before: Values; readonly values: Values };
const isTyped = (held: unknown): held is Typed =>
  isRecord(held) && typeof held.version === "number" && isValues(held.before) && isValues(held.values);

export function ChangeSheet<N extends Writing>({ title, route, params, rows, words, record, close, saved }: Props<N>) {
  const own = recordWords.use();
  const open = rows.filter(({ fixed }) => !fixed);
  const act = useAct(route);
  const before = valuesOf(open, record);
  // With what it was typed over: a version that has become old by then is met as any other.
  const draft = useDraft<Typed>({
    name: `${route} ${Object.values(params).join(" ")}`,
    usual: { version: record.version, before, values: before },
    is: isTyped,
    keepable: (typed) => ({ ...typed, values: keepable(open)(typed.values) }),
  });
  const { value: base, change } = draft;
  const { values } = base;
  const [theirs, setTheirs] = useState<Values>();
  const [nothing, setNothing] = useState(false);

  const meet = (newer: Readonly<Record<string, unknown>>): void => {
    const now = valuesOf(open, newer);
    const typed = (path: string): boolean => !isSame(values[path], base.before[path]);
    setTheirs(
      Object.fromEntries(
        open.flatMap(({ path }) => {
          const value = now[path];
          return value !== undefined && typed(path) && !isSame(value, base.before[path]) ? [[path, value]] : [];
        }),
      ),
    );
    change({
      version: typeof newer.version === "number" ? newer.version : base.version,
      before: now,
      values: Object.fromEntries(open.map(({ path }) => [path, (typed(path) ? values : now)[path] ?? ""])),
    });
  };

  const save = async (): Promise<void> => {
    const changes = changesOf(open, base.before, values);
    setNothing(Object.keys(changes).length === 0);
    if (Object.keys(changes).length === 0) return;
    const answer = await act.sendTyped(params, { version: base.version, changes }, (error) => {
      if (error instanceof Problem && error.newer) meet(error.newer);
    });
    if (!answer) return;
    draft.drop();
    saved();
  };

  return (
    <Sheet title={title} close={close} sticky>
      <Restored draft={draft} />
      {nothing && (
        <p class="note" data-tone="due" role="status">
          {own.nothingChanged}
        </p>
      )}
      <RecordForm
        rows={open}
        words={words}
        values={values}
        change={(next) => change((typed) => ({ ...typed, values: next }))}
        act={act}
        within="changes."
        theirs={theirs}
        save={() => void save()}
        cancel={() => {
          draft.drop();
          close();
        }}
      />
    </Sheet>
  );
}
