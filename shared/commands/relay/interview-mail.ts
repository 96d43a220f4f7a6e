/** What a mail says of an interview, in words and as a file for the receiver's calendar. */
import { formatDateTime } from "../../domain/calendar/format.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import type { Zone } from "../../domain/calendar/zone.ts";
import { numbersOf } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import type { CalledOff } from "../../domain/process/called-off.ts";
import type { Process } from "../../domain/processes.ts";
import { writeCalendar } from "../../messages/calendar.ts";
import { calendarMails, causeWords, type InterviewFacts, type MailFacts, type MailName } from "../../messages/mails.ts";
import type { OutgoingMail } from "./outside.ts";

export type InterviewMail = {
  readonly process: Process;
  readonly zone: Zone;
  readonly employer: Employer | undefined;
  readonly calledOff: CalledOff | undefined;
};

/** The interview of a process in words; empty where there is none. */
export function interviewFacts({ process, zone, employer, calledOff }: InterviewMail): InterviewFacts {
  const interview = process.kind === "PLACEMENT" ? process.interview : undefined;
  const at = calledOff?.at ?? interview?.agreedAt;
  return {
    when: at ? formatDateTime(at, zone) : "",
    place: interview?.place ?? (interview?.number ? "lewat telepon" : (employer?.legalName ?? "-")),
    number: interview?.number ?? (employer ? (numbersOf(employer.contact)[0] ?? "") : ""),
    askFor: interview?.askFor ?? employer?.contact.name ?? "-",
    proposed: (interview?.proposed ?? []).map((time) => formatDateTime(time, zone)).join("; "),
    byDefault: !calledOff && interview?.agreement?.by === "DEFAULT",
    because: calledOff ? causeWords[calledOff.cause] : "",
  };
}

type File = NonNullable<OutgoingMail["attachments"]>[number];

/** The calendar file that goes with a mail to an employer, where one does. @param organizer the address that mails come from */
export function calendarOf(
  name: MailName,
  { process, calledOff }: InterviewMail,
  facts: MailFacts,
  { to, organizer, madeAt }: { readonly to: string; readonly organizer: string; readonly madeAt: Instant },
): readonly File[] {
  if (process.kind !== "PLACEMENT") return [];
  const { interview } = process;
  const held = interview?.agreedAt && { no: interview.no, sequence: interview.sequence, at: interview.agreedAt };
  const event = calledOff ?? (calendarMails.includes(name) ? held : undefined);
  if (!event) return [];
  const method = calledOff ? "CANCEL" : "REQUEST";
  const content = writeCalendar({
    uid: `${process.id}-${event.no}@${organizer.slice(organizer.lastIndexOf("@") + 1)}`,
    sequence: event.sequence,
    method,
    startsAt: event.at,
    madeAt,
    summary: `Wawancara: kandidat ${facts.candidate}`,
    description: calledOff
      ? `Tidak jadi: ${facts.interview.because}.`
      : `Lowongan ${facts.vacancy}. Temui: ${facts.interview.askFor}.`,
    location: calledOff ? undefined : facts.interview.place,
    organizer,
    attendee: to,
  });
  return [{ fileName: "wawancara.ics", contentType: `text/calendar; charset=UTF-8; method=${method}`, content }];
}
