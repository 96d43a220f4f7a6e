/** The sheet that was opened over the page: each is one act. */
import { useState } from "react";
import { localDateOf } from "../../../../../shared/domain/calendar/instant.ts";
import { contactedPeople, contactOutcomes, contactWays } from "../../../../../shared/domain/clients/contact-made.ts";
import { carries } from "../../../../../shared/domain/offices/roles.ts";
import { useRead } from "../../../api/read.ts";
import { submit } from "../../../outbox/outbox.ts";
import { useAct } from "../../../parts/act.ts";
import { Choice, SelectField } from "../../../parts/field.tsx";
import { type Receipt, ReceiptField } from "../../../parts/receipt.tsx";
import { Sheet } from "../../../parts/sheet.tsx";
import { useStaffNames } from "../../../parts/staff.ts";
import { FormError } from "../../../parts/states.tsx";
import { useMe } from "../../../shell/me.ts";
import { tell } from "../../../shell/toasts.tsx";
import { fullDay } from "../../../words/when.ts";
import { CertificateSheet } from "../certificate/sheet.tsx";
import { VerifySheet } from "../certificate/verify.tsx";
import { ChangeSheet } from "../change/sheet.tsx";
import { ConsentSheet } from "../consent/sheet.tsx";
import { clientChanged, type Detail, type Open } from "./detail.ts";
import { isCertified, outsideLater, submitStart } from "./start.ts";
import { pageWords } from "./words.ts";

type SheetProps = { readonly detail: Detail; readonly close: () => void };

export function OpenSheet({ open, detail, close }: SheetProps & { readonly open: Open }) {
  const { id } = detail.client;
  switch (open.kind) {
    case "start":
      return <StartSheet detail={detail} close={close} />;
    case "contact":
      return <ContactSheet detail={detail} close={close} />;
    case "handOver":
      return <HandOverSheet detail={detail} close={close} />;
    case "change":
      return <ChangeSheet detail={detail} topic={open.topic} close={close} />;
    case "consent":
      return (
        <ConsentSheet
          clientId={id}
          purpose={open.purpose}
          action={open.action}
          employer={open.employer}
          refusedBefore={open.refusedBefore}
          close={close}
        />
      );
    case "certificate":
      return <CertificateSheet clientId={id} id={open.id} close={close} />;
    case "verify":
      return <Verify detail={detail} id={open.id} close={close} />;
  }
}

function Verify({ detail, id, close }: SheetProps & { readonly id: string }) {
  const nameOf = useStaffNames();
  const recordedBy = detail.certificates.find((certificate) => certificate.id === id)?.recordedBy;
  return (
    <VerifySheet id={id} clientName={detail.client.fullName} recordedByName={recordedBy && nameOf(recordedBy)} close={close} />
  );
}

/** Without a valid certificate it is said how to go on; and what it means where the client may not work outside yet. */
function StartSheet({ detail, close }: SheetProps) {
  const words = pageWords.use();
  const [key] = useState(() => crypto.randomUUID());
  const [way, setWay] = useState<"wait" | "without">("wait");
  const me = useMe();
  const outside = outsideLater(detail, me);
  const certified = me !== undefined && isCertified(detail, localDateOf(me.now, me.office.zone));
  const start = (): void => {
    void submitStart(detail.client.id, key, way === "without");
    close();
  };
  return (
    <Sheet
      title={words.start}
      close={close}
      foot={<Foot act={start} word={outside ? words.startAnyway : words.start} close={close} />}
    >
      {outside && (
        <p class="note" data-tone="due">
          <strong>{words.outsideLater(fullDay(outside))}</strong> {words.outsideMeans}
        </p>
      )}
      {!certified && (
        <Choice
          label={words.startLead}
          value={way}
          change={setWay}
          options={[
            { value: "wait", label: words.startWait },
            { value: "without", label: words.startWithout },
          ]}
        />
      )}
    </Sheet>
  );
}

type FootProps = { readonly act: () => void; readonly word: string; readonly close: () => void; readonly busy?: boolean };
function Foot({ act, word, close, busy = false }: FootProps) {
  const words = pageWords.use();
  return (
    <>
      <button type="button" class="button first" aria-disabled={busy} onClick={act}>
        {word}
      </button>
      <button type="button" class="button" onClick={close}>
        {words.cancel}
      </button>
    </>
  );
}

function ContactSheet({ detail, close }: SheetProps) {
  const words = pageWords.use();
  const { id } = detail.client;
  const [key] = useState(() => crypto.randomUUID());
  const [receipt, setReceipt] = useState<Receipt>({ how: "PHONE" });
  const [who, setWho] = useState<(typeof contactedPeople)[number]>("CLIENT");
  const [outcome, setOutcome] = useState<(typeof contactOutcomes)[number]>("REACHED");
  const record = (): void => {
    const how = contactWays.find((way) => way === receipt.how) ?? "PHONE";
    void submit({
      key,
      route: "recordContact",
      asked: { params: { id }, body: { how, who, outcome, ...(receipt.at ? { at: receipt.at } : {}) } },
      about: id,
      act: "recordContact",
    });
    close();
  };
  return (
    <Sheet title={words.contact} close={close} foot={<Foot act={record} word={words.save} close={close} />}>
      <ReceiptField value={receipt} change={setReceipt} ways={contactWays} />
      <Choice
        row
        label={words.contactWho}
        value={who}
        change={setWho}
        options={contactedPeople.map((value) => ({ value, label: words.who[value] }))}
      />
      <Choice
        row
        label={words.contactOutcome}
        value={outcome}
        change={setOutcome}
        options={contactOutcomes.filter((value) => value !== "OPENED").map((value) => ({ value, label: words.outcome[value] }))}
      />
    </Sheet>
  );
}

function HandOverSheet({ detail, close }: SheetProps) {
  const words = pageWords.use();
  const staff = useRead("listStaff", { query: { limit: 100 } });
  const act = useAct("handOverClient");
  const [to, setTo] = useState("");
  const { id, officerId } = detail.client;
  const others = staff.data?.items.filter(({ id, role, active }) => active && carries[role] && id !== officerId) ?? [];
  const send = async (): Promise<void> => {
    if (to === "" || !(await act.send({ params: { id }, body: { to } }))) return;
    tell(words.handedOver);
    void clientChanged();
    close();
  };
  return (
    <Sheet
      title={words.handOver}
      close={close}
      foot={<Foot act={() => void send()} word={words.handOver} close={close} busy={act.busy || to === ""} />}
    >
      <p>{words.handOverLead}</p>
      <SelectField
        label={words.to}
        value={to}
        change={setTo}
        none={words.choose}
        options={others.map(({ id: value, name }) => ({ value, label: name }))}
        wrong={act.wrong("to")}
      />
      <FormError error={act.error} />
    </Sheet>
  );
}
