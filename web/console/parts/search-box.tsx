/** Finds in a list while somebody types; the list's address holds what was typed. */
import { useEffect, useId, useRef, useState } from "react";

type Props = {
  readonly label: string;
  readonly value: string;
  /** Called a moment after the last key. */
  readonly find: (text: string) => void;
};
const pause = 350;

export function SearchBox({ label, value, find }: Props) {
  const id = useId();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const last = useRef(value);
  useEffect(() => {
    // Going back brings another text than the one that was typed last.
    if (value !== last.current) setText(value);
    last.current = value;
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const settle = (typed: string): void => {
    last.current = typed.trim();
    find(typed.trim());
  };
  return (
    <search class="find">
      <label class="unseen" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="search"
        placeholder={label}
        autoComplete="off"
        value={text}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.value;
          setText(typed);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => settle(typed), pause);
        }}
      />
    </search>
  );
}
