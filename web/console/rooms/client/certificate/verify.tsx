/** A second person looks at a certificate: all of it stands here before it is verified. */
import { useState } from "react";
import type { Answer } from "../../../api/client.ts";
import { useRead } from "../../../api/read.ts";
import { submit } from "../../../outbox/outbox.ts";
import { Check } from "../../../parts/field.tsx";
import { Sheet } from "../../../parts/sheet.tsx";
import { Failure, Skeleton } from "../../../parts/states.tsx";
import { fullDay } from "../../../words/when.ts";
import { skillName } from "../form/skills.tsx";
import { certificateWords } from "./words.ts";

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
  const confirm = (): void => {
    void submit({
      key,
      route: "verifyCertificate",
      asked: { params: { id }, body: { seen: true } },
      about: id,
      act: "verifyCertificate",
    });
    close();
  };
  return (
    <Sheet
      title={words.verifyTitle}
      close={close}
      foot={
        <>
          <button type="button" class="button first" aria-disabled={!seen} onClick={() => seen && confirm()}>
            {words.confirm}
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
          <Check label={words.seen} value={seen} change={see} />
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
