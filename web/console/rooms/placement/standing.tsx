/** Who is waited for, until when, what happens if they stay silent, and how they are reached. */
import { formatLongDate } from "../../../../shared/domain/calendar/format.ts";
import { hourOf } from "../../../../shared/domain/placements/appointment.ts";
import { placementStatusRows } from "../../../../shared/domain/placements/statuses.ts";
import { asksOfficer } from "../../../../shared/domain/process/status.ts";
import { statusWords } from "../../../../shared/messages/status-words.ts";
import { askedEntry, nameOf } from "../../acts/entry.ts";
import type { Placement } from "../../acts/send.ts";
import { Reach } from "../../parts/reach.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useMe } from "../../shell/me.ts";
import { language, said } from "../../words/language.ts";
import { daysLate, lastShortDay, shortMoment } from "../../words/when.ts";
import { ifSilent } from "./silent.ts";
import { placementWords } from "./words.ts";

export function Standing({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const me = useMe();
  const zone = me?.office.zone ?? "WIB";
  const { status, deadline, reason, pending, startedOn, confirmedBy } = placement;
  const asked = askedEntry(placement);
  const isOver = status === "PLACED" || status === "CLOSED" || status === "RANKING";
  const isLate = deadline !== undefined && me !== undefined && deadline <= me.now;
  const row = placementStatusRows[status];
  const isOurs = row.kind === "WAITS" && asksOfficer(row);
  const silent = ifSilent(placement, words);
  const why = reason === undefined ? undefined : statusWords[reason];
  const sides: Readonly<Record<string, string>> = words.sides;
  return (
    <>
      <div class="stack tight">
        <h2 id="standing">
          <span class="quiet">{isOver ? words.stands : words.waiting}</span> {words.statuses[status]}
          {asked && status !== "CLOSED" && `: ${nameOf(asked)}`}
        </h2>
        {why && <p>{said(why)}</p>}
        {!isOver && deadline && (
          <p class="buttons">
            <Tag tone={isLate ? "late" : isOurs ? "due" : "others"}>{words.until(lastShortDay(deadline, zone))}</Tag>
            {isLate && me && <span>{words.late(daysLate(deadline, me.now))}</span>}
            {placement.deadlineProvisional && <span class="small quiet">{words.provisional}</span>}
          </p>
        )}
        {silent && (
          <p class="small">
            <span class="quiet">{words.silent}:</span> {silent}
          </p>
        )}
        {startedOn && <p>{words.started(formatLongDate(startedOn, language()))}</p>}
        {confirmedBy.length > 0 && <p>{words.confirmed(confirmedBy.map((side) => sides[side] ?? side).join(", "))}</p>}
        {pending && (
          <p class="note" data-tone="others">
            {words.pending(shortMoment(pending.effectiveAt, zone))}
          </p>
        )}
      </div>
      {status === "INTERVIEW" && <Appointment placement={placement} />}
      {!isOver || status === "PLACED" ? <Contact placement={placement} /> : null}
    </>
  );
}

function Appointment({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const { interview } = placement;
  if (interview === undefined) return null;
  const hour = hourOf(interview);
  return (
    <>
      {interview.absence && (
        <p class="note" data-tone="due">
          {words.absence}
        </p>
      )}
      <dl class="facts">
        {hour && (
          <>
            <dt>{words.agreed}</dt>
            <dd>
              {shortMoment(hour, zone)}
              {interview.agreement?.by !== "OFFICER" && interview.agreement?.by !== "EMPLOYER" && (
                <small class="quiet"> ({words.byDefault})</small>
              )}
            </dd>
          </>
        )}
        {interview.proposed.length > 1 && (
          <>
            <dt>{words.proposedTimes}</dt>
            <dd>{interview.proposed.map((time) => shortMoment(time, zone)).join("; ")}</dd>
          </>
        )}
        {interview.place && (
          <>
            <dt>{words.place}</dt>
            <dd>{interview.place}</dd>
          </>
        )}
        {interview.askFor && (
          <>
            <dt>{words.askFor}</dt>
            <dd>{interview.askFor}</dd>
          </>
        )}
        {interview.number && (
          <>
            <dt>{words.number}</dt>
            <dd>{interview.number}</dd>
          </>
        )}
      </dl>
    </>
  );
}

function Contact({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const me = useMe();
  const { contact, clientName, clientPhone, needsCall, status } = placement;
  const asksClient = status === "AWAITING_CLIENT" || placement.interview?.absence !== undefined;
  const person = asksClient
    ? { name: clientName, phone: clientPhone }
    : contact && { name: contact.name, phone: contact.phone ?? contact.whatsapp ?? contact.landline?.number };
  return (
    <>
      {needsCall && (
        <blockquote class="readout">
          <p class="small strong">{words.needsCall[needsCall.why]}</p>
          <p class="small quiet">{words.readOut}</p>
          <p>{needsCall.text}</p>
        </blockquote>
      )}
      {person && (
        <p class="buttons">
          <span>
            <span class="quiet">{words.contact}</span> {person.name}
            {!asksClient && contact && (
              <small class="quiet"> {[...contact.numbers, contact.email].filter(Boolean).join(", ")}</small>
            )}
          </span>
          <span class="buttons unprinted">
            <Reach name={person.name} phone={person.phone} from={me?.name ?? ""} />
          </span>
        </p>
      )}
      {!asksClient && contact?.colleague && <p class="small">{words.colleague(contact.colleague.name)}</p>}
    </>
  );
}
