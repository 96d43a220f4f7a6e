/** Lines of work by their deadlines: late, today, later, and without one. */
import { useEffect, useState } from "react";
import { useMe } from "../../shell/me.ts";
import { type Due, dueOf } from "../../words/when.ts";
import { type Around, InboxRow, type Row } from "./row.tsx";
import { inboxWords } from "./words.ts";

/** As many as a screen holds are drawn first: an old phone shows them while it draws the rest. */
const firstScreen = 6;

const order = ["late", "today", "later", "open"] as const satisfies readonly Due[];

export function Groups({
  items,
  now,
  grouped,
}: {
  readonly items: readonly Row[];
  readonly now: string;
  readonly grouped: boolean;
}) {
  const words = inboxWords.use();
  const me = useMe();
  const zone = me?.office.zone ?? "WIB";
  const around = { words, me, now };
  const [whole, setWhole] = useState(items.length <= firstScreen);
  useEffect(() => {
    const timer = setTimeout(() => setWhole(true), 50);
    return () => clearTimeout(timer);
  }, []);
  const drawn = (rows: readonly Row[]): readonly Row[] => (whole ? rows : rows.filter((row) => items.indexOf(row) < firstScreen));
  if (!grouped) return <Rows items={drawn(items)} around={around} />;
  return (
    <>
      {order.map((due) => {
        const within = items.filter(({ deadline }) => dueOf(deadline, now, zone) === due);
        if (within.length === 0) return null;
        return (
          <section key={due} aria-labelledby={`due-${due}`}>
            <h2 class="group" id={`due-${due}`}>
              {words.groups[due]} <span>({within.length})</span>
            </h2>
            <Rows items={drawn(within)} around={around} />
          </section>
        );
      })}
    </>
  );
}

const Rows = ({ items, around }: { readonly items: readonly Row[]; readonly around: Around }) => (
  <ul class="list">
    {items.map((row) => (
      <InboxRow key={row.id} row={row} around={around} />
    ))}
  </ul>
);
