/** Where does this placement stand, who is waited for, and what may I do: one page. */

import { Link, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import type { ProcessActName } from "../../../../shared/domain/acts.ts";
import { processPath } from "../../../../shared/pictures/process-path.ts";
import { ActSheet } from "../../acts/act-sheet.tsx";
import { primaryOf } from "../../acts/primary.ts";
import { isStopped, type Placement } from "../../acts/send.ts";
import { actWords } from "../../acts/words.ts";
import { useRead } from "../../api/read.ts";
import { sendAnyway, useOutbox } from "../../outbox/outbox.ts";
import { isDelayed, type Row } from "../../outbox/row.ts";
import { Card } from "../../parts/card.tsx";
import { Icon } from "../../parts/icons.tsx";
import { FittedPicture } from "../../parts/picture.tsx";
import { HistoryEntries, HistorySwitch } from "../../parts/record/history.tsx";
import { Failure, Skeleton } from "../../parts/states.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useTitle } from "../../parts/use-title.ts";
import { pathOf } from "../../shell/menu.ts";
import { language, said } from "../../words/language.ts";
import { StoppedActs } from "./conflict.tsx";
import { FollowUp } from "./follow-up.tsx";
import { Messages } from "./messages.tsx";
import { Shortlist } from "./shortlist.tsx";
import { Standing } from "./standing.tsx";
import { placementWords } from "./words.ts";

/** A task of the system is over within seconds: the page looks again so often, in milliseconds. */
const whileAtWork = 3000;

export function PlacementPage() {
  const { id } = useParams({ from: "/penempatan/$id" });
  const read = useRead("readPlacement", { params: { id } });
  const placement = read.data;
  const isAtWork = placement?.status === "RANKING";
  useTitle(placement?.clientName);
  useEffect(() => {
    if (!isAtWork) return;
    const timer = setInterval(() => void read.refetch(), whileAtWork);
    return () => clearInterval(timer);
  }, [isAtWork, read.refetch]);
  if (placement === undefined)
    return read.error ? <Failure error={read.error} again={() => void read.refetch()} /> : <Skeleton lines={5} />;
  return <Page placement={placement} />;
}

function Page({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const acts = actWords.use().acts;
  const [open, setOpen] = useState<ProcessActName>();
  const { id, status, timeline, withoutCertificate } = placement;
  const passed = timeline.map(({ kind }) => kind);
  const client: string = `${pathOf("clients")}/${placement.clientId}`;
  const pending = usePending(id);
  const withdraws =
    pending.length === 0 && placement.acts.some(({ act, blocked }) => act === "withdrawPlacement" && blocked === undefined);
  return (
    <div class="stack placement">
      <div class="heading">
        <div>
          <p class="small unprinted">
            <Link to="/penempatan" className="back">
              <Icon name="back" />
              {words.list}
            </Link>
          </p>
          <h1>
            <Link to={client} className="quiet-link">
              {placement.clientName}
            </Link>
          </h1>
          <p class="small quiet">{[words.attempt(placement.attempt), words.pseudonym(placement.pseudonym)].join(" · ")}</p>
        </div>
        {withdraws && (
          <button type="button" class="button unprinted" onClick={() => setOpen("withdrawPlacement")}>
            {acts.withdrawPlacement}
          </button>
        )}
      </div>
      <StoppedActs placement={placement} mend={setOpen} />
      <section class="card stack" aria-labelledby="standing">
        <Standing placement={placement} />
        {placement.unverified && (
          <p>
            <Tag tone="due">{words.unverified}</Tag>
          </p>
        )}
        <Acts placement={placement} open={setOpen} />
      </section>
      <section class="card path">
        <FittedPicture draw={(layout) => processPath({ language: language(), layout, status, passed, withoutCertificate })} />
      </section>
      <div class="columns">
        <div class="stack">
          <Shortlist placement={placement} />
          {placement.followUp && <FollowUp placement={placement} />}
        </div>
        <div class="stack">
          <Messages id={id} />
          <Card title={words.history} folds late beside={<HistorySwitch />}>
            <HistoryEntries route="readPlacementHistory" id={id} />
          </Card>
        </div>
      </div>
      {open && <ActSheet placementId={id} act={open} preset close={() => setOpen(undefined)} />}
    </div>
  );
}

/** What was recorded here and is not through yet: what comes after it depends on it. */
const usePending = (about: string): readonly Row[] => useOutbox().filter((row) => row.about === about && !isStopped(row));

function Pending({ rows }: { readonly rows: readonly Row[] }) {
  const words = placementWords.use();
  const recorded: Readonly<Record<string, string>> = actWords.use().recorded;
  return (
    <>
      {rows.map((row) => (
        <p class="note" data-tone={isDelayed(row) ? "others" : "good"} role="status" key={row.key}>
          <strong>{recorded[row.act] ?? row.act}.</strong> {isDelayed(row) ? words.delayed : words.recorded}{" "}
          {row.state === "waiting" && (
            <button type="button" class="button plain" onClick={() => void sendAnyway(row.key)}>
              {words.sendNow}
            </button>
          )}
        </p>
      ))}
    </>
  );
}

/** These stand elsewhere: at the head, or within another sheet. */
const elsewhere: readonly ProcessActName[] = ["withdrawPlacement", "approveShortlist.APPROVE_NONE"];

function Acts({ placement, open }: { readonly placement: Placement; readonly open: (act: ProcessActName) => void }) {
  const words = placementWords.use();
  const { acts } = actWords.use();
  const shown = placement.acts.filter(({ act }) => !elsewhere.includes(act));
  const pending = usePending(placement.id);
  if (pending.length > 0) return <Pending rows={pending} />;
  const free = shown.filter(({ blocked }) => blocked === undefined).map(({ act }) => act);
  const first = primaryOf(free, {
    lacksHour: placement.status === "INTERVIEW" && placement.interview?.agreedAt === undefined,
    confirmed: placement.status === "AWAITING_CONFIRMATION" && !placement.waitingFor.includes("officer"),
  });
  const blocked = shown.filter((offer) => offer.blocked !== undefined);
  if (shown.length === 0) return null;
  return (
    <div class="stack tight unprinted">
      {free.length > 0 && (
        <p class="buttons">
          {[...free.filter((act) => act === first), ...free.filter((act) => act !== first)].map((act) => (
            <button key={act} type="button" class={act === first ? "button first" : "button"} onClick={() => open(act)}>
              {acts[act]}
            </button>
          ))}
        </p>
      )}
      {blocked.length > 0 && (
        <ul class="small quiet" aria-label={words.notNow}>
          {blocked.map((offer) => (
            <li key={offer.act}>
              {acts[offer.act]}: {offer.words && said(offer.words)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
