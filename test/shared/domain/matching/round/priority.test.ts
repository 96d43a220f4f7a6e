import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bandsOfPoints, inverseOf, queueOrder } from "../../../../../shared/domain/matching/round/priority.ts";
import { runs } from "../../../../builders/runs.ts";

const orderOf = (waitingSince: readonly number[], lottery: readonly number[]): number[] => [
  ...queueOrder(Int32Array.from(waitingSince), Float64Array.from(lottery)),
];

describe("the queue", () => {
  it("goes by the longer wait, then by the lottery, then by number", () => {
    expect(orderOf([9, 7, 9, 8], [0.1, 0.9, 0.05, 0.5])).toEqual([3, 0, 2, 1]);
    expect(orderOf([9, 9, 9], [0.5, 0.4, 0.5])).toEqual([1, 0, 2]);
    expect(orderOf([], [])).toEqual([]);
  });

  it("gives everyone a place of their own, behind exactly those who go first", () => {
    const person = fc.record({ day: fc.integer({ min: -2, max: 3 }), drawn: fc.constantFrom(0, 0.25, 0.5, 2 ** 48 - 1) });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), (people) => {
        const sorted = [...people.keys()].sort((a, b) => {
          const [one, other] = [people[a], people[b]];
          return (one?.day ?? 0) - (other?.day ?? 0) || (one?.drawn ?? 0) - (other?.drawn ?? 0) || a - b;
        });
        const order = orderOf(
          people.map(({ day }) => day),
          people.map(({ drawn }) => drawn),
        );
        expect(order).toEqual([...people.keys()].map((client) => sorted.indexOf(client)));
        expect([...inverseOf(Int32Array.from(order))]).toEqual(sorted);
      }),
      runs(5000),
    );
  });

  it("needs a lottery number for everyone", () => {
    expect(() => orderOf([1, 2], [0.5])).toThrow(RangeError);
  });
});

describe("bands", () => {
  it("begin at their points, the best first, and the last one takes the rest", () => {
    expect([...bandsOfPoints([4, 2], 5)]).toEqual([2, 2, 1, 1, 0, 0]);
    expect([...bandsOfPoints([], 2)]).toEqual([0, 0, 0]);
  });
});
