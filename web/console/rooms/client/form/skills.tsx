/** Skills by their names. */
import { skills } from "../../../../../shared/domain/reference/skills.ts";
import { Check } from "../../../parts/field.tsx";
import { said } from "../../../words/language.ts";

/** The name of a skill; its code where it is none of the list. */
export function skillName(code: string): string {
  const known = skills.find(({ id }) => id === code);
  return known ? said(known.name) : code;
}

type Props = {
  readonly label: string;
  readonly value: readonly string[];
  readonly change: (codes: readonly string[]) => void;
  readonly hint?: string | undefined;
  readonly wrong?: string | undefined;
};
export const SkillsField = ({ label, value, change, hint, wrong }: Props) => (
  <fieldset class="field" data-wrong={wrong && true}>
    <legend>{label}</legend>
    {hint && (
      <span class="hint" role="status">
        {hint}
      </span>
    )}
    <div class="checks">
      {skills.map(({ id, name }) => (
        <Check
          key={id}
          label={said(name)}
          value={value.includes(id)}
          change={(chosen) => change(chosen ? [...value, id] : value.filter((code) => code !== id))}
        />
      ))}
    </div>
    {wrong && <span class="wrong">{wrong}</span>}
  </fieldset>
);
