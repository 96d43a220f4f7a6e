/** A certificate is recorded, or mended: whole while nobody has verified it, and after that in what it proves. */
import { useState } from "react";
import { skillsInWords } from "../../../../../shared/domain/reference/skills-in-words.ts";
import type { Answer } from "../../../api/client.ts";
import { useRead } from "../../../api/read.ts";
import { useAct } from "../../../parts/act.ts";
import { Choice, SelectField, TextField } from "../../../parts/field.tsx";
import { Sheet } from "../../../parts/sheet.tsx";
import { Failure, FormNote, Skeleton } from "../../../parts/states.tsx";
import { tell } from "../../../shell/toasts.tsx";
import { SkillsField } from "../form/skills.tsx";
import { WrongForm } from "../form/wrong.tsx";
import { clientChanged } from "../page/detail.ts";
import { certificateWords } from "./words.ts";

const kinds = ["COMPETENCE", "TRAINING"] as const;
const results = ["COMPETENT", "NOT_YET_COMPETENT"] as const;
const levels = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];
const shown = [
  "kind",
  "number",
  "scheme",
  "result",
  "issuedOn",
  "expiresOn",
  "kkniLevel",
  "lspLicence",
  "registration",
  "units",
  "skills",
];

type Props = { readonly clientId: string; readonly id?: string | undefined; readonly close: () => void };
export function CertificateSheet({ clientId, id, close }: Props) {
  const words = certificateWords.use();
  const known = useRead("readCertificate", { params: { id: id ?? "" } }, { enabled: id !== undefined });
  if (id === undefined) return <Form clientId={clientId} close={close} />;
  if (known.data) return <Form clientId={clientId} known={known.data} close={close} />;
  return (
    <Sheet title={words.mendTitle} close={close}>
      {known.error ? <Failure error={known.error} again={() => void known.refetch()} /> : <Skeleton lines={4} />}
    </Sheet>
  );
}

type Known = Answer<"readCertificate">;
const typedOf = (known: Known | undefined) => ({
  kind: known?.kind ?? "COMPETENCE",
  number: known?.number ?? "",
  scheme: known?.scheme ?? "",
  result: known?.result ?? "COMPETENT",
  issuedOn: known?.issuedOn ?? "",
  expiresOn: known?.expiresOn ?? "",
  kkniLevel: known?.kkniLevel === undefined ? "" : String(known.kkniLevel),
  lspLicence: known?.lspLicence ?? "",
  registration: known?.registration ?? "",
  units: known?.units.join("\n") ?? "",
  skills: known?.skills ?? [],
});
type Typed = ReturnType<typeof typedOf>;

const unitsIn = (units: string): string[] => units.split(/[\s,;]+/).filter(Boolean);

/** What may be absent is sent where there is something; a mended one says what was taken away. */
const bodyOf = ({ kkniLevel, lspLicence, registration, expiresOn, units, ...rest }: Typed) => ({
  ...rest,
  units: unitsIn(units),
  ...(expiresOn && { expiresOn }),
  ...(kkniLevel && { kkniLevel: Number(kkniLevel) }),
  ...(lspLicence.trim() && { lspLicence }),
  ...(registration.trim() && { registration }),
});

