/** Who it is, how to reach them, and the acts on the client as a whole. */
import { Link } from "@tanstack/react-router";
import { localDateOf } from "../../../../../shared/domain/calendar/instant.ts";
import { submit, useUnsent } from "../../../outbox/outbox.ts";
import { Icon } from "../../../parts/icons.tsx";
import { Reach } from "../../../parts/reach.tsx";
import { useStaffNames } from "../../../parts/staff.ts";
import { Tag } from "../../../parts/tag.tsx";
import { useMe } from "../../../shell/me.ts";
import { said } from "../../../words/language.ts";
import { fullDay, shortDay } from "../../../words/when.ts";
import { clientsWords } from "../words.ts";
import { offerOf } from "./detail.ts";
import type { PartProps } from "./parts.tsx";
import { useReporting } from "./reporting.ts";
import { isCertified, outsideLater, submitStart } from "./start.ts";
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
  const current = detail.attempts.find((attempt) => attempt.id === detail.client.openPlacement);
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
          {/* Who is at work, or on the way to it, is not told by what was recorded before. */}
          {current ? (
            <Tag tone={current.status === "PLACED" ? "good" : "others"}>{said(current.words)}</Tag>
          ) : (
            <Tag tone={tones[status]}>{statuses[status]}</Tag>
          )}
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
  const outside = outsideLater(detail, me);
  const { openPlacement } = detail.client;
  if (openPlacement)
    return (
      <Link className="button first" to="/penempatan/$id" params={{ id: openPlacement }}>
        {words.toPlacement}
      </Link>
    );
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
        if (outside === undefined && me && isCertified(detail, localDateOf(me.now, me.office.zone)))
          void submitStart(detail.client.id, crypto.randomUUID(), false);
        else open({ kind: "start" });
      }}
    >
      {words.start}
    </button>
  );
}

function Blockers({ detail }: { readonly detail: PartProps["detail"] }) {
  const words = pageWords.use();
  const me = useMe();
  if (detail.client.openPlacement || offerOf(detail, "startPlacement") === undefined) return null;
  const outside = outsideLater(detail, me);
  return (
    <>
      {detail.blockers.length > 0 && (
        <p class="small unprinted" id="start-blocked">
          <span class="quiet">{words.cannotStart}:</span> {detail.blockers.map((blocker) => said(blocker.words)).join("; ")}.
        </p>
      )}
      {outside && (
        <p class="note small unprinted" data-tone="due">
          <strong>{words.outsideLater(fullDay(outside))}</strong> {words.outsideMeans}
        </p>
      )}
    </>
  );
}
