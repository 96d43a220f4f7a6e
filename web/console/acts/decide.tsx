/** What the officer decides alone: how a placement goes on, that the client withdraws, that a second person vouches. */

import { widerRegions } from "../../../shared/domain/placements/placement.ts";
import { closingReasons } from "../../../shared/domain/placements/reasons.ts";
import { closingWords } from "../../../shared/messages/closing-words.ts";
import type { Body } from "../api/client.ts";
import { Choice } from "../parts/field.tsx";
import { type Receipt, ReceiptField } from "../parts/receipt.tsx";
import { said } from "../words/language.ts";
import { ActForm } from "./form.tsx";
import { type ActProps, makeDrafts, useSend } from "./send.ts";
import { actWords } from "./words.ts";

const decisions = ["RANK_AGAIN", "GO_ON_WITHOUT", "WIDEN", "CLOSE"] as const;
type DecisionName = (typeof decisions)[number];
type Draft = {
  readonly decision?: DecisionName;
  readonly to?: (typeof widerRegions)[number];
  readonly because?: (typeof closingReasons)[number];
};
const useDraft = makeDrafts<Draft>();

export function Review(props: ActProps) {
  const { placement, act, preset } = props;
  const { review: words } = actWords.use();
  const send = useSend(props);
  const offered = decisions.flatMap(
    (decision) => placement.acts.find((offer) => offer.act === `reviewPlacement.${decision}`) ?? [],
  );
  const free = decisions.filter((decision) =>
    offered.some((offer) => offer.act === `reviewPlacement.${decision}` && offer.blocked === undefined),
  );
  const [draft, change] = useDraft(placement, {});
  // Whoever has pressed the button of one decision has chosen it; nothing is chosen beforehand for who only comes to decide.
  const decision = draft.decision ?? free.find((name) => preset && act === `reviewPlacement.${name}`);
  const body = bodyOf(placement.waitNo, decision, draft);
  return (
    <ActForm
      {...props}
      title={words.title}
      press={words.press}
      bad={decision === "CLOSE"}
      missing={body === undefined ? missingIn(words.missing, decision) : undefined}
      send={() => body && send({ route: "reviewPlacement", asked: { params: { id: placement.id }, body } })}
    >
      <Choice
        label={words.decision}
        value={decision}
        change={(value) => change({ decision: value })}
        options={free.map((value) => ({ value, label: words[value] }))}
      />
      {offered.map((offer) =>
        offer.words ? (
          <p class="small quiet" key={offer.act}>
            {actWords.id.acts[offer.act]}: {said(offer.words)}
          </p>
        ) : null,
      )}
      {decision === "WIDEN" && (
        <Choice
          label={words.to}
          value={draft.to}
          change={(to) => change({ to })}
          options={widerRegions.map((value) => ({ value, label: words.regions[value] }))}
        />
      )}
      {decision === "CLOSE" && (
        <Choice
          label={words.because}
          value={draft.because}
          change={(because) => change({ because })}
          options={closingReasons.map((value) => ({ value, label: said(closingWords[value]) }))}
        />
      )}
    </ActForm>
  );
}

const missingIn = (words: Readonly<Record<string, string>>, decision: DecisionName | undefined): string | undefined =>
  words[decision ?? "NONE"] ?? words.NONE;

function bodyOf(
  waitNo: number,
  decision: DecisionName | undefined,
  { to, because }: Pick<Draft, "to" | "because">,
): Body<"reviewPlacement"> | undefined {
  if (decision === undefined) return undefined;
  if (decision === "WIDEN") return to && { waitNo, decision, to };
  if (decision === "CLOSE") return because && { waitNo, decision, because };
  return { waitNo, decision };
}

const useWithdrawalDraft = makeDrafts<{ readonly receipt: Receipt }>();

export function Withdraw(props: ActProps) {
  const { placement } = props;
  const { withdraw: words } = actWords.use();
  const send = useSend(props);
  const [draft, change] = useWithdrawalDraft(placement, { receipt: { how: "PHONE" } });
  return (
    <ActForm
      {...props}
      title={words.title}
      press={words.press}
      bad
      send={() =>
        send({
          route: "withdrawPlacement",
          asked: { params: { id: placement.id }, body: { waitNo: placement.waitNo, receipt: draft.receipt } },
        })
      }
    >
      <p>{words.lead}</p>
      <ReceiptField value={draft.receipt} change={(receipt) => change({ receipt })} />
    </ActForm>
  );
}

export function Verify(props: ActProps) {
  const { placement } = props;
  const { verify: words } = actWords.use();
  const send = useSend(props);
  return (
    <ActForm
      {...props}
      title={words.title}
      press={words.press}
      send={() => send({ route: "verifyPlacement", asked: { params: { id: placement.id }, body: { waitNo: placement.waitNo } } })}
    >
      <p>{words.lead}</p>
    </ActForm>
  );
}
