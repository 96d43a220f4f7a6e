/** Who it is, how to reach them, and the acts on the client as a whole. */
import { submit, useUnsent } from "../../../outbox/outbox.ts";
import { Icon } from "../../../parts/icons.tsx";
import { Reach } from "../../../parts/reach.tsx";
import { useStaffNames } from "../../../parts/staff.ts";
import { Tag } from "../../../parts/tag.tsx";
import { useMe } from "../../../shell/me.ts";
import { said } from "../../../words/language.ts";
import { shortDay } from "../../../words/when.ts";
import { clientsWords } from "../words.ts";
import { offerOf } from "./detail.ts";
import type { PartProps } from "./parts.tsx";
import { useReporting } from "./reporting.ts";
import { isCertified, submitStart } from "./start.ts";
import { pageWords } from "./words.ts";

const tones = { REGISTERED: "closed", CONSENTED: "others", CERTIFIED: "good" } as const;

export function Head({ detail, open }: PartProps) {
  const words = pageWords.use();
  const { statuses } = clientsWords.use();
  const me = useMe();
  const nameOf = useStaffNames();
  const reporting = useReporting(detail.client);
  const { id, fullName, nikLast4, registerNumber, phone, officerId, status, suspended } = detail.client;
  const officer = nameOf(officerId);
  const opened = (): void =>
    void submit({
      key: crypto.randomUUID(),
      route: "recordContact",
      asked: { params: { id }, body: { how: "WHATSAPP", who: "CLIENT", outcome: "OPENED" } },
      about: id,
      act: "recordContact",
    });
  return (
    <header class="stack tight">
      {me && <p class="printed">{words.printed(shortDay(me.now.slice(0, 10)))}</p>}
      <div class="title">
        <h1>{fullName}</h1>
        <p class="buttons">
          <Tag tone={tones[status]}>{statuses[status]}</Tag>
          {suspended && <Tag tone="late">{words.suspended}</Tag>}
        </p>
      </div>
      <p class="quiet">
        {nikLast4 && <span class="unprinted">{words.nik(nikLast4)} · </span>}
        {[registerNumber, reporting, officer && words.officer(officer)].filter(Boolean).join(" · ")}
      </p>
      <p class="buttons unprinted">
        <Start detail={detail} open={open} />
        <Reach name={fullName} phone={phone} from={me?.name ?? ""} opened={opened} />
        {offerOf(detail, "recordContact") && (
          <button type="button" class="button" onClick={() => open({ kind: "contact" })}>
            {words.contact}
          </button>
        )}
        <button type="button" class="button" onClick={() => print()}>
          <Icon name="print" />
          {words.print}
        </button>
        {offerOf(detail, "handOverClient") && (
          <button type="button" class="button" onClick={() => open({ kind: "handOver" })}>
            {words.handOver}
          </button>
        )}
      </p>
      <Blockers detail={detail} />
    </header>
  );
}

/** Pressed, it starts at once where there is nothing to choose: it can be undone. */
function Start({ detail, open }: PartProps) {
  const words = pageWords.use();
  const me = useMe();
  const offer = offerOf(detail, "startPlacement");
  const unsent = useUnsent(detail.client.id);
  if (offer === undefined) return null;
  const blocked = offer.blocked !== undefined || unsent !== undefined;
  return (
    <button
      type="button"
      class={blocked ? "button" : "button first"}
      aria-disabled={blocked}
      aria-describedby={blocked ? "start-blocked" : undefined}
      onClick={() => {
        if (blocked) return;
        if (isCertified(detail, me?.now.slice(0, 10) ?? "")) void submitStart(detail.client.id, crypto.randomUUID(), false);
        else open({ kind: "start" });
      }}
    >
      {words.start}
    </button>
  );
}

function Blockers({ detail }: { readonly detail: PartProps["detail"] }) {
  const words = pageWords.use();
  if (offerOf(detail, "startPlacement")?.blocked === undefined) return null;
  return (
    <p class="small quiet unprinted" id="start-blocked">
      {words.cannotStart}: {detail.blockers.map((blocker) => said(blocker.words)).join("; ")}.
    </p>
  );
}
