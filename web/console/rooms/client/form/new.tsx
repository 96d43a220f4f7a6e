/** A client is registered with eight fields; the rest follows on their page. */

import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { weekdays } from "../../../../../shared/domain/calendar/weekdays.ts";
import { educationLevels, educationNames } from "../../../../../shared/domain/reference/education.ts";
import type { Answer } from "../../../api/client.ts";
import { makeStale } from "../../../api/read.ts";
import { useAct } from "../../../parts/act.ts";
import { Choice, SelectField, TextField } from "../../../parts/field.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { useMe } from "../../../shell/me.ts";
import { tell } from "../../../shell/toasts.tsx";
import { said } from "../../../words/language.ts";
import { RegionField } from "./region.tsx";
import { Registered } from "./registered.tsx";
import { formWords } from "./words.ts";
import { WrongForm } from "./wrong.tsx";

const shown = [
  "fullName",
  "sex",
  "birthDate",
  "registerNumber",
  "phone",
  "domicile.regencyCode",
  "education",
  "reporting",
  "nik",
];

const empty = { fullName: "", sex: "", birthDate: "", registerNumber: "", phone: "", education: "", day: "", nik: "" };

export function NewClient() {
  const words = formWords.use();
  const me = useMe();
  const navigate = useNavigate();
  const act = useAct("registerClient");
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(empty);
  const [chosenRegion, setRegion] = useState<string>();
  const [made, setMade] = useState<Answer<"registerClient">>();
  const type = (name: keyof typeof empty) => (value: string) => setTyped((before) => ({ ...before, [name]: value }));
  useTitle(words.title);
  useEffect(() => {
    if (act.error) form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
  }, [act.error]);

  const regencyCode = chosenRegion ?? me?.office.regencyCode ?? "";
  const send = async (): Promise<void> => {
    const { fullName, birthDate } = typed;
    const given = (text: string): string | undefined => text.trim() || undefined;
    const day = weekdays.find((weekday) => weekday === typed.day);
    const answer = await act.send({
      body: {
        fullName,
        birthDate,
        sex: sexes.find((sex) => sex === typed.sex),
        education: educationLevels.find((level) => level === typed.education),
        domicile: { regencyCode: regencyCode.length > 2 ? regencyCode : "" },
        registerNumber: given(typed.registerNumber),
        phone: given(typed.phone),
        nik: given(typed.nik),
        reporting: day && { rhythm: "WEEKLY", day },
      },
    });
    if (answer === undefined) return;
    void makeStale("listClients");
    if (answer.warnings?.length || answer.twins?.length) return setMade(answer);
    tell(words.registered);
    void navigate({ to: "/klien/$id", params: { id: answer.id }, replace: true });
  };
  const again = (): void => {
    setMade(undefined);
    setTyped(empty);
  };
  if (made) return <Registered made={made} name={typed.fullName} again={again} />;
  return (
    <form
      ref={form}
      class="stack form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div>
        <h1>{words.title}</h1>
        <p class="quiet">{words.lead}</p>
      </div>
      <TextField
        label={words.fullName}
        hint={words.fullNameHint}
        value={typed.fullName}
        change={type("fullName")}
        wrong={act.wrong("fullName")}
        autoComplete="off"
      />
      <div class="pair">
        <Choice
          row
          label={words.sex}
          value={sexes.find((sex) => sex === typed.sex)}
          change={type("sex")}
          options={sexes.map((value) => ({ value, label: words.sexes[value] }))}
          wrong={act.wrong("sex")}
        />
        <TextField
          label={words.birthDate}
          type="date"
          value={typed.birthDate}
          change={type("birthDate")}
          wrong={act.wrong("birthDate")}
        />
      </div>
      <div class="pair">
        <TextField
          label={words.registerNumber}
          hint={words.registerNumberHint}
          value={typed.registerNumber}
          change={type("registerNumber")}
          wrong={act.wrong("registerNumber")}
          autoComplete="off"
        />
        <TextField
          label={words.phone}
          hint={words.phoneHint}
          type="tel"
          inputMode="tel"
          value={typed.phone}
          change={type("phone")}
          wrong={act.wrong("phone")}
          autoComplete="off"
        />
      </div>
      <RegionField value={regencyCode} change={setRegion} wrong={act.wrong("domicile.regencyCode")} />
      <div class="pair">
        <SelectField
          label={words.education}
          value={typed.education}
          change={type("education")}
          options={educationLevels.map((value) => ({ value, label: said(educationNames[value]) }))}
          none={words.choose}
          wrong={act.wrong("education")}
        />
        <SelectField
          label={words.reporting}
          hint={words.otherRhythm}
          value={typed.day}
          change={type("day")}
          options={[
            { value: "", label: words.rhythms.none },
            ...weekdays.map((value) => ({ value, label: words.everyDay(words.days[value]) })),
          ]}
          wrong={act.wrong("reporting")}
        />
      </div>
      <details open={act.wrong("nik") !== undefined || undefined}>
        <summary class="opens">{words.nikNow}</summary>
        <TextField
          label={words.nik}
          hint={words.nikHint}
          inputMode="numeric"
          value={typed.nik}
          change={type("nik")}
          wrong={act.wrong("nik")}
          autoComplete="off"
          maxLength={24}
        />
      </details>
      <WrongForm act={act} shown={shown} nik={typed.nik} />
      <p class="buttons">
        <button type="submit" class="button first" aria-disabled={act.busy}>
          {act.busy ? words.sending : words.send}
        </button>
        <Link class="button plain" to="/klien">
          {words.cancel}
        </Link>
      </p>
    </form>
  );
}

const sexes = ["MALE", "FEMALE"] as const;
