/** One line of the inbox: who, what, with whom, until when, and what to do about it. */
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { primaryOf } from "../../acts/primary.ts";
import type { Answer } from "../../api/client.ts";
import { useUnsent } from "../../outbox/outbox.ts";
import { Reach } from "../../parts/reach.tsx";
import { Tag, type Tone } from "../../parts/tag.tsx";
import { useMe } from "../../shell/me.ts";
import { type Due, daysLate, dueOf, lastShortDay, shortDayOf, shortMoment } from "../../words/when.ts";
import { focusAfter } from "./focus.ts";
import { inboxWords } from "./words.ts";

export type Row = Answer<"readInbox">["items"][number];

const tones: Partial<Record<Row["status"], Tone>> = {
  AWAITING_APPROVAL: "due",
  AWAITING_CLIENT: "due",
  AWAITING_REVIEW: "due",
  AWAITING_CONFIRMATION: "due",
  INTERVIEW: "interview",
  AWAITING_EMPLOYER: "others",
  AWAITING_VACANCY: "others",
  AWAITING_CERTIFICATE: "others",
  RANKING: "others",
  AWAITING_DAY: "others",
  AWAITING_NEWS: "good",
  AWAITING_VISIT: "due",
  PLACED: "good",
  COMPLETED: "good",
};

const loadSheet = () => import("../../acts/act-sheet.tsx");
const ActSheet = lazy(async () => ({ default: (await loadSheet()).ActSheet }));
const Stopped = lazy(async () => ({ default: (await import("../placement/conflict.tsx")).WhatHappened }));

export function InboxRow({ row, now }: { readonly row: Row; readonly now: string }) {
  const words = inboxWords.use();
  const me = useMe();
  const zone = me?.office.zone ?? "WIB";
  const due = dueOf(row.deadline, now, zone);
  return (
    <li>
      <div class="row three" data-id={row.id}>
        <div>
          <Link className="name" to="/penempatan/$id" params={{ id: row.placementId }}>
            {row.clientName ?? row.pseudonym}
          </Link>
          <p class="small quiet">{[row.employerName, row.vacancyTitle, row.officerName].filter(Boolean).join(" · ")}</p>
        </div>
        <div class="stack tight">
          <p class="buttons">
            <Tag tone={due === "late" ? "late" : (tones[row.status] ?? "closed")}>
              {words.statuses[row.status]}
              {row.proposals !== undefined && row.status === "AWAITING_APPROVAL" && ` · ${words.proposals(row.proposals)}`}
            </Tag>
            {row.needsCall && <Tag tone="due">{words.call}</Tag>}
            {row.unverified && <Tag tone="closed">{words.unverified}</Tag>}
          </p>
          <p class="small">
            {row.interviewAt && <strong>{shortMoment(row.interviewAt, zone)} </strong>}
            {row.deadline && <Until row={row} due={due} now={now} />}
            {row.pending && <span class="quiet"> {words.pending(shortMoment(row.pending.effectiveAt, zone))}</span>}
          </p>
        </div>
        <RowActs row={row} />
      </div>
    </li>
  );
}

function Until({ row: { deadline = "", status }, due, now }: { readonly row: Row; readonly due: Due; readonly now: string }) {
  const words = inboxWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  // That day is what is waited for, and no deadline.
  if (status === "AWAITING_DAY") return <>{shortDayOf(deadline, zone)}</>;
  return <>{due === "late" ? words.lateBy(daysLate(deadline, now)) : words.until(lastShortDay(deadline, zone))}</>;
}

function RowActs({ row }: { readonly row: Row }) {
  const words = inboxWords.use();
  const me = useMe();
  const unsent = useUnsent(row.placementId);
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const todo: Readonly<Record<string, string>> = words.todo;
  const act = primaryOf(row.acts);
  if (unsent?.state === "stopped" || unsent?.state === "old")
    return (
      <div class="stack tight whole">
        <p>
          <Tag tone="late">{words.stopped}</Tag>
        </p>
        <p class="small">
          <Suspense fallback={null}>
            <Stopped row={unsent} />
          </Suspense>{" "}
          <Link to="/penempatan/$id" params={{ id: row.placementId }}>
            {words.open}
          </Link>
        </p>
      </div>
    );
  return (
    <div class="buttons unprinted" ref={place}>
      {unsent ? (
        <Tag tone="good">{words.sent}</Tag>
      ) : (
        <>
          {act && (
            <button
              type="button"
              class="button"
              onClick={() => setOpen(true)}
              onPointerEnter={() => void loadSheet()}
              onFocus={() => void loadSheet()}
            >
              {act === "verifyPlacement" ? words.verify : (todo[row.status] ?? words.open)}
            </button>
          )}
          {row.needsCall && (
            <Reach short name={row.needsCall.name ?? ""} phone={row.needsCall.numbers?.[0]} from={me?.name ?? ""} />
          )}
        </>
      )}
      {open && act && (
        <Suspense fallback={null}>
          <ActSheet
            placementId={row.placementId}
            act={act}
            close={(done) => {
              setOpen(false);
              if (done) focusAfter(place.current);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
