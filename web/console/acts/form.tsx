/** The sheet of one act: whom it is about, what was refused before, two or three choices, and one button that records. */
import type { ComponentChildren } from "preact";
import { useId } from "react";
import { Sheet } from "../parts/sheet.tsx";
import { useRefused } from "./refused.ts";
import { type ActProps, useStopped } from "./send.ts";
import { actWords } from "./words.ts";

type FormProps = Omit<ActProps, "act"> & {
  readonly title: string;
  /** Beside the client: the employer, the post. */
  readonly about?: string | undefined;
  /** What the button says. */
  readonly press: string;
  readonly send: () => void;
  /** Something is missing that the fields themselves do not say: the button waits, and this says for what. */
  readonly missing?: string | undefined;
  readonly bad?: boolean;
  /** Other ways out, beside the button. */
  readonly others?: ComponentChildren;
  readonly children?: ComponentChildren;
};

export function ActForm({ placement, title, about, press, send, close, missing, bad, others, children }: FormProps) {
  const words = actWords.use();
  const form = useId();
  const stopped = useStopped(placement.id);
  const refusedOf = useRefused();
  return (
    <Sheet
      sticky
      title={title}
      close={() => close(false)}
      foot={
        <>
          <button
            type="submit"
            form={form}
            class={bad ? "button bad" : "button first"}
            aria-disabled={missing !== undefined}
            aria-describedby={missing === undefined ? undefined : `${form}-missing`}
          >
            {press}
          </button>
          {others}
          <button type="button" class="button plain cancel" onClick={() => close(false)}>
            {words.cancel}
          </button>
          {missing !== undefined && (
            <p class="small quiet" id={`${form}-missing`}>
              {missing}
            </p>
          )}
        </>
      }
    >
      <form
        id={form}
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing === undefined) send();
        }}
      >
        <p class="quiet">{[placement.clientName, about].filter(Boolean).join(" · ")}</p>
        {stopped.map(({ key, refused }) => (
          <div class="note" data-tone="late" key={key}>
            <p>
              <strong>{words.refusedBefore}</strong> {refusedOf(refused)}
            </p>
            <p class="small">{words.replaces}</p>
          </div>
        ))}
        {children}
      </form>
    </Sheet>
  );
}
