/** What a new record's page says first: that it is there, and what somebody should look at. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "react";
import type { Text } from "../../../../shared/messages/text.ts";
import { said } from "../../words/language.ts";

type Saved = {
  readonly warningWords?: Readonly<Record<string, Text>> | undefined;
  readonly twins?: readonly string[] | undefined;
};
type After = { readonly title: string; readonly saved: Saved };

/** Of this page alone, by the record. */
const waiting = new Map<string, After>();

/** Keeps what was answered until the record's own page is open. */
export const sayAfter = (id: string, after: After): void => void waiting.set(id, after);

type Props = {
  readonly id: string;
  /** What is shown of records that may be the same. */
  readonly twins?: (ids: readonly string[]) => ComponentChildren;
};
export function AfterSaving({ id, twins }: Props) {
  const [after] = useState(() => waiting.get(id));
  useEffect(() => () => void waiting.delete(id), [id]);
  if (after === undefined) return null;
  const { title, saved } = after;
  const texts = Object.entries(saved.warningWords ?? {});
  const others = saved.twins ?? [];
  return (
    <div class="note" data-tone={texts.length + others.length > 0 ? "due" : "good"} role="status">
      <p>
        <strong>{title}</strong>
      </p>
      {texts.length > 0 && (
        <ul>
          {texts.map(([code, text]) => (
            <li key={code}>{said(text)}</li>
          ))}
        </ul>
      )}
      {others.length > 0 && twins?.(others)}
    </div>
  );
}
