/** The employer was reached, or is asked anew: what has to do with getting the question there. */
import { useRead } from "../api/read.ts";
import { SelectField } from "../parts/field.tsx";
import { type Receipt, ReceiptField } from "../parts/receipt.tsx";
import { askedEntry, nameOf, questionSeen } from "./entry.ts";
import { ActForm } from "./form.tsx";
import { type ActProps, makeDrafts, useSend } from "./send.ts";
import { actWords } from "./words.ts";

const useReachedDraft = makeDrafts<{ readonly receipt: Receipt }>();

export function EmployerReached(props: ActProps) {
  const { placement } = props;
  const { reached: words, employer } = actWords.use();
  const send = useSend(props);
  const [draft, change] = useReachedDraft(placement, { receipt: { how: "PHONE" } });
  const asked = askedEntry(placement);
  return (
    <ActForm
      {...props}
      title={words.title}
      about={nameOf(asked)}
      press={words.press}
      send={() =>
        send({
          route: "noteEmployerReached",
          asked: { params: { id: placement.id }, body: { ...questionSeen(placement), receipt: draft.receipt } },
        })
      }
    >
      {placement.needsCall && (
        <blockquote class="readout">
          <p class="small strong">{employer.readOut}</p>
          <p>{placement.needsCall.text}</p>
        </blockquote>
      )}
      <p>{words.lead}</p>
      <ReceiptField value={draft.receipt} change={(receipt) => change({ receipt })} ways={["PHONE", "WHATSAPP", "VISIT"]} />
    </ActForm>
  );
}

const useAnewDraft = makeDrafts<{ readonly contactId?: string }>();

export function AskAnew(props: ActProps) {
  const { placement } = props;
  const { anew: words } = actWords.use();
  const send = useSend(props);
  const [draft, change] = useAnewDraft(placement, {});
  const asked = askedEntry(placement);
  const employer = useRead("readEmployer", { params: { id: asked?.employerId ?? "" } }, { enabled: asked !== undefined }).data
    ?.employer;
  const contacts = employer ? [employer.contact, ...(employer.otherContacts ?? [])] : [];
  const chosen = draft.contactId ?? placement.contact?.id ?? "";
  const contact = chosen === "" ? {} : { contactId: chosen };
  return (
    <ActForm
      {...props}
      title={words.title}
      about={nameOf(asked)}
      press={words.press}
      send={() =>
        send({
          route: "askEmployerAnew",
          asked: { params: { id: placement.id }, body: { ...questionSeen(placement), ...contact } },
        })
      }
    >
      <p>{words.lead}</p>
      {contacts.length > 0 && (
        <SelectField
          label={words.to}
          value={chosen}
          change={(contactId) => change({ contactId })}
          options={contacts.map(({ id, name, email, numbers }) => ({
            value: id,
            label: [name, email ?? numbers[0]].filter(Boolean).join(", "),
          }))}
        />
      )}
    </ActForm>
  );
}
