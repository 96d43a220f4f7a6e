/** A second person looks at a certificate: all of it stands here before it is verified. */
import { useState } from "react";
import { certificateFaults } from "../../../../../shared/domain/record/faults.ts";
import type { Answer } from "../../../api/client.ts";
import { useRead } from "../../../api/read.ts";
import { submit } from "../../../outbox/outbox.ts";
import { Check, Choice } from "../../../parts/field.tsx";
import { Sheet } from "../../../parts/sheet.tsx";
import { Failure, Skeleton } from "../../../parts/states.tsx";
import { fullDay } from "../../../words/when.ts";
import { skillName } from "../form/skills.tsx";
import { certificateWords } from "./words.ts";

type Fault = (typeof certificateFaults)[number];
type Said = { readonly seen: true } | { readonly sendBack: Fault };

type Props = {
  readonly id: string;
  readonly clientName: string | undefined;
  readonly recordedByName?: string | undefined;
  readonly close: () => void;
};
export function VerifySheet({ id, clientName, recordedByName, close }: Props) {
  const words = certificateWords.use();
  const read = useRead("readCertificate", { params: { id } });
  const [key] = useState(() => crypto.randomUUID());
  const [seen, see] = useState(false);
  const [wrong, findWrong] = useState(false);
  const [reason, setReason] = useState<Fault>();
  const record = (act: "verifyCertificate" | "sendCertificateBack", body: Said): void => {
    void submit({ key, route: "verifyCertificate", asked: { params: { id }, body }, about: id, act });
    close();
  };
  const ready = wrong ? reason !== undefined : seen;
  const press = (): void => {
    if (wrong && reason) record("sendCertificateBack", { sendBack: reason });
    else if (!wrong && seen) record("verifyCertificate", { seen: true });
  };
  return (
    <Sheet
      title={words.verifyTitle}
      close={close}
      foot={
        <>
          <button type="button" class="button first" aria-disabled={!ready} onClick={press}>
            {wrong ? words.sendBack : words.confirm}
          </button>
          <button type="button" class="button" onClick={close}>
            {words.cancel}
          </button>
        </>
      }
    >
      {read.data === undefined ? (
        read.error ? (
          <Failure error={read.error} again={() => void read.refetch()} />
        ) : (
          <Skeleton lines={4} />
        )
      ) : (
        <>
          <p>{words.verifyLead}</p>
          <Facts certificate={read.data} clientName={clientName} recordedByName={recordedByName} />
          {read.data.kind === "COMPETENCE" && read.data.skills.length === 0 && (
            <p class="note" data-tone="due">
              {words.noSkills}
            </p>
          )}
          {!wrong && <Check label={words.seen} value={seen} change={see} />}
          <Check label={words.somethingWrong} value={wrong} change={findWrong} />
          {wrong && (
            <Choice
              label={words.whatIsWrong}
              hint={words.sentBackTo(recordedByName)}
              value={reason}
              change={setReason}
              options={certificateFaults.map((value) => ({ value, label: words.faults[value] }))}
            />
          )}
        </>
      )}
    </Sheet>
  );
}

type FactsProps = {
  readonly certificate: Answer<"readCertificate">;
  readonly clientName: string | undefined;
  readonly recordedByName: string | undefined;
};
function Facts({ certificate, clientName, recordedByName }: FactsProps) {
  const words = certificateWords.use();
  const { kind, number, scheme, result, issuedOn, expiresOn, kkniLevel, lspLicence, registration, units, skills } = certificate;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [words.of, clientName],
    [words.kind, words.kinds[kind]],
    [words.number, number],
    [words.scheme, scheme],
    [words.result, words.results[result]],
    [words.issuedOn, fullDay(issuedOn)],
    [words.expiresOn, fullDay(expiresOn)],
    [words.kkniLevel, kkniLevel === undefined ? undefined : String(kkniLevel)],
    [words.lspLicence, lspLicence],
    [words.registration, registration],
    [words.units, units.join(", ") || words.nothing],
    [words.skills, skills.map(skillName).join(", ") || words.nothing],
    [words.recordedBy, recordedByName],
  ];
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <>
            <dt key={`${name} name`}>{name}</dt>
            <dd key={name}>{value}</dd>
          </>
        ))}
    </dl>
  );
}
