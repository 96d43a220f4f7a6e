/** What may be done to an employer's record: change, vouch for it as a second person, merge it with another. */
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { employerFaults } from "../../../../shared/domain/record/faults.ts";
import type { Answer } from "../../api/client.ts";
import { useRead } from "../../api/read.ts";
import { Choice } from "../../parts/field.tsx";
import { ActButton, canNow } from "../../parts/record/act-button.tsx";
import { ChangeSheet } from "../../parts/record/change.tsx";
import { ConfirmSheet } from "../../parts/record/confirm.tsx";
import { Facts } from "../../parts/record/facts.tsx";
import { PickEmployer } from "../../parts/record/pick-employer.tsx";
import { recordWords } from "../../parts/record/words.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { Skeleton } from "../../parts/states.tsx";
import { employerFacts, employerRows } from "./rows.ts";
import { employerWords } from "./words.ts";

type Props = { readonly employer: Answer<"readEmployer">["employer"]; readonly changed: () => void };
type ActsProps = Props & { readonly acts: Answer<"readEmployer">["acts"] };

export function EmployerActs({ employer, acts, changed }: ActsProps) {
  const words = employerWords.use();
  const record = recordWords.use();
  const [open, setOpen] = useState<"change" | "verify" | "sendBack" | "merge">();
  const close = (): void => setOpen(undefined);
  const done = (): void => {
    close();
    changed();
  };
  const { id } = employer;
  return (
    <>
      <p class="buttons unprinted">
        <ActButton acts={acts} act="verifyEmployer" word={words.verify} look="first" press={() => setOpen("verify")} />
        {/* Whoever may vouch for it may say what is wrong; once is enough. */}
        {!employer.sentBack && canNow(acts, "verifyEmployer") && (
          <button type="button" class="button" onClick={() => setOpen("sendBack")}>
            {words.sendBack}
          </button>
        )}
        <ActButton acts={acts} act="changeEmployer" word={words.change} press={() => setOpen("change")} />
        <ActButton acts={acts} act="mergeEmployer" word={words.merge} press={() => setOpen("merge")} />
      </p>
      {open === "change" && (
        <ChangeSheet
          title={words.changeTitle}
          route="changeEmployer"
          params={{ id }}
          rows={employerRows}
          words={{ ...words, yes: record.yes, no: record.no }}
          record={employer}
          close={close}
          saved={done}
        />
      )}
      {open === "verify" && (
        <ConfirmSheet
          title={words.verifyTitle}
          does={words.verify}
          route="verifyEmployer"
          params={{ id }}
          close={close}
          done={done}
        >
          <p>{words.verifyLead}</p>
          <p>
            <strong>{employer.legalName}</strong>
          </p>
          <Facts rows={employerFacts} words={{ ...words, yes: record.yes, no: record.no }} record={employer} />
        </ConfirmSheet>
      )}
      {open === "sendBack" && <SendBack id={id} close={close} done={done} />}
      {open === "merge" && <Merge employer={employer} close={close} changed={changed} />}
    </>
  );
}

type SendBackProps = { readonly id: string; readonly close: () => void; readonly done: () => void };

/** Says to whoever registered it what is to be mended. */
function SendBack({ id, close, done }: SendBackProps) {
  const words = employerWords.use();
  const [reason, setReason] = useState<(typeof employerFaults)[number]>();
  return (
    <ConfirmSheet
      title={words.sendBackTitle}
      does={words.sendBack}
      route="verifyEmployer"
      params={{ id }}
      body={{ sendBack: reason }}
      missing={reason === undefined ? words.choose : undefined}
      close={close}
      done={done}
    >
      <Choice
        label={words.whatIsWrong}
        hint={words.sendBackHint}
        value={reason}
        change={setReason}
        options={employerFaults.map((value) => ({ value, label: words.faults[value] }))}
      />
    </ConfirmSheet>
  );
}

/** Finds the record that stays, shows both, and merges on the versions that are seen. */
function Merge({ employer, close, changed }: Props & { readonly close: () => void }) {
  const words = employerWords.use();
  const record = recordWords.use();
  const navigate = useNavigate();
  const [into, setInto] = useState<string>();
  const { data } = useRead("readEmployer", { params: { id: into ?? "" } }, { enabled: into !== undefined });
  if (into === undefined)
    return (
      <Sheet title={words.mergeTitle} close={close}>
        <p>{words.mergeLead}</p>
        <PickEmployer
          label={words.mergeFind}
          choose={words.choose}
          nothing={words.notFound}
          but={employer.id}
          chosen={(found) => setInto(found.id)}
        />
      </Sheet>
    );
  if (data === undefined)
    return (
      <Sheet title={words.mergeTitle} close={close}>
        <Skeleton />
      </Sheet>
    );
  const all = { ...words, yes: record.yes, no: record.no };
  return (
    <ConfirmSheet
      title={words.mergeTitle}
      does={words.mergeInto(data.employer.legalName)}
      route="mergeEmployer"
      params={{ id: employer.id }}
      body={{ into, version: employer.version, intoVersion: data.employer.version }}
      close={close}
      done={() => {
        close();
        changed();
        void navigate({ to: "/pemberi-kerja/$id", params: { id: into }, replace: true });
      }}
    >
      <p>{words.mergeLead}</p>
      <div class="pair">
        {[
          { title: words.goes, one: employer },
          { title: words.stays, one: data.employer },
        ].map(({ title, one }) => (
          <section key={title} class="card stack tight" aria-label={title}>
            <h3>{title}</h3>
            <p>
              <strong>{one.legalName}</strong>
            </p>
            <Facts rows={employerFacts} words={all} record={one} />
            <p class="small">{[one.contact.name, ...one.contact.numbers, one.contact.email].filter(Boolean).join(", ")}</p>
          </section>
        ))}
      </div>
      <button type="button" class="button" onClick={() => setInto(undefined)}>
        {words.other}
      </button>
    </ConfirmSheet>
  );
}
