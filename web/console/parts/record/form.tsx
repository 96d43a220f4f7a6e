/** The form of a record: few fields first, the others on demand; what is wrong beside its field; and what somebody else saved meanwhile. */
import type { ComponentChildren } from "preact";
import { useState } from "react";
import type { Writing } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import type { Act } from "../act.ts";
import { ErrorCode, ErrorText, FormNote } from "../states.tsx";
import { Control } from "./control.tsx";
import { asked, isSame, type Row, type RowWords, shown, type Value, type Values } from "./rows.ts";
import { recordWords } from "./words.ts";

type Props<N extends Writing> = {
  readonly rows: readonly Row[];
  readonly words: RowWords;
  readonly values: Values;
  readonly change: (values: Values) => void;
  readonly act: Act<N>;
  /** What stands before the paths of the body: `changes.` for a change. */
  readonly within?: string;
  /** What somebody else saved meanwhile in fields that were typed in here too. */
  readonly theirs?: Values | undefined;
  readonly save: () => void;
  readonly saveWord?: string;
  readonly cancel?: (() => void) | undefined;
  /** Below a field, such as what is known already by that name. */
  readonly below?: Readonly<Record<string, ComponentChildren>>;
};

export function RecordForm<N extends Writing>(props: Props<N>) {
  const { rows, act, save, saveWord, cancel, within = "" } = props;
  const words = recordWords.use();
  const isNewer = act.error instanceof Problem && act.error.newer !== undefined;
  const [first, more] = [rows.filter((row) => !row.more), rows.filter((row) => row.more)];
  const isWrongBehind = more.some(({ path }) => act.wrong(within + path) !== undefined || props.theirs?.[path] !== undefined);
  const [open, setOpen] = useState(false);
  return (
    <form
      class="stack record-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {act.error !== undefined && (
        <FormNote about={act.error}>
          <p>
            <strong>{isNewer ? words.newer : words.refused}.</strong> {isNewer ? words.newerLead : words.refusedLead}
          </p>
          {!isNewer && <Wrong {...props} />}
        </FormNote>
      )}
      <Rows {...props} rows={first} />
      {more.length > 0 && (
        <details class="more" open={open || isWrongBehind} onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>{words.more}</summary>
          <div class="stack">
            <Rows {...props} rows={more} />
          </div>
        </details>
      )}
      <p class="buttons">
        <button type="submit" class="button first" aria-disabled={act.busy}>
          {act.busy ? words.saving : (saveWord ?? words.save)}
        </button>
        {cancel && (
          <button type="button" class="button" onClick={cancel}>
            {words.cancel}
          </button>
        )}
      </p>
    </form>
  );
}

/** What is wrong: named where it stands beside a field, said where it does not. */
function Wrong<N extends Writing>({ rows, words, values, act, within = "" }: Props<N>) {
  const own = recordWords.use();
  const { error } = act;
  if (!(error instanceof Problem) || error.details.length === 0) return <ErrorText error={error} />;
  const marked = asked(rows, values).filter(({ path }) => act.wrong(within + path) !== undefined);
  const beside = marked.map(({ path }) => within + path);
  const others = error.details.filter(
    ({ path }) => path === undefined || !beside.some((place) => path === place || path.startsWith(`${place}.`)),
  );
  return (
    <>
      {marked.length > 0 && <p>{own.look(marked.map(({ path }) => words.labels[path] ?? path).join(", "))}</p>}
      {others.map(({ path, message }) => (
        <p key={path}>{message}</p>
      ))}
      <ErrorCode error={error} />
    </>
  );
}

function Rows<N extends Writing>({ rows, words, values, change, act, within = "", theirs, below }: Props<N>) {
  const own = recordWords.use();
  const set = (path: string, value: Value): void => change({ ...values, [path]: value });
  return (
    <>
      {asked(rows, values).map((row) => {
        const { path } = row;
        const other = theirs?.[path];
        return (
          <Control
            key={path}
            row={row}
            words={words}
            value={values[path] ?? ""}
            change={(value) => set(path, value)}
            wrong={act.wrong(within + path)}
          >
            {other !== undefined && !isSame(other, values[path]) && (
              <p class="note" data-tone="due">
                <span>
                  {own.newerField(words.labels[path] ?? path)}
                  <strong>{shown(row, other, words) || own.nothingThere}</strong>
                </span>
                <button type="button" class="button" onClick={() => set(path, other)}>
                  {own.take}
                </button>
              </p>
            )}
            {below?.[path]}
          </Control>
        );
      })}
    </>
  );
}
