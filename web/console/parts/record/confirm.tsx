/** An act on a record that needs a word before it: what it does, and one button. */
import type { ComponentChildren } from "preact";
import { useState } from "react";
import type { Answer, Params, Writing } from "../../api/client.ts";
import { useAct } from "../act.ts";
import { Sheet } from "../sheet.tsx";
import { FormError, FormNote } from "../states.tsx";
import { recordWords } from "./words.ts";

type Props<N extends Writing> = {
  readonly title: string;
  readonly does: string;
  readonly route: N;
  readonly params: Params<N>;
  readonly body?: unknown;
  readonly bad?: boolean;
  /** What has to be chosen before, where something has. */
  readonly missing?: string | undefined;
  readonly close: () => void;
  readonly done: (answer: Answer<N>) => void;
  readonly children: ComponentChildren;
};
export function ConfirmSheet<N extends Writing>(props: Props<N>) {
  const { title, does, route, params, body = {}, bad, missing, close, done, children } = props;
  const words = recordWords.use();
  const act = useAct(route);
  const [asked, ask] = useState(false);
  const press = async (): Promise<void> => {
    ask(true);
    if (missing !== undefined) return;
    const answer = await act.sendTyped(params, body);
    if (answer) done(answer);
  };
  return (
    <Sheet
      title={title}
      close={close}
      foot={
        <>
          <button type="button" class={`button ${bad ? "bad" : "first"}`} aria-disabled={act.busy} onClick={() => void press()}>
            {act.busy ? words.saving : does}
          </button>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <FormError error={act.error} />
      {children}
      {asked && missing !== undefined && <FormNote about={missing}>{missing}</FormNote>}
    </Sheet>
  );
}
