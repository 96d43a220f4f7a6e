/** Changes a record field by field on the version that was seen. A newer one is taken over where nothing was typed, and shown where something was. */
import { useState } from "react";
import type { Params, Writing } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { useAct } from "../act.ts";
import { Sheet } from "../sheet.tsx";
import { RecordForm } from "./form.tsx";
import { changesOf, isSame, type Row, type RowWords, type Values, valuesOf } from "./rows.ts";
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

export function ChangeSheet<N extends Writing>({ title, route, params, rows, words, record, close, saved }: Props<N>) {
  const own = recordWords.use();
  const open = rows.filter(({ fixed }) => !fixed);
  const act = useAct(route);
  const [base, setBase] = useState<{ readonly version: number; readonly values: Values }>(() => ({
    version: record.version,
    values: valuesOf(open, record),
  }));
  const [values, setValues] = useState(base.values);
  const [theirs, setTheirs] = useState<Values>();
  const [nothing, setNothing] = useState(false);

  const meet = (newer: Readonly<Record<string, unknown>>): void => {
    const now = valuesOf(open, newer);
    const typed = (path: string): boolean => !isSame(values[path], base.values[path]);
    setValues(Object.fromEntries(open.map(({ path }) => [path, (typed(path) ? values : now)[path] ?? ""])));
    setTheirs(
      Object.fromEntries(
        open.flatMap(({ path }) => {
          const value = now[path];
          return value !== undefined && typed(path) && !isSame(value, base.values[path]) ? [[path, value]] : [];
        }),
      ),
    );
    setBase({ version: typeof newer.version === "number" ? newer.version : base.version, values: now });
  };

  const save = async (): Promise<void> => {
    const changes = changesOf(open, base.values, values);
    setNothing(Object.keys(changes).length === 0);
    if (Object.keys(changes).length === 0) return;
    const answer = await act.sendTyped(params, { version: base.version, changes }, (error) => {
      if (error instanceof Problem && error.newer) meet(error.newer);
    });
    if (answer) saved();
  };

  return (
    <Sheet title={title} close={close} sticky>
      {nothing && (
        <p class="note" data-tone="due" role="status">
          {own.nothingChanged}
        </p>
      )}
      <RecordForm
        rows={open}
        words={words}
        values={values}
        change={setValues}
        act={act}
        within="changes."
        theirs={theirs}
        save={() => void save()}
        cancel={close}
      />
    </Sheet>
  );
}
