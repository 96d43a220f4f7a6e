/** What was just done, with its undo: the message says where the row went, and stands still while it is in focus. */
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useActName } from "../outbox/act-name.ts";
import { hold, undo, useOutbox } from "../outbox/outbox.ts";
import { defineWords } from "../words/words.ts";

export const id = {
  recorded: (act: string, seconds: number) => `${act === "" ? "Dicatat" : `Dicatat: ${act}`}. Disimpan dalam ${seconds} detik.`,
  undo: "Urungkan",
  undone: "Diurungkan. Belum ada yang tersimpan.",
};
export type ToastWords = typeof id;
const en: ToastWords = {
  recorded: (act: string, seconds: number) =>
    `${act === "" ? "Recorded" : `Recorded: ${act}`}. It is saved in ${seconds} seconds.`,
  undo: "Undo",
  undone: "Undone. Nothing was saved.",
};
const toastWords = defineWords<ToastWords>(id, async () => ({ en }));

let notice: string | undefined;
const listeners = new Set<() => void>();
let clearing: ReturnType<typeof setTimeout> | undefined;
/** Says something that asks for nothing, for six seconds. */
export function tell(text: string): void {
  notice = text;
  clearTimeout(clearing);
  clearing = setTimeout(() => {
    notice = undefined;
    for (const listener of listeners) listener();
  }, 6000);
  for (const listener of listeners) listener();
}
const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function Toasts() {
  const words = toastWords.use();
  const said = useSyncExternalStore(listen, () => notice);
  const newest = useOutbox().findLast(({ state, tries }) => state === "waiting" && tries === 0);
  const name = useActName(newest?.act);
  const [, tick] = useState(0);
  const release = useRef<(() => void) | undefined>(undefined);
  useEffect(() => {
    if (newest === undefined) return;
    const timer = setInterval(() => tick((times) => times + 1), 1000);
    return () => clearInterval(timer);
  }, [newest?.key]);
  const left = newest === undefined ? 0 : Math.ceil((newest.held ?? newest.sendAt - Date.now()) / 1000);
  const shown = newest !== undefined && left > 0;
  const stand = (): void => {
    if (newest) release.current ??= hold(newest.key);
  };
  // A pointer that was left where the message comes up is nobody who considers it: what was recorded would never be sent.
  const look = ({ movementX, movementY }: MouseEvent): void => {
    if (movementX !== 0 || movementY !== 0) stand();
  };
  const goOn = (): void => {
    release.current?.();
    release.current = undefined;
  };
  return (
    <div class="toasts" role="status">
      {shown && (
        // biome-ignore lint/a11y/noStaticElementInteractions: it only stands still while somebody looks at it
        <div class="toast" onMouseMove={look} onMouseLeave={goOn} onFocusCapture={stand} onBlurCapture={goOn}>
          <span>{words.recorded(name, left)}</span>
          <button
            type="button"
            class="button"
            onClick={() => {
              release.current = undefined;
              void undo(newest.key).then((undone) => undone && tell(words.undone));
            }}
          >
            {words.undo}
          </button>
        </div>
      )}
      {said !== undefined && !shown && (
        <div class="toast">
          <span>{said}</span>
        </div>
      )}
    </div>
  );
}
