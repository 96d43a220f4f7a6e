/** A part of a page under its title; on a phone it may be folded. */
import type { ComponentChildren } from "preact";
import { useId, useState, useSyncExternalStore } from "react";

const wide = matchMedia("(min-width: 60rem)");
const listen = (listener: () => void): (() => void) => {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
};
/** Whether two columns stand beside each other. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => wide.matches);

type CardProps = {
  readonly title: string;
  /** What can be pressed beside the title. */
  readonly beside?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly unprinted?: boolean;
  /** On a phone only its title stands until it is pressed. */
  readonly folds?: boolean;
  /** What it holds is made only then. */
  readonly late?: boolean;
};
export function Card({ title, beside, children, unprinted = false, folds = false, late = false }: CardProps) {
  const id = useId();
  const isWide = useWide();
  const [opened, open] = useState(false);
  const hidden = unprinted ? " unprinted" : "";
  if (folds && !isWide)
    return (
      <details class={`card folds${hidden}`} onToggle={(event) => open(event.currentTarget.open)}>
        <summary>
          <h2>{title}</h2>
        </summary>
        {(opened || !late) && (
          <div class="stack tight">
            {beside && <div class="title">{beside}</div>}
            {children}
          </div>
        )}
      </details>
    );
  return (
    <section class={`card stack tight${hidden}`} aria-labelledby={id}>
      <div class="title">
        <h2 id={id}>{title}</h2>
        {beside}
      </div>
      {children}
    </section>
  );
}
