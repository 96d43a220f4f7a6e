/** The button of an act on a record: absent where it may not be done, and with the reason where it cannot be done now. */
import { useId } from "react";
import { said } from "../../words/language.ts";

type Offers = readonly {
  readonly act: string;
  readonly blocked?: string | undefined;
  readonly words?: { readonly id: string; readonly en: string } | undefined;
}[];

type Props = {
  readonly acts: Offers;
  readonly act: string;
  readonly word: string;
  readonly look?: "first" | "bad";
  readonly press: () => void;
};
export function ActButton({ acts, act, word, look, press }: Props) {
  const id = useId();
  const offer = acts.find((one) => one.act === act);
  if (offer === undefined) return null;
  const { blocked, words } = offer;
  return (
    <span class="act">
      <button
        type="button"
        class={["button", look].filter(Boolean).join(" ")}
        aria-disabled={blocked !== undefined}
        aria-describedby={blocked && id}
        onClick={() => {
          if (blocked === undefined) press();
        }}
      >
        {word}
      </button>
      {blocked && (
        <span class="small quiet" id={id}>
          {words ? said(words) : blocked}
        </span>
      )}
    </span>
  );
}

/** Whether an act can be done now. */
export const canNow = (acts: Offers, act: string): boolean => acts.some((one) => one.act === act && one.blocked === undefined);
