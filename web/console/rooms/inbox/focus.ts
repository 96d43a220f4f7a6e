/** The focus on a list of work: on what a row is for. */

const rowsOf = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>(".row[data-id]")];

/** Its button, else its name. */
function focusOn(row: HTMLElement | undefined): void {
  const found = row?.querySelector<HTMLElement>("button") ?? row?.querySelector<HTMLElement>("a");
  found?.focus();
  row?.scrollIntoView({ block: "nearest" });
}

const current = (rows: readonly HTMLElement[]): number => rows.findIndex((row) => row.contains(document.activeElement));
export function rowAfter(): void {
  const rows = rowsOf();
  focusOn(rows[current(rows) + 1]);
}
export function rowBefore(): void {
  const rows = rowsOf();
  focusOn(rows[Math.max(0, current(rows) - 1)]);
}

/** After an act the next row is at hand; after the last one, its own name. */
export function focusAfter(within: Element | null): void {
  const own = within?.closest<HTMLElement>(".row[data-id]") ?? undefined;
  // A dialog that closes gives the focus back by itself: only after that.
  setTimeout(() => {
    const rows = rowsOf();
    focusOn(own && (rows[rows.indexOf(own) + 1] ?? own));
  }, 50);
}
