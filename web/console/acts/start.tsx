/** Work has begun, or it has not: what is confirmed, by whom, and with what evidence. */
import { localDateOf } from "../../../shared/domain/calendar/instant.ts";
import { Check, Choice, TextField } from "../parts/field.tsx";
import { type Receipt, ReceiptField } from "../parts/receipt.tsx";
import { useMe } from "../shell/me.ts";
import { askedEntry, nameOf, questionSeen } from "./entry.ts";
import { ActForm } from "./form.tsx";
import { type ActProps, makeDrafts, useSend } from "./send.ts";
import { actWords } from "./words.ts";

const evidences = ["CONTRACT", "LETTER", "PAY", "VISIT"] as const;
const contracts = ["PKWT", "PKWTT", "DAILY", "APPRENTICE"] as const;

type Draft = {
  readonly startedOn?: string;
  readonly evidence?: (typeof evidences)[number];
  readonly contractType?: (typeof contracts)[number];
  readonly written?: boolean;
  readonly client: boolean;
  readonly employer: boolean;
  readonly receipt: Receipt;
};
const useDraft = makeDrafts<Draft>();

export function StartConfirmed(props: ActProps) {
  const { placement } = props;
  const { start: words } = actWords.use();
  const me = useMe();
  const send = useSend(props);
  const [draft, change] = useDraft(placement, {
    client: false,
    employer: false,
    receipt: { how: "PHONE" },
  });
  const today = me && localDateOf(me.now, me.office.zone);
  // Nothing is chosen beforehand: what nobody has seen must not come to be recorded by one press.
  const {
    startedOn = placement.startedOn ?? "",
    evidence = placement.evidence,
    contractType = placement.contractType,
    written = placement.writtenContract,
    client,
    employer,
    receipt,
  } = draft;
  const confirmed = new Set(placement.confirmedBy);
  const sides: Readonly<Record<string, string>> = words.sides;
  const asked = askedEntry(placement);
  const missing = missingOf({ startedOn, evidence, contract: contractType, written });
  return (
    <ActForm
      {...props}
      title={words.title}
      about={nameOf(asked)}
      press={words.press}
      missing={missing && words.missing[missing]}
      send={() => {
        if (evidence === undefined || contractType === undefined || written === undefined) return;
        send({
          route: "confirmStart",
          asked: {
            params: { id: placement.id },
            body: {
              ...questionSeen(placement),
              started: true,
              startedOn,
              evidence,
              contractType,
              writtenContract: written,
              ...(client ? { client: receipt } : {}),
              ...(employer ? { employer: receipt } : {}),
            },
          },
        });
      }}
    >
      {confirmed.size > 0 && (
        <p class="note" data-tone="good">
          {words.said([...confirmed].map((side) => sides[side] ?? side).join(", "))}
        </p>
      )}
      <TextField label={words.on} type="date" required value={startedOn} change={(value) => change({ startedOn: value })} />
      {today && startedOn !== today && (
        <button type="button" class="button plain" onClick={() => change({ startedOn: today })}>
          {words.today}
        </button>
      )}
      <Choice
        row
        label={words.evidence}
        value={evidence}
        change={(value) => change({ evidence: value })}
        options={evidences.map((value) => ({ value, label: words.evidences[value] }))}
      />
      <Choice
        row
        label={words.contract}
        value={contractType}
        change={(value) => change({ contractType: value })}
        options={contracts.map((value) => ({ value, label: words.contracts[value] }))}
      />
      <Choice
        row
        label={words.written}
        value={written === undefined ? undefined : written ? "yes" : "no"}
        change={(value) => change({ written: value === "yes" })}
        options={[
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ]}
      />
      {!confirmed.has("employer") && (
        <Check label={words.employer} value={employer} change={(value) => change({ employer: value })} />
      )}
      {!confirmed.has("client") && <Check label={words.client} value={client} change={(value) => change({ client: value })} />}
      {(client || employer) && <ReceiptField value={receipt} change={(value) => change({ receipt: value })} />}
      <p class="small quiet">{words.needs}</p>
    </ActForm>
  );
}

type Said = {
  readonly startedOn: string;
  readonly evidence: string | undefined;
  readonly contract: string | undefined;
  readonly written: boolean | undefined;
};
/** The first of what has to be said that nobody has said yet. */
const missingOf = (said: Said): keyof Said | undefined =>
  (["startedOn", "evidence", "contract", "written"] as const).find((name) => said[name] === undefined || said[name] === "");

const useNotDraft = makeDrafts<{ readonly receipt: Receipt }>();

export function DidNotStart(props: ActProps) {
  const { placement } = props;
  const { start: words } = actWords.use();
  const send = useSend(props);
  const [draft, change] = useNotDraft(placement, { receipt: { how: "PHONE" } });
  const asked = askedEntry(placement);
  return (
    <ActForm
      {...props}
      title={words.notTitle}
      about={nameOf(asked)}
      press={words.notPress}
      send={() =>
        send({
          route: "confirmStart",
          asked: {
            params: { id: placement.id },
            body: { ...questionSeen(placement), started: false, receipt: draft.receipt },
          },
        })
      }
    >
      <p>{words.notLead}</p>
      <ReceiptField value={draft.receipt} change={(receipt) => change({ receipt })} />
    </ActForm>
  );
}
