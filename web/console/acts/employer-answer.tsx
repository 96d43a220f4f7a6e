/** An employer's answer by phone, WhatsApp or visit; and the yes of one that had dropped out. */
import { declineReasons } from "../../../shared/domain/placements/shortlist.ts";
import type { Body } from "../api/client.ts";
import { Check, Choice, SelectField } from "../parts/field.tsx";
import { type Receipt, ReceiptField } from "../parts/receipt.tsx";
import { useMe } from "../shell/me.ts";
import { askedEntry, lateEntries, nameOf } from "./entry.ts";
import { ActForm } from "./form.tsx";
import { type ActProps, makeDrafts, useSend } from "./send.ts";
import { given, MomentField, momentsOf, nowhere, type Where, WhereFields } from "./where.tsx";
import { actWords } from "./words.ts";

type Answer = Body<"answerForEmployer">["answer"];
type Draft = {
  readonly choice?: Answer["choice"];
  readonly reason?: (typeof declineReasons)[number];
  readonly times: readonly string[];
  readonly where: Where;
  readonly receipt: Receipt;
  /** Of a late yes: whose it is, and whether the one that is asked is let go for it. */
  readonly vacancyId?: string;
  readonly letGo: boolean;
};
const useDraft = makeDrafts<Draft>();

const yeses = ["INTERVIEW", "ACCEPT"] as const;

export function EmployerAnswer(props: ActProps) {
  const { placement, act } = props;
  const { employer: words, record } = actWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const send = useSend(props);
  const isLate = act === "answerForEmployer.LATE_YES";
  const asked = askedEntry(placement);
  const late = lateEntries(placement);
  const [draft, change] = useDraft(placement, { times: [""], where: nowhere, receipt: { how: "PHONE" }, letGo: false });
  const about = isLate ? late.find(({ vacancyId }) => vacancyId === (draft.vacancyId ?? late[0]?.vacancyId)) : asked;
  const answer = answerOf(draft, zone);
  const mustLetGo = isLate && asked !== undefined;
  return (
    <ActForm
      {...props}
      title={words.title}
      about={nameOf(about)}
      press={record}
      missing={answer === undefined ? words.missing[draft.choice ?? "NONE"] : mustLetGo && !draft.letGo ? words.letGo : undefined}
      send={() => {
        if (answer === undefined) return;
        const insteadOf = mustLetGo && draft.letGo ? { insteadOf: asked.vacancyId } : {};
        const vacancy = about ? { vacancyId: about.vacancyId } : {};
        send({
          route: "answerForEmployer",
          asked: {
            params: { id: placement.id },
            body: { waitNo: placement.waitNo, ...vacancy, answer, receipt: draft.receipt, ...insteadOf },
          },
        });
      }}
    >
      {placement.needsCall && !isLate && (
        <blockquote class="readout">
          <p class="small strong">{words.readOut}</p>
          <p>{placement.needsCall.text}</p>
        </blockquote>
      )}
      {isLate && late.length > 1 && (
        <SelectField
          label={words.late}
          value={about?.vacancyId ?? ""}
          change={(vacancyId) => change({ vacancyId })}
          options={late.map((entry) => ({ value: entry.vacancyId, label: nameOf(entry) ?? entry.vacancyId }))}
        />
      )}
      {mustLetGo && (
        <Check label={words.insteadOf(nameOf(asked) ?? "")} value={draft.letGo} change={(letGo) => change({ letGo })} />
      )}
      <Choice
        label={words.answer}
        row
        value={yeses.find((yes) => yes === draft.choice)}
        change={(choice) => change({ choice })}
        options={yeses.map((value) => ({ value, label: words[value] }))}
      />
      {draft.choice === "INTERVIEW" && <Invitation draft={draft} change={change} />}
      {/* A no is told by its reason: it need not be said twice. */}
      {!isLate && (
        <Choice
          label={words.no}
          row
          value={draft.choice === "DECLINE" ? draft.reason : undefined}
          change={(reason) => change({ choice: "DECLINE", reason })}
          options={declineReasons.map((value) => ({ value, label: words.reasons[value] }))}
        />
      )}
      <ReceiptField value={draft.receipt} change={(receipt) => change({ receipt })} />
    </ActForm>
  );
}

function answerOf({ choice, reason, times, where }: Draft, zone: Parameters<typeof momentsOf>[1]): Answer | undefined {
  if (choice === "ACCEPT") return { choice };
  if (choice === "DECLINE") return reason && { choice, reason };
  const moments = momentsOf(times, zone);
  return choice === "INTERVIEW" && moments.length > 0 ? { choice, times: moments, ...given(where) } : undefined;
}

function Invitation({ draft, change }: { readonly draft: Draft; readonly change: (draft: Partial<Draft>) => void }) {
  const { employer: words } = actWords.use();
  const { times, where } = draft;
  return (
    <>
      <fieldset class="stack tight">
        <legend>{words.times}</legend>
        <p class="small quiet">{words.timesHint}</p>
        {times.map((time, at) => (
          <MomentField
            key={at}
            label={words.time(at + 1)}
            required={at === 0}
            value={time}
            change={(text) => change({ times: times.map((known, place) => (place === at ? text : known)) })}
          />
        ))}
        {times.length < 3 && (
          <button type="button" class="button plain" onClick={() => change({ times: [...times, ""] })}>
            {words.moreTimes}
          </button>
        )}
      </fieldset>
      <WhereFields value={where} change={(next) => change({ where: next })} />
    </>
  );
}
