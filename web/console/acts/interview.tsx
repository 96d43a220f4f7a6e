/** The interview: its hour, what the client says of not having come, and what came of it. */
import { hourOf } from "../../../shared/domain/placements/appointment.ts";
import { Choice } from "../parts/field.tsx";
import { momentOf, type Receipt, ReceiptField } from "../parts/receipt.tsx";
import { useMe } from "../shell/me.ts";
import { shortMoment } from "../words/when.ts";
import { askedEntry, nameOf, questionSeen } from "./entry.ts";
import { ActForm } from "./form.tsx";
import { type ActProps, makeDrafts, useSend } from "./send.ts";
import { given, MomentField, nowhere, type Where, WhereFields } from "./where.tsx";
import { actWords } from "./words.ts";

const sides = ["CLIENT", "EMPLOYER"] as const;
const results = ["OFFER", "NO", "CLIENT_ABSENT", "EMPLOYER_ABSENT"] as const;

type TimeDraft = {
  readonly at: string;
  readonly other: boolean;
  readonly by: (typeof sides)[number];
  readonly where: Where;
  readonly receipt: Receipt;
};
const useTimeDraft = makeDrafts<TimeDraft>();

export function InterviewTime(props: ActProps) {
  const { placement } = props;
  const { interview: words, record } = actWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const send = useSend(props);
  const [draft, change] = useTimeDraft(placement, {
    at: "",
    other: false,
    by: "CLIENT",
    where: nowhere,
    receipt: { how: "PHONE" },
  });
  const { proposed = [], agreedAt, agreement } = placement.interview ?? {};
  const isSettled = agreedAt !== undefined && agreement?.by !== "DEFAULT";
  const at = proposed.find((time) => time === draft.at) ?? momentOf(draft.at, zone);
  const isOther = draft.other || proposed.length === 0;
  const moves = isSettled && at !== undefined && at !== agreedAt;
  return (
    <ActForm
      {...props}
      title={words.timeTitle}
      about={nameOf(askedEntry(placement))}
      press={record}
      missing={at === undefined ? words.choose : undefined}
      send={() =>
        at &&
        send({
          route: "recordInterview",
          asked: {
            params: { id: placement.id },
            body: {
              kind: "AGREED",
              ...questionSeen(placement),
              at,
              ...(moves ? { by: draft.by } : {}),
              ...given(draft.where),
              receipt: draft.receipt,
            },
          },
        })
      }
    >
      {proposed.length > 0 && (
        <Choice
          label={words.proposed}
          value={isOther ? "other" : draft.at}
          change={(value) => (value === "other" ? change({ other: true, at: "" }) : change({ other: false, at: value }))}
          options={[
            ...proposed.map((time) => ({ value: time, label: shortMoment(time, zone) })),
            { value: "other", label: words.other },
          ]}
        />
      )}
      {isOther && <MomentField label={words.at} required value={draft.at} change={(text) => change({ at: text })} />}
      {moves && (
        <Choice
          row
          label={words.by}
          value={draft.by}
          change={(by) => change({ by })}
          options={sides.map((value) => ({ value, label: words.sides[value] }))}
        />
      )}
      <WhereFields value={draft.where} change={(where) => change({ where })} />
      <ReceiptField value={draft.receipt} change={(receipt) => change({ receipt })} />
    </ActForm>
  );
}

type HeardDraft = { readonly excused?: boolean; readonly at: string; readonly receipt: Receipt };
const useHeardDraft = makeDrafts<HeardDraft>();

export function ClientHeard(props: ActProps) {
  const { placement } = props;
  const { interview: words, record } = actWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const send = useSend(props);
  const [draft, change] = useHeardDraft(placement, { at: "", receipt: { how: "PHONE" } });
  const { excused } = draft;
  const at = momentOf(draft.at, zone);
  return (
    <ActForm
      {...props}
      title={words.heardTitle}
      about={nameOf(askedEntry(placement))}
      press={record}
      missing={excused === undefined ? words.choose : undefined}
      send={() =>
        excused !== undefined &&
        send({
          route: "recordInterview",
          asked: {
            params: { id: placement.id },
            body: {
              kind: "CLIENT_HEARD",
              ...questionSeen(placement),
              excused,
              ...(excused && at ? { at } : {}),
              receipt: draft.receipt,
            },
          },
        })
      }
    >
      <p>{words.heardLead}</p>
      <Choice
        row
        label={words.heard}
        value={excused === undefined ? undefined : excused ? "yes" : "no"}
        change={(value) => change({ excused: value === "yes" })}
        options={[
          { value: "yes", label: words.excused },
          { value: "no", label: words.notExcused },
        ]}
      />
      {excused && <MomentField label={words.newAt} value={draft.at} change={(text) => change({ at: text })} />}
      <ReceiptField value={draft.receipt} change={(receipt) => change({ receipt })} />
    </ActForm>
  );
}

type ResultDraft = { readonly result?: (typeof results)[number]; readonly receipt: Receipt };
const useResultDraft = makeDrafts<ResultDraft>();

export function InterviewResult(props: ActProps) {
  const { placement } = props;
  const { interview: words, record } = actWords.use();
  const me = useMe();
  const send = useSend(props);
  const [draft, change] = useResultDraft(placement, { receipt: { how: "PHONE" } });
  const { result } = draft;
  const hour = placement.interview && hourOf(placement.interview);
  const isAhead = hour !== undefined && me !== undefined && hour > me.now;
  return (
    <ActForm
      {...props}
      title={words.resultTitle}
      about={nameOf(askedEntry(placement))}
      press={record}
      missing={result === undefined ? words.choose : undefined}
      send={() =>
        result &&
        send({
          route: "recordInterview",
          asked: {
            params: { id: placement.id },
            body: { kind: "RESULT", ...questionSeen(placement), result, receipt: draft.receipt },
          },
        })
      }
    >
      {isAhead && (
        <p class="note" data-tone="due">
          {words.ahead(shortMoment(hour, me.office.zone))}
        </p>
      )}
      <Choice
        label={words.result}
        value={result}
        change={(next) => change({ result: next })}
        options={results.map((value) => ({ value, label: words.results[value] }))}
      />
      <ReceiptField value={draft.receipt} change={(receipt) => change({ receipt })} />
    </ActForm>
  );
}
