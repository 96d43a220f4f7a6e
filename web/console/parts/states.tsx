/** What a room shows while it has nothing to show: it is coming, it failed, there is none. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "react";
import { Problem, Unreachable } from "../api/problem.ts";
import { shellWords } from "../shell/words.ts";
import { said } from "../words/language.ts";

/** Lines where the content will stand; only after a moment, so that what comes at once does not flicker. */
export function Skeleton({ lines = 3 }: { readonly lines?: number }) {
  const [shown, show] = useState(false);
  const words = shellWords.use();
  useEffect(() => {
    const timer = setTimeout(() => show(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="skeleton" role="status" aria-label={words.loading} data-shown={shown}>
      {Array.from({ length: lines }, (_, line) => (
        <i key={line} />
      ))}
    </div>
  );
}

/** What an error says to a person, with its code for whoever is asked for help. */
export function Failure({ error, again }: { readonly error: unknown; readonly again?: () => void }) {
  const words = shellWords.use();
  return (
    <div class="note" data-tone="late" role="alert">
      <p>
        <strong>{words.failed}.</strong> <ErrorText error={error} />
      </p>
      {again && (
        <button type="button" class="button" onClick={again}>
          {words.again}
        </button>
      )}
    </div>
  );
}

export function ErrorText({ error }: { readonly error: unknown }) {
  const words = shellWords.use();
  if (error instanceof Problem) {
    return (
      <span>
        {error.words ? said(error.words) : error.message}
        {error.details.length > 0 && `: ${[...new Set(error.details.map(({ message }) => withoutStop(message)))].join("; ")}`}.{" "}
        <small class="code">{error.code}</small>
      </span>
    );
  }
  return <span>{error instanceof Unreachable ? words.unreachable : error instanceof Error ? error.message : String(error)}</span>;
}

/** Within a sentence. */
export const withoutStop = (sentence: string): string => sentence.replace(/\.$/, "");

export const Empty = ({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) => (
  <div class="empty">
    <p class="strong">{title}</p>
    {children}
  </div>
);
