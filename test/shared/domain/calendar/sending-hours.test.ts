import { describe, expect, it } from "vitest";
import { addMilliseconds, instantOf } from "../../../../shared/domain/calendar/instant.ts";
import { placeInSpread, sendingMoment, spreadMs } from "../../../../shared/domain/calendar/sending-hours.ts";

const id = "OB#ob_1";
const morningOf = (day: string) => addMilliseconds(instantOf(day, 8, "WIB"), placeInSpread(id));
const at = (day: string, time: string) => new Date(`${day}T${time}:00.000+07:00`).toISOString();

describe("the moment at which somebody is written to", () => {
  it("is at once within the hours, and from their end the next morning", () => {
    for (const time of ["08:00", "12:30", "16:59"])
      expect(sendingMoment(at("2026-03-02", time), "WIB", id)).toBe(at("2026-03-02", time));
    expect(sendingMoment(at("2026-03-02", "07:59"), "WIB", id)).toBe(morningOf("2026-03-02"));
    for (const time of ["17:00", "23:59"]) expect(sendingMoment(at("2026-03-02", time), "WIB", id)).toBe(morningOf("2026-03-03"));
  });

  it("is on no Sunday and no holiday, and on a Saturday", () => {
    // 7 March 2026 is a Saturday; 18 to 24 March hold Nyepi, its joint leave and Idulfitri.
    expect(sendingMoment(at("2026-03-07", "10:00"), "WIB", id)).toBe(at("2026-03-07", "10:00"));
    expect(sendingMoment(at("2026-03-07", "18:00"), "WIB", id)).toBe(morningOf("2026-03-09"));
    expect(sendingMoment(at("2026-03-08", "10:00"), "WIB", id)).toBe(morningOf("2026-03-09"));
    expect(sendingMoment(at("2026-03-19", "10:00"), "WIB", id)).toBe(morningOf("2026-03-25"));
  });

  it("is the receiver's own: the same moment is early in one zone and within the hours in another", () => {
    const moment = at("2026-03-02", "06:30");
    expect(sendingMoment(moment, "WIT", id)).toBe(moment);
    expect(sendingMoment(moment, "WIB", id)).toBe(morningOf("2026-03-02"));
  });

  it("spreads many over the first half hour, each at its own place", () => {
    const places = Array.from({ length: 500 }, (_, no) => placeInSpread(`OB#ob_${no}`));
    expect(places.every((place) => place >= 0 && place < spreadMs)).toBe(true);
    const minutes = Map.groupBy(places, (place) => Math.floor(place / 60_000));
    expect(minutes.size).toBe(30);
    expect(Math.max(...[...minutes.values()].map((of) => of.length))).toBeLessThan(60);
    expect(placeInSpread("OB#ob_7")).toBe(placeInSpread("OB#ob_7"));
  });
});
