/** Seats go in the order in which people were named, then to whoever has waited longest; nobody is lost on the way. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Batch, statusOf } from "../../../../shared/domain/training/batch.ts";
import { attend, enrol, leave, moveUp, presentOf, seatsFree } from "../../../../shared/domain/training/participants.ts";
import { idNo } from "../../../builders/ids.ts";
import { runs } from "../../../builders/runs.ts";

const now = "2026-03-02T02:00:00.000Z";
const at = (minutes: number): string => new Date(Date.parse(now) + minutes * 60_000).toISOString();
const batchOf = (seats: number): Batch => ({
  id: idNo("batch", 1),
  officeId: "bapas-ciangir",
  title: "Teknik sepeda motor",
  units: [],
  skills: [],
  instructorFrom: "KEMNAKER",
  siteKind: "BLK",
  regencyCode: "36.03",
  seats,
  startsOn: "2026-03-02",
  endsOn: "2026-04-30",
  cancelled: false,
  status: "OPEN",
  participants: [],
  attendance: [],
  openedBy: idNo("staff", 1),
  openedAt: now,
  version: 1,
});
const client = (no: number): string => idNo("client", no);
const inState = (batch: Batch, wanted: string) =>
  batch.participants.filter(({ state }) => state === wanted).map(({ clientId }) => clientId);

describe("the seats of a batch", () => {
  it("go in the order that is given, and then to whoever waits longest", () => {
    const full = enrol(batchOf(2), [1, 2, 3].map(client), at(0));
    const more = enrol(full, [4, 1].map(client), at(1));
    expect([inState(more, "ENROLLED"), inState(more, "WAITING")]).toEqual([[1, 2].map(client), [3, 4].map(client)]);
    const left = leave(more, [client(1)], at(2));
    expect([inState(left, "ENROLLED"), inState(left, "WAITING"), inState(left, "LEFT")]).toEqual([
      [2, 3].map(client),
      [client(4)],
      [client(1)],
    ]);
    // Whoever comes back waits like anybody new.
    expect(inState(enrol(left, [client(1)], at(3)), "WAITING")).toEqual([client(4), client(1)]);
    expect(inState(moveUp({ ...left, seats: 5 }, at(4)), "ENROLLED").toSorted()).toEqual([2, 3, 4].map(client));
  });

  it("are never more than there are, none is free while somebody waits, and everybody stays known", () => {
    const step = fc.record({ who: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1 }), goes: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.array(step, { maxLength: 12 }), (seats, steps) => {
        let batch = batchOf(seats);
        const known = new Set<string>();
        for (const [minute, { who, goes }] of steps.entries()) {
          const ids = who.map(client);
          batch = goes ? leave(batch, ids, at(minute)) : enrol(batch, ids, at(minute));
          if (!goes) for (const id of ids) known.add(id);
          expect(inState(batch, "ENROLLED").length).toBeLessThanOrEqual(seats);
          if (inState(batch, "WAITING").length > 0) expect(seatsFree(batch)).toBe(0);
          expect(batch.participants.map(({ clientId }) => clientId).toSorted()).toEqual([...known].toSorted());
        }
      }),
      runs(1000),
    );
  });
});

it("a batch is over once everybody with a seat has a result, whoever else waited or left", () => {
  const some = enrol(batchOf(2), [1, 2, 3].map(client), at(0));
  expect(statusOf(some)).toBe("OPEN");
  const done = (state: "COMPLETED" | "NOT_COMPLETED", no: number, batch: Batch): Batch => ({
    ...batch,
    participants: batch.participants.map((one) => (one.clientId === client(no) ? { ...one, state } : one)),
  });
  expect(statusOf(done("COMPLETED", 1, some))).toBe("OPEN");
  expect(statusOf(done("NOT_COMPLETED", 2, done("COMPLETED", 1, some)))).toBe("COMPLETED");
  expect(statusOf({ ...some, cancelled: true })).toBe("CANCELLED");
  expect(statusOf(leave(some, [1, 2, 3].map(client), at(1)))).toBe("OPEN");
});

it("the attendance of a day is that which was written last", () => {
  const once = attend(enrol(batchOf(3), [1, 2].map(client), at(0)), "2026-03-03", [client(1)]);
  const twice = attend(attend(once, "2026-03-02", []), "2026-03-03", [client(2)]);
  expect(twice.attendance.map(({ day }) => day)).toEqual(["2026-03-02", "2026-03-03"]);
  expect([presentOf(twice, client(1)), presentOf(twice, client(2))]).toEqual([2, 1]);
});
