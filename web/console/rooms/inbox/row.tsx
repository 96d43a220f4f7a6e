/** One line of the inbox: who, what, with whom, until when, and what to do about it. */
import { Link } from "@tanstack/react-router";
import type { Answer } from "../../api/client.ts";
import { useUnsent } from "../../outbox/outbox.ts";
import { Tag, type Tone } from "../../parts/tag.tsx";
import { useMe } from "../../shell/me.ts";
import { pathOf } from "../../shell/menu.ts";
import { daysLate, dueOf, lastShortDay, shortMoment } from "../../words/when.ts";
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
  AWAITING_NEWS: "good",
  AWAITING_VISIT: "due",
  PLACED: "good",
  COMPLETED: "good",
};

export function InboxRow({ row, now }: { readonly row: Row; readonly now: string }) {
  const words = inboxWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const unsent = useUnsent(row.placementId);
  const due = dueOf(row.deadline, now, zone);
  const todo: Readonly<Record<string, string>> = words.todo;
  const to: string = `${pathOf("placements")}/${row.placementId}`;
  return (
    <li>
      <div class="row three" data-id={row.id}>
        <div>
          <Link className="name" to={to}>
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
            {row.deadline &&
              (due === "late" ? words.lateBy(daysLate(row.deadline, now)) : words.until(lastShortDay(row.deadline, zone)))}
            {row.pending && <span class="quiet"> {words.pending(shortMoment(row.pending.effectiveAt, zone))}</span>}
          </p>
        </div>
        <p class="buttons unprinted">
          {unsent ? (
            <Tag tone={unsent.state === "stopped" || unsent.state === "old" ? "late" : "good"}>
              {unsent.state === "stopped" || unsent.state === "old" ? words.stopped : words.sent}
            </Tag>
          ) : (
            row.status in todo && <span class="button">{todo[row.status]}</span>
          )}
        </p>
      </div>
    </li>
  );
}
