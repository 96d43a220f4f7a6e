/**
 * A calendar file for one interview (RFC 5545, RFC 5546): small enough that a library for it would outweigh it by far. A
 * calendar knows the interview by its UID, and takes the version with the highest SEQUENCE.
 */
import type { Instant } from "../domain/calendar/instant.ts";

export type CalendarEvent = {
  /** The same for every version of the interview. */
  readonly uid: string;
  readonly sequence: number;
  /** Whether it takes place, or is called off. */
  readonly method: "REQUEST" | "CANCEL";
  readonly startsAt: Instant;
  /** When this version was made. */
  readonly madeAt: Instant;
  readonly summary: string;
  readonly description: string;
  readonly location?: string | undefined;
  /** Mail addresses of who invites and of who gets the file. */
  readonly organizer: string;
  readonly attendee: string;
};

/** How long an interview is kept free for, in milliseconds. */
const length = 60 * 60_000;

/** The file's text, with the line ends of the standard. */
export function writeCalendar(event: CalendarEvent): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Titian Kerja//ID",
    "CALSCALE:GREGORIAN",
    `METHOD:${event.method}`,
    "BEGIN:VEVENT",
    `UID:${event.uid}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.madeAt)}`,
    `DTSTART:${utc(event.startsAt)}`,
    `DTEND:${utc(new Date(Date.parse(event.startsAt) + length).toISOString())}`,
    `SUMMARY:${escaped(event.summary)}`,
    `DESCRIPTION:${escaped(event.description)}`,
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    `ORGANIZER:mailto:${event.organizer}`,
    `ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:${event.attendee}`,
    `STATUS:${event.method === "CANCEL" ? "CANCELLED" : "CONFIRMED"}`,
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** `20260302T020000Z`. */
const utc = (at: Instant): string => `${at.slice(0, 19).replace(/[-:]/g, "")}Z`;

/** Text as a value (3.3.11): what would end it is escaped, a line end is two characters, and no other control is left. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, " ");

const longestLine = 75;
const utf8 = new TextEncoder();

/** A line of at most 75 octets (3.1), the rest in lines that begin with a space; no character is cut in two. */
function folded(line: string): string {
  let octets = 0;
  let text = "";
  for (const character of line) {
    const more = utf8.encode(character).length;
    if (octets + more > longestLine) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += more;
  }
  return text;
}
