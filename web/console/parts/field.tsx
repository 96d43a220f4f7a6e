/** Fields of forms: a label, a hint, what is wrong, and the native control. */
import { type ComponentChildren, h, type TargetedEvent } from "preact";
import { useId } from "react";
import { formatLongDate } from "../../../shared/domain/calendar/format.ts";
import { language } from "../words/language.ts";

type Common = { readonly label: string; readonly hint?: string | undefined; readonly wrong?: string | undefined };

/** Ties label, hint and error to the control that is drawn with these. */
export function Field({
  label,
  hint,
  wrong,
  children,
}: Common & {
  readonly children: (control: {
    readonly id: string;
    readonly describedBy: string | undefined;
    readonly invalid: boolean;
  }) => ComponentChildren;
}) {
  const id = useId();
  const describedBy = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ") || undefined;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint && (
        <span class="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {children({ id, describedBy, invalid: wrong !== undefined })}
      {wrong && (
        <span class="wrong" id={`${id}-wrong`}>
          {wrong}
        </span>
      )}
    </div>
  );
}

type TextProps = Common & {
  readonly name?: string;
  readonly value: string;
  readonly change: (value: string) => void;
  /** Of the native control: `text`, `tel`, `email`, `date`, `time`, `datetime-local`. */
  readonly type?: string;
  readonly required?: boolean;
  readonly autoComplete?: string;
  readonly inputMode?: "numeric" | "tel" | "email" | "text" | "decimal";
  readonly maxLength?: number;
  readonly lines?: number;
};
/** A day in words: what a browser's own field shows follows the browser's language, where 03/04 may be either. */
function dayIn(text: string): string {
  const [day = "", time] = text.split("T");
  if (!/^[12]\d{3}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) return "";
  return [formatLongDate(day, language()), time?.replace(":", ".")].filter(Boolean).join(", ");
}

export function TextField({ label, hint, wrong, value, change, type = "text", lines, ...rest }: TextProps) {
  const onInput = (event: TargetedEvent<HTMLInputElement | HTMLTextAreaElement>): void => change(event.currentTarget.value);
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {({ id, describedBy, invalid }) =>
        lines === undefined ? (
          <>
            {h("input", { ...rest, id, type, value, onInput, "aria-describedby": describedBy, "aria-invalid": invalid })}
            {type.startsWith("date") && value !== "" && (
              <output class="hint" for={id}>
                {dayIn(value)}
              </output>
            )}
          </>
        ) : (
          <textarea
            {...rest}
            id={id}
            rows={lines}
            value={value}
            onInput={onInput}
            aria-describedby={describedBy}
            aria-invalid={invalid}
          />
        )
      }
    </Field>
  );
}

type Option<T extends string> = { readonly value: T; readonly label: string };
type SelectProps<T extends string> = Common & {
  readonly value: T | "";
  readonly change: (value: T) => void;
  readonly options: readonly Option<T>[];
  /** What stands first where nothing is chosen yet. */
  readonly none?: string;
  readonly required?: boolean;
};
export function SelectField<T extends string>({ label, hint, wrong, value, change, options, none, required }: SelectProps<T>) {
  return (
    <Field label={label} hint={hint} wrong={wrong}>
      {({ id, describedBy, invalid }) => (
        <select
          id={id}
          value={value}
          required={required}
          aria-describedby={describedBy}
          aria-invalid={invalid}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.currentTarget.value);
            if (chosen) change(chosen.value);
          }}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type ChoiceProps<T extends string> = Common & {
  readonly value: T | undefined;
  readonly change: (value: T) => void;
  readonly options: readonly Option<T>[];
  /** Beside each other, for few short answers. */
  readonly row?: boolean;
};
/** One of few answers, all of them in sight. */
export function Choice<T extends string>({ label, hint, wrong, value, change, options, row = false }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset
      class="field"
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: HTML allows it, and no other role of a group can be wrong
      role="radiogroup"
      aria-invalid={wrong !== undefined}
      aria-describedby={wrong ? `${name}-wrong` : undefined}
    >
      <legend>{label}</legend>
      {hint && <span class="hint">{hint}</span>}
      <div class={row ? "segments" : undefined}>
        {options.map((option) => (
          <label key={option.value} class={row ? undefined : "choice"}>
            <input type="radio" name={name} checked={option.value === value} onChange={() => change(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {wrong && (
        <span class="wrong" id={`${name}-wrong`}>
          {wrong}
        </span>
      )}
    </fieldset>
  );
}

export const Check = ({
  label,
  value,
  change,
  required,
}: {
  readonly required?: boolean;
  readonly label: ComponentChildren;
  readonly value: boolean;
  readonly change: (value: boolean) => void;
}) => (
  <label class="choice">
    <input type="checkbox" checked={value} required={required} onChange={(event) => change(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
);