type FormProps = { readonly clientId: string; readonly known?: Known; readonly close: () => void };
function Form({ clientId, known, close }: FormProps) {
  const words = certificateWords.use();
  const recording = useAct("recordCertificate");
  const mending = useAct("changeCertificate");
  const act = known ? mending : recording;
  const [held, setTyped] = useState(() => typedOf(known));
  // Until somebody ticks or unticks one, they are those of which the scheme speaks.
  const [chosen, setChosen] = useState((known?.skills.length ?? 0) > 0);
  const isSuggested = !chosen && held.kind === "COMPETENCE";
  const typed = isSuggested ? { ...held, skills: [...skillsInWords(held.scheme, unitsIn(held.units))] } : held;
  const isUseless = typed.kind === "COMPETENCE" && typed.result === "COMPETENT" && typed.skills.length === 0;
  const [warned, setWarned] = useState(0);
  const isVerified = known?.verifiedAt !== undefined;
  const set = (changes: Partial<Typed>): void => setTyped((before) => ({ ...before, ...changes }));
  const wrong = (path: string): string | undefined => act.wrong(path) ?? act.wrong(`changes.${path}`);
  const send = async (): Promise<void> => {
    if (isUseless && warned === 0) return setWarned(1);
    const body = bodyOf(typed);
    const answer = known
      ? await mending.send({
          params: { id: known.id },
          body: {
            version: known.version,
            changes: {
              kkniLevel: known.kkniLevel === undefined ? undefined : null,
              lspLicence: known.lspLicence === undefined ? undefined : null,
              registration: known.registration === undefined ? undefined : null,
              ...body,
            },
          },
        })
      : await recording.send({ params: { id: clientId }, body });
    if (answer === undefined) return;
    if (known && answer.version === known.version) tell(words.unchanged);
    else tell(isVerified ? words.mendedSkills : known ? words.mended : words.saved);
    void clientChanged();
    close();
  };
  const skills = (
    <SkillsField
      label={words.skills}
      hint={isSuggested && typed.skills.length > 0 ? words.skillsSuggested : words.skillsHint}
      value={typed.skills}
      change={(codes) => {
        setChosen(true);
        set({ skills: [...codes] });
      }}
      wrong={wrong("skills")}
    />
  );
  const units = (
    <TextField
      label={words.units}
      hint={words.unitsHint}
      lines={3}
      value={typed.units}
      change={(units) => set({ units })}
      wrong={wrong("units") ?? wrong("units.0")}
    />
  );
  return (
    <Sheet
      sticky
      title={isVerified ? words.mendSkillsTitle : known ? words.mendTitle : words.recordTitle}
      close={close}
      foot={
        <>
          <button type="button" class="button first" aria-disabled={act.busy} onClick={() => void send()}>
            {act.busy ? words.saving : words.save}
          </button>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      {isVerified ? (
        <>
          <p class="note" data-tone="due">
            {words.mendSkillsLead}
          </p>
          <p class="strong">{typed.scheme}</p>
          {skills}
          {units}
        </>
      ) : (
        <>
          <Choice
            row
            label={words.kind}
            value={typed.kind}
            change={(kind) => set({ kind })}
            options={kinds.map((value) => ({ value, label: words.kinds[value] }))}
            wrong={wrong("kind")}
          />
          <TextField
            label={words.scheme}
            value={typed.scheme}
            change={(scheme) => set({ scheme })}
            wrong={wrong("scheme")}
            maxLength={200}
          />
          {typed.kind === "COMPETENCE" && skills}
          <TextField
            label={words.number}
            hint={typed.kind === "COMPETENCE" ? words.numberHint : undefined}
            value={typed.number}
            change={(number) => set({ number })}
            wrong={wrong("number")}
            maxLength={60}
          />
          <div class="pair">
            <TextField
              label={words.issuedOn}
              type="date"
              value={typed.issuedOn}
              change={(issuedOn) => set({ issuedOn })}
              wrong={wrong("issuedOn")}
            />
            <TextField
              label={words.expiresOn}
              hint={words.expiresHint}
              type="date"
              value={typed.expiresOn}
              change={(expiresOn) => set({ expiresOn })}
              wrong={wrong("expiresOn")}
            />
          </div>
          <Choice
            row
            label={words.result}
            value={typed.result}
            change={(result) => set({ result })}
            options={results.map((value) => ({ value, label: words.results[value] }))}
            wrong={wrong("result")}
          />
          <details open={known !== undefined}>
            <summary class="opens">{words.further}</summary>
            <div class="stack">
              <div class="pair">
                <SelectField
                  label={words.kkniLevel}
                  value={typed.kkniLevel}
                  change={(kkniLevel) => set({ kkniLevel })}
                  options={[{ value: "", label: words.none0 }, ...levels.map((value) => ({ value, label: value }))]}
                  wrong={wrong("kkniLevel")}
                />
                <TextField
                  label={words.lspLicence}
                  hint={words.lspLicenceHint}
                  value={typed.lspLicence}
                  change={(lspLicence) => set({ lspLicence })}
                  wrong={wrong("lspLicence")}
                />
              </div>
              <TextField
                label={words.registration}
                value={typed.registration}
                change={(registration) => set({ registration })}
                wrong={wrong("registration")}
              />
              {units}
              {typed.kind === "TRAINING" && skills}
            </div>
          </details>
        </>
      )}
      {warned > 0 && isUseless && (
        <FormNote about={warned} tone="due">
          <p class="strong">{words.noSkills}</p>
          <p>{words.noSkillsAgain}</p>
        </FormNote>
      )}
      <WrongForm act={act} shown={[...shown, ...shown.map((path) => `changes.${path}`)]} />
    </Sheet>
  );
}
