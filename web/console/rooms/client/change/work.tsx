/** What matching looks at: schooling, skills, how far somebody would go, what is barred. */
import { drivingLicences } from "../../../../../shared/domain/reference/driving-licences.ts";
import { educationLevels, educationNames } from "../../../../../shared/domain/reference/education.ts";
import { willingness } from "../../../../../shared/domain/reference/reach.ts";
import { Check, SelectField, TextField } from "../../../parts/field.tsx";
import { said } from "../../../words/language.ts";
import { SkillsField } from "../form/skills.tsx";
import { formWords } from "../form/words.ts";
import { type FieldsProps, useField } from "./field.ts";
import { changeWords } from "./words.ts";

const listed = (text: string): readonly string[] => text.split(",").filter(Boolean);

export function WorkFields(props: FieldsProps) {
  const words = changeWords.use();
  const { education } = formWords.use();
  const field = useField(props);
  const { typed, set, wrong } = props;
  const licences = listed(typed.drivingLicences);
  return (
    <>
      <div class="pair">
        <SelectField
          label={education}
          {...field("education")}
          options={educationLevels.map((value) => ({ value, label: said(educationNames[value]) }))}
        />
        <TextField label={words.experienceYears} inputMode="numeric" {...field("experienceYears")} />
      </div>
      <SelectField
        label={words.willingness}
        {...field("willingness")}
        options={willingness.map((value) => ({ value, label: words.willing[value] }))}
      />
      <SkillsField
        label={words.skills}
        value={listed(typed.skills)}
        change={(codes) => set({ skills: codes.join(",") })}
        wrong={wrong("skills")}
      />
      <SkillsField
        label={words.interests}
        value={listed(typed.interests)}
        change={(codes) => set({ interests: codes.join(",") })}
        wrong={wrong("interests")}
      />
      <fieldset class="field">
        <legend>{words.drivingLicences}</legend>
        <div class="checks">
          {drivingLicences.map((licence) => (
            <Check
              key={licence}
              label={licence}
              value={licences.includes(licence)}
              change={(has) =>
                set({
                  drivingLicences: drivingLicences
                    .filter((known) => (known === licence ? has : licences.includes(known)))
                    .join(","),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <TextField label={words.barredOccupations} {...field("barredOccupations", words.barredHint)} />
      <Check label={words.suspended} value={typed.suspended !== ""} change={(value) => set({ suspended: value ? "1" : "" })} />
    </>
  );
}
