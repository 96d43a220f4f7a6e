/** What came of a training: who completed it, and the number of each certificate. All else of a certificate is the batch's. */
import { useState } from "react";
import { mostResults } from "../../../../shared/domain/training/kinds.ts";
import { useAct } from "../../parts/act.ts";
import { Check, Choice, TextField } from "../../parts/field.tsx";
import { Sheet } from "../../parts/sheet.tsx";
import { FormError } from "../../parts/states.tsx";
import { trainingWords } from "./words.ts";

const kinds = ["COMPETENCE", "TRAINING", "NONE"] as const;
type Typed = { readonly completed: boolean; readonly number: string };
const usual: Typed = { completed: true, number: "" };

type Props = {
  readonly id: string;
  /** Whether the batch has a scheme, by which a competence is certified. */
  readonly scheme: boolean;
  readonly people: readonly { readonly clientId: string; readonly fullName: string }[];
  readonly today: string;
  readonly close: () => void;
  readonly done: () => void;
};

export function ResultsSheet({ id, scheme, people, today, close, done }: Props) {
  const words = trainingWords.use();
  const act = useAct("recordResults");
  const [kind, setKind] = useState<(typeof kinds)[number]>(scheme ? "COMPETENCE" : "TRAINING");
  const [lspLicence, setLicence] = useState("");
  const [issuedOn, setIssued] = useState(today);
  const [typed, type] = useState<Readonly<Record<string, Typed>>>({});
  const [from, goOn] = useState(0);
  const of = (clientId: string): Typed => typed[clientId] ?? usual;
  const change = (clientId: string, next: Partial<Typed>): void => type({ ...typed, [clientId]: { ...of(clientId), ...next } });
  // As many as one act takes; a larger class is sent in parts, each of them whole.
  const part = people.slice(from, from + mostResults);
  const send = async (): Promise<void> => {
    const certificate = {
      kind,
      issuedOn,
      ...(kind === "COMPETENCE" && lspLicence.trim() ? { lspLicence: lspLicence.trim() } : {}),
    };
    const results = part.map(({ clientId }) => {
      const { completed, number } = of(clientId);
      return { clientId, completed, ...(kind !== "NONE" && completed && number.trim() ? { number: number.trim() } : {}) };
    });
    if (!(await act.sendTyped({ id }, { results, ...(kind === "NONE" ? {} : { certificate }) }))) return;
    if (from + mostResults < people.length) goOn(from + mostResults);
    else done();
  };
  return (
    <Sheet
      sticky
      title={words.results}
      close={from > 0 ? done : close}
      foot={
        <>
          <button type="button" class="button first" aria-disabled={act.busy} onClick={() => void send()}>
            {act.busy ? words.saving : words.saveResults(part.length)}
          </button>
          <button type="button" class="button" onClick={from > 0 ? done : close}>
            {words.cancel}
          </button>
        </>
      }
    >
      <p>{words.resultsLead}</p>
      <Choice
        label={words.kind}
        value={kind}
        change={setKind}
        options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
      />
      {kind !== "NONE" && (
        <TextField
          label={words.issuedOn}
          type="date"
          value={issuedOn}
          change={setIssued}
          wrong={act.wrong("certificate.issuedOn")}
        />
      )}
      {kind === "COMPETENCE" && (
        <TextField label={words.lspLicence} value={lspLicence} change={setLicence} wrong={act.wrong("certificate.lspLicence")} />
      )}
      <ul class="list">
        {part.map(({ clientId, fullName }, at) => (
          <li key={clientId} class="row stack tight">
            <div>
              <p class="strong">{fullName}</p>
              <Check
                label={words.completed}
                value={of(clientId).completed}
                change={(completed) => change(clientId, { completed })}
              />
            </div>
            {kind !== "NONE" && of(clientId).completed && (
              <TextField
                label={words.number(fullName)}
                hint={words.numberHint}
                value={of(clientId).number}
                change={(number) => change(clientId, { number })}
                wrong={act.wrong(`results.${at}.number`) ?? act.wrong(`results.${at}`)}
              />
            )}
          </li>
        ))}
      </ul>
      <p class="quiet">{words.nextLead}</p>
      <FormError error={act.error} />
    </Sheet>
  );
}
