/** A room that broke, and an address that leads nowhere. */
import { Link } from "@tanstack/react-router";
import { shellWords } from "./words.ts";

export function Broken({ error }: { readonly error: unknown }) {
  const words = shellWords.use();
  return (
    <div class="note" data-tone="late" role="alert">
      <h1>{words.broken}</h1>
      <p>{words.brokenLead}</p>
      <p class="small code">{error instanceof Error ? error.message : String(error)}</p>
      <p class="buttons">
        <button type="button" class="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
        <Link to="/kotak">{words.toInbox}</Link>
      </p>
    </div>
  );
}

export function NotFound() {
  const words = shellWords.use();
  return (
    <div class="empty">
      <h1>{words.notFound}</h1>
      <Link to="/kotak">{words.toInbox}</Link>
    </div>
  );
}
