/** The fields of each topic. */
import { useState } from "react";
import { call } from "../../../api/client.ts";
import { Choice, SelectField, TextField } from "../../../parts/field.tsx";
import { RegionField } from "../../../parts/region.tsx";
import { ErrorText } from "../../../parts/states.tsx";
import { may, useMe } from "../../../shell/me.ts";
import { fullDay } from "../../../words/when.ts";
import { NikDiffers } from "../form/nik.tsx";
import { ReportingFields } from "../form/reporting.tsx";
import { formWords } from "../form/words.ts";
import type { Topic } from "../page/detail.ts";
import { type FieldsProps, useField } from "./field.ts";
import { documentKinds, sexes } from "./typed.ts";
import { changeWords } from "./words.ts";
import { WorkFields } from "./work.tsx";

export function TopicFields({ topic, ...props }: FieldsProps & { readonly topic: Topic }) {
  switch (topic) {
    case "person":
      return <PersonFields {...props} />;
    case "reach":
      return <ReachFields {...props} />;
    case "reporting":
      return <ReportingTopic {...props} />;
    case "document":
      return <DocumentFields {...props} />;
    case "work":
      return <WorkFields {...props} />;
  }
}

function PersonFields(props: FieldsProps) {
  const words = formWords.use();
  const { nikHave } = changeWords.use();
  const field = useField(props);
  const { nikLast4 } = props.client;
  return (
    <>
      <TextField label={words.fullName} {...field("fullName", words.fullNameHint)} />
      <Choice
        row
        label={words.sex}
        {...field("sex")}
        value={sexes.find((sex) => sex === props.typed.sex)}
        options={sexes.map((value) => ({ value, label: words.sexes[value] }))}
      />
      <TextField label={words.birthDate} type="date" {...field("birthDate")} />
      <TextField label={words.registerNumber} {...field("registerNumber")} />
      <TextField label={words.nik} inputMode="numeric" {...field("nik", nikLast4 ? nikHave(nikLast4) : words.nikHint)} />
      <NikDiffers nik={props.typed.nik} birthDate={props.typed.birthDate} />
    </>
  );
}

function ReachFields(props: FieldsProps) {
  const words = formWords.use();
  const { street, rt, rw, postalCode } = changeWords.use();
  const field = useField(props);
  return (
    <>
      <TextField label={words.phone} type="tel" inputMode="tel" {...field("phone")} />
      <RegionField
        value={props.typed.regencyCode}
        change={(regencyCode) => props.set({ regencyCode })}
        wrong={props.wrong("regencyCode")}
      />
      <TextField label={street} {...field("street")} />
      <div class="pair">
        <TextField label={rt} inputMode="numeric" {...field("rt")} />
        <TextField label={rw} inputMode="numeric" {...field("rw")} />
      </div>
      <TextField label={postalCode} inputMode="numeric" {...field("postalCode")} />
    </>
  );
}

function ReportingTopic(props: FieldsProps) {
  const { supervisionEndsOn } = changeWords.use();
  const field = useField(props);
  return (
    <>
      <ReportingFields typed={props.typed} set={props.set} wrong={props.wrong} hint={(name) => field(name).hint} />
      <TextField label={supervisionEndsOn} type="date" {...field("supervisionEndsOn")} />
    </>
  );
}

/** Sealed: what is recorded is opened only when somebody asks for it. */
function DocumentFields(props: FieldsProps) {
  const words = changeWords.use();
  const { choose } = formWords.use();
  const me = useMe();
  const field = useField(props);
  const [error, setError] = useState<unknown>();
  const { id, outsideWorkFrom } = props.client;
  const show = async (): Promise<void> => {
    try {
      const { kind, number, date, outsideWorkFrom: from } = await call("readStatusDocument", { params: { id } });
      props.set({ documentKind: kind, documentNumber: number, documentDate: date, outsideWorkFrom: from });
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <>
      <p class="quiet">{words.documentLead}</p>
      {outsideWorkFrom && (
        <div class="stack tight">
          <p>{words.documentHave(fullDay(outsideWorkFrom))}</p>
          {may(me, "readStatusDocument") && (
            <p>
              <button type="button" class="button" onClick={() => void show()}>
                {words.documentShow}
              </button>
            </p>
          )}
          {error !== undefined && <ErrorText error={error} />}
        </div>
      )}
      <SelectField
        label={words.documentKind}
        {...field("documentKind")}
        none={choose}
        options={documentKinds.map((value) => ({ value, label: words.documentKinds[value] }))}
      />
      <TextField label={words.documentNumber} {...field("documentNumber")} maxLength={100} />
      <div class="pair">
        <TextField label={words.documentDate} type="date" {...field("documentDate")} />
        <TextField label={words.outsideWorkFrom} type="date" {...field("outsideWorkFrom")} />
      </div>
    </>
  );
}
