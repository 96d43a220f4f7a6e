/** An act on this record that is not through yet, or was refused: it stays until somebody has seen it. */
import { Link } from "@tanstack/react-router";
import { discard, useUnsent } from "../../../outbox/outbox.ts";
import { isDelayed } from "../../../outbox/row.ts";
import { said } from "../../../words/language.ts";
import { pageWords } from "./words.ts";

export function Unsent({ about }: { readonly about: string }) {
  const words = pageWords.use();
  const row = useUnsent(about);
  if (row === undefined) return null;
  const still = row.state === "stopped" || row.state === "old";
  if (!still)
    return (
      <p class="note unprinted" data-tone={isDelayed(row) ? "others" : "good"} role="status">
        {isDelayed(row) ? words.delayed : words.unsent}
      </p>
    );
  const { refused } = row;
  return (
    <div class="note unprinted" data-tone="late" role="alert">
      <p>
        <strong>{words.refused}.</strong> {refused?.words ? said(refused.words) : refused?.code}
        {refused && refused.details.length > 0 && `: ${refused.details.join("; ")}`}
      </p>
      <p class="buttons">
        <button type="button" class="button" onClick={() => void discard(row.key)}>
          {words.discard}
        </button>
        <Link to="/antrean">{words.toQueue}</Link>
      </p>
    </div>
  );
}
