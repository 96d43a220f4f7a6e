/** One act on one sheet: a native dialog, which holds the focus and gives it back. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "react";
import { shellWords } from "../shell/words.ts";
import { Icon } from "./icons.tsx";

type SheetProps = {
  readonly title: string;
  readonly close: () => void;
  /** What is to be pressed, in a row that stays in sight. */
  readonly foot?: ComponentChildren;
  readonly children: ComponentChildren;
  /** Whether leaving would lose what was typed: then only the buttons close it, and not a press beside it. */
  readonly sticky?: boolean;
};

export function Sheet({ title, close, foot, children, sticky = false }: SheetProps) {
  const words = shellWords.use();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself
    <dialog
      ref={dialog}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (!sticky && event.target === dialog.current) close();
      }}
    >
      <div class="sheet-head">
        <h2 id={heading}>{title}</h2>
        <button type="button" class="button plain" onClick={close} aria-label={words.close}>
          <Icon name="close" />
        </button>
      </div>
      <div class="sheet-body">{children}</div>
      {foot && <div class="sheet-foot">{foot}</div>}
    </dialog>
  );
}
