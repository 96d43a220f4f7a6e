/** A client is registered with eight fields; the rest follows on their page. */

import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { educationLevels, educationNames } from "../../../../../shared/domain/reference/education.ts";
import type { Answer } from "../../../api/client.ts";
import { isRecord } from "../../../api/problem.ts";
import { makeStale } from "../../../api/read.ts";
import { useAct } from "../../../parts/act.ts";
import { Restored, useDraft } from "../../../parts/draft.tsx";
import { Choice, SelectField, TextField } from "../../../parts/field.tsx";
import { RegionField } from "../../../parts/region.tsx";
import { Skeleton } from "../../../parts/states.tsx";
import { useTitle } from "../../../parts/use-title.ts";
import { useMe } from "../../../shell/me.ts";
import { tell } from "../../../shell/toasts.tsx";
import { said } from "../../../words/language.ts";
import { NikDiffers } from "./nik.tsx";
import { Registered } from "./registered.tsx";
import { noReporting, ReportingFields, reportingGiven, reportingNames } from "./reporting.tsx";
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
  ...reportingNames.map((name) => `reporting.${name}`),
  "nik",
];

const empty = {
  ...noReporting,
  fullName: "",
  sex: "",
  birthDate: "",
  registerNumber: "",
  phone: "",
  regencyCode: "",
  education: "",
  nik: "",
};
type Typed = typeof empty;
const isTyped = (held: unknown): held is Typed =>
  isRecord(held) && Object.keys(empty).every((name) => typeof held[name] === "string");

export function NewClient() {
  const words = formWords.use();
  const me = useMe();
  useTitle(words.title);
  return me ? <Form usualRegion={me.office.regencyCode} /> : <Skeleton />;
}

function Form({ usualRegion }: { readonly usualRegion: string }) {
  const words = formWords.use();
  const navigate = useNavigate();
  const act = useAct("registerClient");
  const draft = useDraft<Typed>({
    name: "client",
    usual: { ...empty, regencyCode: usualRegion },
    is: isTyped,
    keepable: (held) => ({ ...held, nik: "" }),
  });
  const { value: typed } = draft;
  const [made, setMade] = useState<Answer<"registerClient">>();
  const [name, setName] = useState("");
  const set = (changes: Partial<Typed>): void => draft.change((before) => ({ ...before, ...changes }));
  const type = (field: keyof Typed) => (value: string) => set({ [field]: value });

  const send = async (): Promise<void> => {
    const { fullName, birthDate } = typed;
    const given = (text: string): string | undefined => text.trim() || undefined;
    const answer = await act.send({
      body: {
        fullName,
        birthDate,
        sex: sexes.find((sex) => sex === typed.sex),
        education: educationLevels.find((level) => level === typed.education),
        domicile: { regencyCode: typed.regencyCode },
        registerNumber: given(typed.registerNumber),
        phone: given(typed.phone),
        nik: given(typed.nik),
        reporting: reportingGiven(typed),
      },
    });
    if (answer === undefined) return;
    setName(typed.fullName);
    draft.drop();
    void makeStale("listClients");
    if (answer.warnings?.length || answer.twins?.length) return setMade(answer);
    tell(words.registered);
    void navigate({ to: "/klien/$id", params: { id: answer.id }, replace: true });
  };
  const again = (): void => {
    setMade(undefined);
    act.clear();
  };
  if (made) return <Registered made={made} name={name} again={again} />;
  return (
    <form
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
      <Restored draft={draft} />
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
      <RegionField value={typed.regencyCode} change={type("regencyCode")} wrong={act.wrong("domicile.regencyCode")} />
      <SelectField
        label={words.education}
        value={typed.education}
        change={type("education")}
        options={educationLevels.map((value) => ({ value, label: said(educationNames[value]) }))}
        none={words.choose}
        wrong={act.wrong("education")}
      />
      <ReportingFields typed={typed} set={set} wrong={(field) => act.wrong(`reporting.${field}`)} />
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
        <NikDiffers nik={typed.nik} birthDate={typed.birthDate} />
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
