/** The control of one field of a record, by its row. */
import type { ComponentChildren } from "preact";
import { lazy, Suspense } from "react";
import { Check, SelectField, TextField } from "../field.tsx";
import { RegionField } from "../region.tsx";
import type { Row, RowWords, Value } from "./rows.ts";
import { recordWords } from "./words.ts";

type Props = {
  readonly row: Row;
  readonly words: RowWords;
  readonly value: Value;
  readonly change: (value: Value) => void;
  readonly wrong: string | undefined;
  /** What is said below it besides. */
  readonly children?: ComponentChildren;
};
const Parties = lazy(async () => ({ default: (await import("./parties.tsx")).Parties }));

const types: Partial<Record<Row["kind"], string>> = { phone: "tel", email: "email", date: "date" };

export function Control({ row, words, value, change, wrong, children }: Props) {
  const own = recordWords.use();
  const { path, kind, options = [], needed, more } = row;
  const name = words.labels[path] ?? path;
  const isOptional = !needed && !more && kind !== "yes" && kind !== "many";
  const label = isOptional ? own.optional(name) : name;
  const usualHint = kind === "list" ? own.perLine : kind === "rupiah" ? own.rupiah : undefined;
  const common = { label, hint: words.hints?.[path] ?? usualHint, wrong };
  const text = typeof value === "string" ? value : "";
  const chosen = typeof value === "object" ? value : [];
  const labelled = options.map((option) => ({ value: option, label: words.options[path]?.[option] ?? option }));
  const drawn = (): ComponentChildren => {
    switch (kind) {
      case "yes":
        return (
          <div class="field-tick">
            <Check label={name} value={value === true} change={change} />
            {wrong && <span class="wrong">{wrong}</span>}
          </div>
        );
      case "many":
        return (
          <fieldset class="field" data-wrong={wrong && true}>
            <legend>{name}</legend>
            {common.hint && <span class="hint">{common.hint}</span>}
            <div class="ticks">
              {labelled.map((option) => (
                <Check
                  key={option.value}
                  label={option.label}
                  value={chosen.includes(option.value)}
                  change={(ticked) => change(options.filter((one) => (one === option.value ? ticked : chosen.includes(one))))}
                />
              ))}
            </div>
            {wrong && <span class="wrong">{wrong}</span>}
          </fieldset>
        );
      case "choice":
        return <SelectField {...common} value={text} change={change} options={labelled} none={needed ? own.choose : ""} />;
      case "region":
      case "place":
        return <RegionField {...common} value={text} change={change} whole={row.whole} />;
      case "parties":
        return (
          <Suspense fallback={null}>
            <Parties {...common} value={chosen} change={change} />
          </Suspense>
        );
      case "list":
        return (
          <TextField
            {...common}
            lines={3}
            value={chosen.join("\n")}
            change={(typed) => change(typed === "" ? [] : typed.split("\n"))}
          />
        );
      case "text":
        return <TextField {...common} lines={5} value={text} change={change} />;
      default:
        return (
          <TextField
            {...common}
            type={types[kind] ?? "text"}
            autoComplete="off"
            inputMode={kind === "number" || kind === "rupiah" ? "decimal" : undefined}
            value={text}
            change={change}
          />
        );
    }
  };
  return (
    <div class="stack tight" data-path={path} data-kind={kind}>
      {drawn()}
      {children}
    </div>
  );
}
