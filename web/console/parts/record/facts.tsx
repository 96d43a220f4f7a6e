/** A record as it is read: what is recorded, and nothing of what is not. */
import type { ComponentChildren } from "preact";
import { heldAt, type Row, type RowWords, shown } from "./rows.ts";

type Props = {
  readonly rows: readonly Row[];
  readonly words: RowWords;
  readonly record: unknown;
  /** Further lines, such as a link. */
  readonly children?: ComponentChildren;
};
export const Facts = ({ rows, words, record, children }: Props) => (
  <dl class="facts">
    {children}
    {rows.map((row) => {
      const text = shown(row, heldAt(row, record), words);
      if (text === "" || (row.kind === "yes" && !row.needed && text === words.no)) return null;
      return (
        <Fact key={row.path} label={words.labels[row.path] ?? row.path}>
          {text}
        </Fact>
      );
    })}
  </dl>
);

export const Fact = ({ label, children }: { readonly label: string; readonly children: ComponentChildren }) => (
  <>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </>
);
