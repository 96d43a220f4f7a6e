/** The calendar file, read back by the rules of RFC 5545. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarEvent, writeCalendar } from "../../../shared/messages/calendar.ts";

const event: CalendarEvent = {
  uid: "pl_x-3@titian.example",
  sequence: 2,
  method: "REQUEST",
  startsAt: "2026-03-04T03:30:00.000Z",
  madeAt: "2026-03-02T02:00:00.000Z",
  summary: "Wawancara: kandidat K-AB12C",
  description: "Lowongan Mekanik; Temui: Bu Rina",
  location: "Jl. Contoh 1, Cikupa",
  organizer: "kerja@titian.example",
  attendee: "pemilik@bengkel.test",
};

/** Lines unfolded (3.1), and the text of a value (3.3.11). */
const linesOf = (file: string): string[] => file.replaceAll("\r\n ", "").split("\r\n").filter(Boolean);
const written = (file: string, name: string): string | undefined =>
  linesOf(file)
    .find((line) => line.startsWith(`${name}:`))
    ?.slice(name.length + 1);
const textOf = (value: string | undefined): string | undefined =>
  value?.replace(/\\([\\;,n])/g, (_, character) => (character === "n" ? "\n" : character));

describe("the calendar file of an interview", () => {
  it("says when it is, where, and which version this is", () => {
    const file = writeCalendar(event);
    expect(linesOf(file)).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Titian Kerja//ID",
      "CALSCALE:GREGORIAN",
      "METHOD:REQUEST",
      "BEGIN:VEVENT",
      "UID:pl_x-3@titian.example",
      "SEQUENCE:2",
      "DTSTAMP:20260302T020000Z",
      "DTSTART:20260304T033000Z",
      "DTEND:20260304T043000Z",
      "SUMMARY:Wawancara: kandidat K-AB12C",
      "DESCRIPTION:Lowongan Mekanik\\; Temui: Bu Rina",
      "LOCATION:Jl. Contoh 1\\, Cikupa",
      "ORGANIZER:mailto:kerja@titian.example",
      "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=FALSE:mailto:pemilik@bengkel.test",
      "STATUS:CONFIRMED",
      "END:VEVENT",
      "END:VCALENDAR",
    ]);
  });

  it("is cancelled under the same identity", () => {
    const file = writeCalendar({ ...event, method: "CANCEL", sequence: 3, location: undefined });
    expect([written(file, "METHOD"), written(file, "STATUS"), written(file, "SEQUENCE")]).toEqual(["CANCEL", "CANCELLED", "3"]);
    expect(written(file, "UID")).toBe(event.uid);
    expect(written(file, "LOCATION")).toBeUndefined();
  });

  it("keeps whatever people type within its value, in lines of at most 75 octets", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (typed) => {
        const file = writeCalendar({ ...event, location: `x${typed}`, description: typed });
        for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(linesOf(file)).toHaveLength(19);
        const shown = `x${typed}`.replace(/\r\n|\r|\n/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");
        expect(textOf(written(file, "LOCATION"))).toBe(shown);
      }),
    );
  });
});
