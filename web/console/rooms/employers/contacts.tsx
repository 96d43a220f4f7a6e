/** Whom to ask at an employer besides the first: added, mended, taken away. */
import { useState } from "react";
import type { Answer } from "../../api/client.ts";
import { Problem } from "../../api/problem.ts";
import { useAct } from "../../parts/act.ts";
import { Restored, useDraft } from "../../parts/draft.tsx";
import { canNow } from "../../parts/record/act-button.tsx";
import { ConfirmSheet } from "../../parts/record/confirm.tsx";
import { type Contact, ContactWays } from "../../parts/record/contact-card.tsx";
import { RecordForm } from "../../parts/record/form.tsx";
import { bodyOf, isValues, valuesOf } from "../../parts/record/rows.ts";
import { recordWords } from "../../parts/record/words.ts";
import { Sheet } from "../../parts/sheet.tsx";
import { contactRows } from "./rows.ts";
import { employerWords } from "./words.ts";

type Props = {
  readonly employer: Answer<"readEmployer">["employer"];
  readonly acts: Answer<"readEmployer">["acts"];
  readonly changed: () => void;
};
/** So many are known of an employer at the most, besides the first. */
const mostOthers = 4;

/** What of a contact is given by people. */
const givenOf = ({ name, email, phone, whatsapp, landline }: Contact) => ({ name, email, phone, whatsapp, landline });

export function OtherContacts({ employer, acts, changed }: Props) {
  const words = employerWords.use();
  const record = recordWords.use();
  const [open, setOpen] = useState<{ readonly at: number; readonly kind: "mend" | "remove" }>();
  const others = employer.otherContacts ?? [];
  const may = canNow(acts, "changeEmployer");
  const close = (): void => setOpen(undefined);
  const done = (): void => {
    close();
    changed();
  };
  const asked = open && others[open.at];
  return (
    <>
      {others.length > 0 && <h3>{words.otherContacts}</h3>}
      {others.map((contact, at) => (
        <div class="stack tight" key={contact.id}>
          <ContactWays contact={contact} />
          {may && (
            <p class="buttons unprinted">
              <button
                type="button"
                class="button"
                onClick={() => setOpen({ at, kind: "mend" })}
                aria-label={`${record.change}: ${contact.name}`}
              >
                {record.change}
              </button>
              <button
                type="button"
                class="button plain"
                onClick={() => setOpen({ at, kind: "remove" })}
                aria-label={`${words.removeContact}: ${contact.name}`}
              >
                {words.removeContact}
              </button>
            </p>
          )}
        </div>
      ))}
      {may && others.length < mostOthers && (
        <p class="unprinted">
          <button type="button" class="button" onClick={() => setOpen({ at: others.length, kind: "mend" })}>
            {words.addContact}
          </button>
        </p>
      )}
      {open?.kind === "mend" && <Mend employer={employer} at={open.at} close={close} done={done} />}
      {open?.kind === "remove" && asked && (
        <ConfirmSheet
          title={words.removeContact}
          does={words.removeContact}
          route="changeEmployer"
          params={{ id: employer.id }}
          body={{
            version: employer.version,
            changes: { otherContacts: others.filter((_, at) => at !== open.at).map(givenOf) },
          }}
          bad
          close={close}
          done={done}
        >
          <p>
            <strong>{asked.name}</strong>
          </p>
          <p>{words.removeContactLead}</p>
        </ConfirmSheet>
      )}
    </>
  );
}

type MendProps = Pick<Props, "employer"> & { readonly at: number; readonly close: () => void; readonly done: () => void };
function Mend({ employer, at, close, done }: MendProps) {
  const words = employerWords.use();
  const record = recordWords.use();
  const act = useAct("changeEmployer");
  const others = employer.otherContacts ?? [];
  const [version, setVersion] = useState(employer.version);
  const draft = useDraft({
    name: `contact ${employer.id} ${others[at]?.id ?? "new"}`,
    usual: valuesOf(contactRows, others[at]),
    is: isValues,
  });
  const save = async (): Promise<void> => {
    const given = others.map(givenOf);
    const otherContacts = [...given.slice(0, at), bodyOf(contactRows, draft.value), ...given.slice(at + 1)];
    const answer = await act.sendTyped({ id: employer.id }, { version, changes: { otherContacts } }, (error) => {
      if (error instanceof Problem && typeof error.newer?.version === "number") setVersion(error.newer.version);
    });
    if (!answer) return;
    draft.drop();
    done();
  };
  return (
    <Sheet title={others[at] ? words.changeContact : words.addContact} close={close} sticky>
      <Restored draft={draft} />
      <RecordForm
        rows={contactRows}
        words={{ labels: words.contactLabels, hints: words.contactHints, options: {}, yes: record.yes, no: record.no }}
        values={draft.value}
        change={draft.change}
        act={act}
        within={`changes.otherContacts.${at}.`}
        save={() => void save()}
        cancel={() => {
          draft.drop();
          close();
        }}
      />
    </Sheet>
  );
}
