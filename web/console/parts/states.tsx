/** What a room shows while it has nothing to show: it is coming, it failed, there is none. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "react";
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
        {error.details.length > 0 && `: ${[...new Set(error.details.map(({ message }) => withoutStop(message)))].join("; ")}`}.
        <ErrorCode error={error} />
      </span>
    );
  }
  return <span>{error instanceof Unreachable ? words.unreachable : error instanceof Error ? error.message : String(error)}</span>;
}

/** For whoever is asked for help: on a line of its own, so that nobody takes it for a part of what is said. */
export function ErrorCode({ error }: { readonly error: Problem }) {
  const words = shellWords.use();
  return (
    <small class="code" lang="en">
      {words.code(error.code)}
    </small>
  );
}

/**
 * What stands in the way of a form, said where it is seen: when it comes, the first field that is wrong takes the focus, or, where
 * none is, the note itself; either scrolls into sight, from behind what is folded too.
 * @param about what it is about: another one is said anew
 */
export function FormNote({ about, tone = "late", children }: NoteProps) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = note;
    const wrong = current?.closest("form, dialog")?.querySelector<HTMLElement>("[aria-invalid=true], [data-wrong]");
    const control = wrong?.matches("fieldset") ? wrong.querySelector<HTMLElement>("input") : wrong;
    const behind = control?.closest("details");
    if (behind) behind.open = true;
    const shown = control ?? current;
    shown?.scrollIntoView({ block: "center" });
    shown?.focus({ preventScroll: true });
  }, [about]);
  return (
    <div class="note" data-tone={tone} role="alert" tabIndex={-1} ref={note}>
      {children}
    </div>
  );
}
type NoteProps = { readonly about: unknown; readonly tone?: "late" | "due"; readonly children: ComponentChildren };

/** A form's refusal in such a note; nothing where there is none. */
export const FormError = ({ error }: { readonly error: unknown }) =>
  error === undefined ? null : (
    <FormNote about={error}>
      <ErrorText error={error} />
    </FormNote>
  );

/** Within a sentence. */
export const withoutStop = (sentence: string): string => sentence.replace(/\.$/, "");

export const Empty = ({ title, children }: { readonly title: string; readonly children?: ComponentChildren }) => (
  <div class="empty">
    <p class="strong">{title}</p>
    {children}
  </div>
);
