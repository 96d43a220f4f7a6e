import { describe, expect, it } from "vitest";
import { giveBack, seatClients, seatRow, sit, takeSeat } from "../../../../../shared/domain/matching/round/seating.ts";
import { type SmallMarket, toLists } from "./arbitrary-market.ts";

const all = [0, 1].map((vacancy) => ({ vacancy, points: 1 }));
const market: SmallMarket = {
  seats: [1, 3],
  pairs: [all, all, all, all],
  mostPoints: 1,
  bands: [],
  waitingSince: [0, 0, 0, 0],
  lottery: [0, 1, 2, 3],
};

describe("a seating", () => {
  it("puts the seats of all vacancies in one row", () => {
    expect([...seatRow(toLists(market))]).toEqual([0, 1, 4]);
  });

  it("moves the last one up into a seat that is given back, so that the taken ones stand first", () => {
    const seating = seatClients(toLists(market), Int32Array.of(1, 1, 1, -1));
    const left = seating.seatOf[0] ?? -1;
    sit(seating, 0, 0, takeSeat(seating, 0));
    giveBack(seating, 1, left);
    expect([...seating.assignment]).toEqual([0, 1, 1, -1]);
    expect([...seating.filled]).toEqual([1, 2]);
    expect([1, 2].map((client) => seating.seatOf[client]).sort()).toEqual([1, 2]);
    expect([1, 2].map((seat) => seating.seatOf[seating.holder[seat] ?? -1])).toEqual([1, 2]);
    // The seat at the end is free again.
    expect(takeSeat(seating, 1)).toBe(3);
  });

  it("leaves everyone where they sit when the last seat is given back", () => {
    const seating = seatClients(toLists(market), Int32Array.of(1, 1, 1, -1));
    const left = seating.seatOf[2] ?? -1;
    sit(seating, 2, 0, takeSeat(seating, 0));
    giveBack(seating, 1, left);
    expect([...seating.seatOf].slice(0, 3)).toEqual([1, 2, 0]);
    expect([...seating.filled]).toEqual([1, 2]);
  });

  it("refuses more clients than seats", () => {
    expect(() => seatClients(toLists(market), Int32Array.of(0, -1, 0, 1))).toThrow(
      new RangeError("vacancy 0 has no seat left for client 2"),
    );
  });
});
