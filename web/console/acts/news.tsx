/** News of the work at the days of the half year, and that work has ended. */
import { endReasons, newsSources, workEnders } from "../../../shared/domain/follow-ups/follow-up.ts";
import { Check, Choice, SelectField, TextField } from "../parts/field.tsx";
import { type Receipt, ReceiptField } from "../parts/receipt.tsx";
import { nameOf } from "./entry.ts";
import { ActForm } from "./form.tsx";
import { type ActProps, makeDrafts, useSend } from "./send.ts";
import { actWords } from "./words.ts";

type Ended = {
  readonly lastDay: string;
  readonly reason?: (typeof endReasons)[number];
  readonly endedBy?: (typeof workEnders)[number];
};
type Draft = Ended & {
  readonly from?: (typeof newsSources)[number];
  readonly still?: boolean;
  readonly paid: boolean;
  readonly safe: boolean;
  readonly receipt: Receipt;
};
const useDraft = makeDrafts<Draft>();
const dayNames = ["30", "90", "180"] as const;

const employed = ({ placement }: ActProps) => nameOf(placement.shortlist.find(({ state }) => state === "CHOSEN"));

export function News(props: ActProps) {
  const { placement } = props;
  const { news: words, interview } = actWords.use();
  const send = useSend(props);
  const { followUp } = placement;
  const [draft, change] = useDraft(
    { id: placement.id, waitNo: followUp?.waitNo ?? 0 },
    { lastDay: "", paid: true, safe: true, receipt: { how: "PHONE" } },
  );
  if (followUp === undefined) return null;
  const day = dayNames.find((name) => name === String(followUp.day));
  const { still, paid, safe, receipt } = draft;
  // Who has not been asked yet is asked first; where a visit is due, it is the visit that tells.
  const from =
    draft.from ?? (followUp.status === "AWAITING_VISIT" ? "VISIT" : followUp.asked.includes("client") ? "EMPLOYER" : "CLIENT");
  const asked: Readonly<Record<string, string>> = {
    employer: words.sources.EMPLOYER,
    client: words.sources.CLIENT,
    visit: words.sources.VISIT,
  };
  const isClients = from === "CLIENT";
  return (
    <ActForm
      {...props}
      title={words.title(followUp.day)}
      about={employed(props)}
      press={words.press}
      missing={still === undefined ? interview.choose : undefined}
      send={() =>
        still !== undefined &&
        day &&
        send({
          route: "recordFollowUp",
          asked: {
            params: { id: placement.id, day },
            body: {
              waitNo: followUp.waitNo,
              from,
              stillThere: still,
              ...(still && from !== "EMPLOYER" ? { paidAsAgreed: paid, safe } : {}),
              ...(still ? {} : endedOf(draft)),
              receipt,
            },
          },
        })
      }
    >
      {followUp.asked.length > 0 && (
        <p class="small quiet">
          {words.said} {followUp.asked.map((side) => asked[side] ?? side).join(", ")}
        </p>
      )}
      <Choice
        row
        label={words.from}
        value={from}
        change={(value) => change({ from: value })}
        options={newsSources.map((value) => ({ value, label: words.sources[value] }))}
      />
      <Choice
        row
        label={words.still}
        value={still === undefined ? undefined : still ? "yes" : "no"}
        change={(value) => change({ still: value === "yes" })}
        options={[
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ]}
      />
      {still && from !== "EMPLOYER" && (
        <div>
          <Check label={words.paid} value={paid} change={(value) => change({ paid: value })} />
          <Check label={words.safe} value={safe} change={(value) => change({ safe: value })} />
          {isClients && <p class="small quiet">{words.only}</p>}
        </div>
      )}
      {still === false && <EndFields value={draft} change={change} />}
      <ReceiptField value={receipt} change={(value) => change({ receipt: value })} />
    </ActForm>
  );
}

const endedOf = ({ lastDay, reason, endedBy }: Ended) => ({
  ...(lastDay === "" ? {} : { lastDay }),
  ...(reason ? { reason } : {}),
  ...(endedBy ? { endedBy } : {}),
});

type EndProps = { readonly value: Ended; readonly change: (ended: Partial<Ended>) => void; readonly required?: boolean };
function EndFields({ value, change, required = false }: EndProps) {
  const { lost: words, interview } = actWords.use();
  return (
    <>
      <TextField
        label={words.lastDay}
        type="date"
        required={required}
        value={value.lastDay}
        change={(lastDay) => change({ lastDay })}
      />
      <SelectField
        label={words.reason}
        none={interview.choose}
        required={required}
        value={value.reason ?? ""}
        change={(reason) => change({ reason })}
        options={endReasons.map((name) => ({ value: name, label: words.reasons[name] }))}
      />
      <Choice
        row
        label={words.endedBy}
        value={value.endedBy}
        change={(endedBy) => change({ endedBy })}
        options={workEnders.map((name) => ({ value: name, label: words.enders[name] }))}
      />
    </>
  );
}

type LostDraft = Ended & { readonly from: (typeof newsSources)[number]; readonly receipt: Receipt };
const useLostDraft = makeDrafts<LostDraft>();

export function LostWork(props: ActProps) {
  const { placement } = props;
  const { lost: words, news, interview } = actWords.use();
  const send = useSend(props);
  const [draft, change] = useLostDraft(placement, { lastDay: "", from: "CLIENT", receipt: { how: "PHONE" } });
  const { lastDay, reason, endedBy, from, receipt } = draft;
  return (
    <ActForm
      {...props}
      title={words.title}
      about={employed(props)}
      press={words.press}
      bad
      missing={reason === undefined || endedBy === undefined || lastDay === "" ? interview.choose : undefined}
      send={() =>
        reason &&
        endedBy &&
        send({
          route: "recordLostWork",
          asked: { params: { id: placement.id }, body: { lastDay, reason, endedBy, from, receipt } },
        })
      }
    >
      <EndFields value={draft} change={change} required />
      <Choice
        row
        label={news.from}
        value={from}
        change={(value) => change({ from: value })}
        options={newsSources.map((value) => ({ value, label: news.sources[value] }))}
      />
      <ReceiptField value={receipt} change={(value) => change({ receipt: value })} />
    </ActForm>
  );
}
