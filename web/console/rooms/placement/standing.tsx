/** Who is waited for, until when, what happens if they stay silent, and how they are reached. */
import { Link } from "@tanstack/react-router";
import { formatLongDate } from "../../../../shared/domain/calendar/format.ts";
import { closingWords } from "../../../../shared/messages/closing-words.ts";
import { statusHeads, statusWords } from "../../../../shared/messages/status-words.ts";
import { askedEntry, nameOf } from "../../acts/entry.ts";
import type { Placement } from "../../acts/send.ts";
import { actWords } from "../../acts/words.ts";
import { submit } from "../../outbox/outbox.ts";
import { Reach } from "../../parts/reach.tsx";
import { Tag } from "../../parts/tag.tsx";
import { useMe } from "../../shell/me.ts";
import { language, said } from "../../words/language.ts";
import { daysLate, lastShortDay, shortMoment } from "../../words/when.ts";
import { silentIn } from "./silent.ts";
import { type PlacementWords, placementWords } from "./words.ts";

export function Standing({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const { start } = actWords.use();
  const me = useMe();
  const zone = me?.office.zone ?? "WIB";
  const { status, waitingFor, deadline, reason, closedBecause, pending, startedOn, confirmedBy } = placement;
  const asked = askedEntry(placement);
  const isOver = status === "PLACED" || status === "CLOSED" || status === "RANKING";
  const isLate = deadline !== undefined && me !== undefined && deadline <= me.now;
  const isOurs = waitingFor.includes("officer");
  const hasConfirmed = status === "AWAITING_CONFIRMATION" && !isOurs;
  const silent = saidOf(silentIn(placement), words);
  const why = reason === undefined ? undefined : statusWords[reason];
  const sides: Readonly<Record<string, string>> = words.sides;
  return (
    <>
      <div class="stack tight">
        <h2 id="standing">
          <span class="quiet">{isOver ? words.stands : words.waiting}</span> {said(statusHeads[status])}
          {asked && status !== "CLOSED" && `: ${nameOf(asked)}`}
        </h2>
        {why && (
          <p>{[why, closedBecause && closingWords[closedBecause]].flatMap((text) => (text ? [said(text)] : [])).join(": ")}</p>
        )}
        {!isOver && deadline && (
          <p class="buttons">
            <Tag tone={isLate ? "late" : isOurs ? "due" : "others"}>{words.until(lastShortDay(deadline, zone))}</Tag>
            {isLate && me && <span>{words.late(daysLate(deadline, me.now))}</span>}
            {placement.deadlineProvisional && <span class="small quiet">{words.provisional}</span>}
          </p>
        )}
        {status === "AWAITING_CLIENT" && placement.clientPhone === undefined && <p class="small">{words.atReport}</p>}
        {silent && (
          <p class="small">
            <span class="quiet">{words.silent}:</span> {silent}
          </p>
        )}
        {startedOn && <p>{words.started(formatLongDate(startedOn, language()))}</p>}
        {confirmedBy.length > 0 && <p>{words.confirmed(confirmedBy.map((side) => sides[side] ?? side).join(", "))}</p>}
        {hasConfirmed && <p class="note">{words.youConfirmed}</p>}
        {placement.evidence && (
          <p class="small">
            {[
              start.evidences[placement.evidence],
              placement.contractType && start.contracts[placement.contractType],
              placement.writtenContract !== undefined && `${start.written}: ${placement.writtenContract ? start.yes : start.no}`,
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        )}
        {pending && (
          <p class="note" data-tone="others">
            {words.pending(shortMoment(pending.effectiveAt, zone))}
          </p>
        )}
      </div>
      {status === "INTERVIEW" && <Appointment placement={placement} />}
      {status === "INTERVIEW" && placement.clientPhone && <TellClient placement={placement} />}
      {!isOver || status === "PLACED" ? <Contact placement={placement} /> : null}
    </>
  );
}

function saidOf(silent: ReturnType<typeof silentIn>, words: PlacementWords): string | undefined {
  switch (silent?.kind) {
    case "again":
      return words.again[silent.to];
    case "review":
      return words.leadsToReview;
    case "close":
      return words.leadsToClose;
    case "asksOn":
      return words.asksOn;
    case "next":
      return silent.name === undefined ? words.leadsToNobody : words.leadsToNext(silent.name);
    case undefined:
      return undefined;
  }
}

function Appointment({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const zone = useMe()?.office.zone ?? "WIB";
  const { interview } = placement;
  if (interview === undefined) return null;
  // A time that was proposed is none that was agreed: none of them may suit the client.
  const hour = interview.agreedAt;
  return (
    <>
      {interview.absence && (
        <p class="note" data-tone="due">
          {words.absence}
        </p>
      )}
      {hour === undefined && (
        <p class="note" data-tone="due">
          {words.noneSuits}
        </p>
      )}
      <dl class="facts">
        {hour && (
          <>
            <dt>{words.agreed}</dt>
            <dd>
              {shortMoment(hour, zone)}
              {interview.agreement?.by === "DEFAULT" && (
                <small class="quiet"> ({interview.proposed.length > 1 ? words.byDefault : words.onlyTime})</small>
              )}
            </dd>
          </>
        )}
        {(interview.proposed.length > 1 || hour === undefined) && (
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

/** That WhatsApp was opened for the client: that is all that is known of it. */
const noteOpened = (id: string): void =>
  void submit({
    key: crypto.randomUUID(),
    route: "recordContact",
    asked: { params: { id }, body: { how: "WHATSAPP", who: "CLIENT", outcome: "OPENED" } },
    about: id,
    act: "recordContact",
  });

/** The client hears of the interview from the officer. */
function TellClient({ placement: { clientId, clientName, clientPhone } }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const me = useMe();
  return (
    <p class="buttons">
      <span>
        <span class="quiet">{words.tellClient}</span> {clientName}
      </span>
      <span class="buttons unprinted">
        <Reach name={clientName} phone={clientPhone} from={me?.name ?? ""} opened={() => noteOpened(clientId)} />
      </span>
    </p>
  );
}

function Contact({ placement }: { readonly placement: Placement }) {
  const words = placementWords.use();
  const me = useMe();
  const { contact, clientId, clientName, clientPhone, needsCall, status } = placement;
  const asked = askedEntry(placement);
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
            <Reach
              name={person.name}
              phone={person.phone}
              from={me?.name ?? ""}
              {...(asksClient ? { opened: () => noteOpened(clientId) } : {})}
            />
          </span>
        </p>
      )}
      {!asksClient && contact && contact.numbers.length === 0 && asked && (
        <p class="small">
          {words.noNumber}{" "}
          <Link to="/pemberi-kerja/$id" params={{ id: asked.employerId }}>
            {words.addNumber}
          </Link>
        </p>
      )}
      {!needsCall && placement.readOut && (
        <details class="small unprinted">
          <summary>{words.whenCalling}</summary>
          <blockquote class="readout">
            <p>{placement.readOut}</p>
          </blockquote>
        </details>
      )}
      {!asksClient && contact?.colleague && <p class="small">{words.colleague(contact.colleague.name)}</p>}
    </>
  );
}
