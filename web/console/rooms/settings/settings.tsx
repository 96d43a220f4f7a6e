/** Language, theme, density; who am I, and the way out; colleagues and who stands in; for supervisors the office. */

import { roleWords } from "../../../../shared/messages/role-words.ts";
import { Choice } from "../../parts/field.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { may, useMe } from "../../shell/me.ts";
import { SignOut } from "../../shell/sign-out.tsx";
import { said, setLanguage } from "../../words/language.ts";
import { type Choice as Chosen, choices, type Preference, setPreference, usePreference } from "../../words/preferences.ts";
import { OfficeSettings } from "./office.tsx";
import { Colleagues } from "./staff.tsx";
import { settingsWords } from "./words.ts";

export function Settings() {
  const words = settingsWords.use();
  const me = useMe();
  useTitle(words.title);
  return (
    <div class="stack">
      <h1>{words.title}</h1>
      <div class="columns">
        <section class="card stack" aria-labelledby="look">
          <h2 id="look">{words.look}</h2>
          <Preferred name="language" label={words.language} labels={words.languages} choose={setLanguage} />
          <Preferred name="theme" label={words.theme} labels={words.themes} />
          <Preferred name="density" label={words.density} labels={words.densities} />
          <Preferred
            name="undo"
            label={words.undo}
            labels={{ "10": words.seconds("10"), "20": words.seconds("20"), "60": words.seconds("60") }}
          />
          <Preferred name="keys" label={words.keys} labels={{ on: words.keysOn, off: words.keysOff }} />
        </section>
        <section class="card stack" aria-labelledby="account">
          <h2 id="account">{words.account}</h2>
          {me && (
            <p>
              <strong>{me.name}</strong>
              <br />
              {said(roleWords[me.role])}
              <br />
              <span class="quiet">{me.office.name}</span>
            </p>
          )}
          <p>
            <SignOut />
          </p>
        </section>
      </div>
      {may(me, "readStaff") && <Colleagues />}
      {may(me, "changeOffice") && <OfficeSettings />}
    </div>
  );
}

type PreferredProps<P extends Preference> = {
  readonly name: P;
  readonly label: string;
  readonly labels: Readonly<Record<Chosen<P>, string>>;
  readonly choose?: (value: Chosen<P>) => void;
};
function Preferred<P extends Preference>({ name, label, labels, choose }: PreferredProps<P>) {
  const value = usePreference(name);
  const all: readonly Chosen<P>[] = choices[name];
  return (
    <Choice
      row
      label={label}
      value={value}
      change={(next) => (choose ?? ((chosen) => setPreference(name, chosen)))(next)}
      options={all.map((choice) => ({ value: choice, label: labels[choice] }))}
    />
  );
}
