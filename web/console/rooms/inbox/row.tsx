/** One line of the inbox: who, what, with whom, until when, and what to do about it. */
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import { statusButtons, statusLines } from "../../../../shared/messages/status-words.ts";
import { primaryOf } from "../../acts/primary.ts";
import type { Answer } from "../../api/client.ts";
import { submit, useUnsent } from "../../outbox/outbox.ts";
import { isDelayed } from "../../outbox/row.ts";
import { Reach } from "../../parts/reach.tsx";
import { RowLink } from "../../parts/row-link.tsx";
import { Tag, type Tone } from "../../parts/tag.tsx";
import { withNetwork } from "../../parts/with-network.ts";
import type { Me } from "../../shell/me.ts";
import { said } from "../../words/language.ts";
import { type Due, daysLate, dueOf, lastShortDay, shortDayOf, shortMoment } from "../../words/when.ts";
import { focusAfter } from "./focus.ts";
import type { InboxWords } from "./words.ts";

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

const loadSheet = () => withNetwork(() => import("../../acts/act-sheet.tsx"));
const ActSheet = lazy(async () => ({ default: (await loadSheet()).ActSheet }));
const Stopped = lazy(async () => ({ default: (await import("../placement/conflict.tsx")).WhatHappened }));

/** What the lines of a list share: read once for all of them. */
export type Around = { readonly words: InboxWords; readonly me: Me | undefined; readonly now: string };

const zoneOf = (me: Me | undefined) => me?.office.zone ?? "WIB";

export function InboxRow({ row, around }: { readonly row: Row; readonly around: Around }) {
  const { words, me, now } = around;
  const zone = zoneOf(me);
  const due = dueOf(row.deadline, now, zone);
  return (
    <li>
      <div class="row three work" data-id={row.id}>
        <div>
          <RowLink to={`/penempatan/${row.placementId}`}>{row.clientName ?? row.pseudonym}</RowLink>
          <p class="small quiet">{[row.employerName, row.vacancyTitle, row.officerName].filter(Boolean).join(" · ")}</p>
        </div>
        <div class="stack tight">
          <p class="buttons">
            <Tag tone={due === "late" ? "late" : (tones[row.status] ?? "closed")}>
              {said(statusLines[row.status])}
              {row.proposals !== undefined && row.status === "AWAITING_APPROVAL" && ` · ${words.proposals(row.proposals)}`}
            </Tag>
            {row.needsCall && <Tag tone="due">{words.call}</Tag>}
            {row.unverified && <Tag tone="closed">{words.unverified}</Tag>}
          </p>
          <p class="small">
            {row.interviewAt && <strong>{shortMoment(row.interviewAt, zone)} </strong>}
            {row.deadline && until(row, due, around)}
            {row.status === "AWAITING_CLIENT" && !row.clientPhone && <span class="quiet"> {words.atReport}</span>}
            {row.pending && <span class="quiet"> {words.pending(shortMoment(row.pending.effectiveAt, zone))}</span>}
          </p>
        </div>
        <RowActs row={row} around={around} />
      </div>
    </li>
  );
}

function until({ deadline = "", status }: Row, due: Due, { words, me, now }: Around): string {
  const zone = zoneOf(me);
  // That day is what is waited for, and no deadline.
  if (status === "AWAITING_DAY") return shortDayOf(deadline, zone);
  return due === "late" ? words.lateBy(daysLate(deadline, now)) : words.until(lastShortDay(deadline, zone));
}

/** Acts whose button says more than their status does. */
const named: Partial<Record<string, "verify" | "setTime" | "hear">> = {
  verifyPlacement: "verify",
  "recordInterview.AGREED": "setTime",
  "recordInterview.CLIENT_HEARD": "hear",
};

function RowActs({ row, around: { words, me } }: { readonly row: Row; readonly around: Around }) {
  const unsent = useUnsent(row.placementId);
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = statusButtons[row.status];
  const act = primaryOf(row.acts, { lacksHour: row.status === "INTERVIEW" && row.interviewAt === undefined });
  const opened = (): void =>
    void submit({
      key: crypto.randomUUID(),
      route: "recordContact",
      asked: { params: { id: row.clientId }, body: { how: "WHATSAPP", who: "CLIENT", outcome: "OPENED" } },
      about: row.clientId,
      act: "recordContact",
    });
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
        <Tag tone={isDelayed(unsent) ? "others" : "good"}>{isDelayed(unsent) ? words.delayed : words.sent}</Tag>
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
              {named[act] ? words[named[act]] : button ? said(button) : words.open}
            </button>
          )}
          {row.clientPhone && !row.needsCall && (
            <Reach short name={row.clientName ?? ""} phone={row.clientPhone} from={me?.name ?? ""} opened={opened} />
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
