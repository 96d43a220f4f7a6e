/** The officer's shortlist: explained proposals beside each other, ticked in ranked order. */
import { useState } from "react";
import { mostEmployers } from "../../../shared/domain/placements/limits.ts";
import { parseRupiah } from "../../../shared/domain/reference/money.ts";
import type { Body } from "../api/client.ts";
import { useRead } from "../api/read.ts";
import { TextField } from "../parts/field.tsx";
import { Sheet } from "../parts/sheet.tsx";
import { Failure, Skeleton } from "../parts/states.tsx";
import { said } from "../words/language.ts";
import { ActForm } from "./form.tsx";
import { type Proposal, ProposalCard, type Put, wageNeeded } from "./proposal.tsx";
import { type ActProps, makeDrafts, useSend } from "./send.ts";
import { actWords } from "./words.ts";

type Approving = Extract<Body<"approveShortlist">, { readonly decision: "APPROVE" }>;
type Draft = {
  /** All proposals in the officer's order, ticked or not. */
  readonly order: readonly string[];
  readonly ticked: readonly string[];
  readonly reason: string;
  /** What was put right, by vacancy. */
  readonly put: Readonly<Record<string, Put>>;
};
const useDraft = makeDrafts<Draft>();

export function Approve(props: ActProps) {
  const words = actWords.use();
  const read = useRead("readProposals", { params: { id: props.placement.id } });
  const [none, setNone] = useState(props.act === "approveShortlist.APPROVE_NONE");
  if (none) return <ApproveNone {...props} />;
  if (read.data === undefined)
    return (
      <Sheet title={words.approve.title} close={() => props.close(false)}>
        {read.error ? <Failure error={read.error} again={() => void read.refetch()} /> : <Skeleton />}
      </Sheet>
    );
  return <Chosen {...props} proposals={read.data.proposals} none={() => setNone(true)} />;
}

type ChosenProps = ActProps & { readonly proposals: readonly Proposal[]; readonly none: () => void };
function Chosen({ proposals, none, ...props }: ChosenProps) {
  const { placement } = props;
  const { approve: words } = actWords.use();
  const send = useSend(props);
  const room = mostEmployers - placement.employersAsked;
  const usual = proposals.filter(({ endedWorkOn }) => endedWorkOn === undefined).map(({ vacancyId }) => vacancyId);
  const [draft, change] = useDraft(placement, {
    order: proposals.map(({ vacancyId }) => vacancyId),
    ticked: usual.slice(0, room),
    reason: "",
    put: {},
  });
  const shown = draft.order.flatMap((id) => proposals.find(({ vacancyId }) => vacancyId === id) ?? []);
  const chosen = shown.filter(({ vacancyId }) => draft.ticked.includes(vacancyId));
  const common = commonTo(proposals);
  const differs = chosen.some(({ vacancyId }, at) => vacancyId !== usual[at]);
  const missing = chosen.length === 0 ? words.choose : chosen.length > room ? words.most(room) : undefined;
  const move = (id: string, by: number): void => {
    const at = draft.order.indexOf(id);
    const order = draft.order.filter((known) => known !== id);
    order.splice(Math.max(0, at + by), 0, id);
    change({ order });
  };
  const tick = (id: string, on: boolean): void =>
    change({ ticked: on ? [...draft.ticked, id] : draft.ticked.filter((known) => known !== id) });
  return (
    <ActForm
      {...props}
      title={words.title}
      press={words.press(chosen.length)}
      missing={missing}
      others={
        <button type="button" class="button" onClick={none}>
          {words.none}
        </button>
      }
      send={() =>
        send({
          route: "approveShortlist",
          asked: { params: { id: placement.id }, body: bodyOf(placement.waitNo, chosen, draft, differs) },
        })
      }
    >
      <p>{words.lead}</p>
      {common.length > 0 && (
        <p class="small">
          <span class="quiet">{words.common}:</span>{" "}
          {common.map(({ text, points }) => `${said(text)} (${words.points(points)})`).join("; ")}
        </p>
      )}
      <ol class="proposals">
        {shown.map((proposal, at) => (
          <ProposalCard
            key={proposal.vacancyId}
            proposal={proposal}
            common={common.map(({ source }) => source)}
            rank={chosen.indexOf(proposal) + 1}
            first={at === 0}
            last={at === shown.length - 1}
            tick={(on) => tick(proposal.vacancyId, on)}
            move={(by) => move(proposal.vacancyId, by)}
            put={draft.put[proposal.vacancyId] ?? {}}
            change={(put) => change({ put: { ...draft.put, [proposal.vacancyId]: put } })}
          />
        ))}
      </ol>
      {differs && (
        <TextField
          label={words.why}
          hint={words.whyHint}
          required
          maxLength={500}
          value={draft.reason}
          change={(reason) => change({ reason })}
        />
      )}
    </ActForm>
  );
}

/** What gives all of several proposals the same points. */
const commonTo = ([first, ...others]: readonly Proposal[]): Proposal["reasons"] =>
  first === undefined || others.length === 0
    ? []
    : first.reasons.filter(({ source, points }) =>
        others.every(({ reasons }) => reasons.some((reason) => reason.source === source && reason.points === points)),
      );

function bodyOf(waitNo: number, chosen: readonly Proposal[], { reason, put }: Draft, differs: boolean): Approving {
  const agreedWages = chosen.flatMap((proposal) => {
    const { wage, basis = "MONTHLY", saidBy = "EMPLOYER", meant } = put[proposal.vacancyId] ?? {};
    const amount = parseRupiah(wage ?? "");
    if (!wageNeeded(proposal) || amount === undefined) return [];
    const confirmed = meant ? { amountConfirmed: true as const } : {};
    return [{ vacancyId: proposal.vacancyId, amount, basis, saidBy, receipt: { how: "PHONE" as const }, ...confirmed }];
  });
  const occupationChecked = chosen.flatMap(({ vacancyId }) => (put[vacancyId]?.checked ? [vacancyId] : []));
  return {
    waitNo,
    decision: "APPROVE",
    order: chosen.map(({ vacancyId }) => vacancyId),
    ...(differs ? { reason } : {}),
    ...(agreedWages.length > 0 ? { agreedWages } : {}),
    ...(occupationChecked.length > 0 ? { occupationChecked } : {}),
  };
}

function ApproveNone(props: ActProps) {
  const { approve: words } = actWords.use();
  const { placement } = props;
  const send = useSend(props);
  return (
    <ActForm
      {...props}
      title={words.noneTitle}
      press={words.none}
      bad
      send={() =>
        send({
          route: "approveShortlist",
          asked: { params: { id: placement.id }, body: { decision: "APPROVE_NONE", waitNo: placement.waitNo } },
        })
      }
    >
      <p>{words.noneLead}</p>
    </ActForm>
  );
}
