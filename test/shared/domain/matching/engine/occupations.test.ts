import * as fc from "fast-check";
import { expect, it } from "vitest";
import { numberOccupations } from "../../../../../shared/domain/matching/engine/occupations.ts";
import { runs } from "../../../../builders/runs.ts";

/** Codes as they are, and characters on both sides of the digits and beyond the first plane. */
const code = fc.oneof(
  fc.string({ unit: fc.constantFrom("7", "2", ".", "0"), maxLength: 5 }),
  fc.string({ unit: fc.constantFrom("7", "\u0000", "\uffff", "😀"), maxLength: 3 }),
);

it("makes of a barred beginning the range of just those occupations whose codes begin so", () => {
  fc.assert(
    fc.property(fc.array(fc.option(code, { nil: undefined })), code, (codes, beginning) => {
      const { of, rangeOf } = numberOccupations(codes);
      const [first, after] = rangeOf(beginning);
      codes.forEach((code, vacancy) => {
        const number = of[vacancy] ?? -1;
        expect(number >= first && number < after).toBe(code?.startsWith(beginning) ?? false);
      });
    }),
    runs(5000),
  );
});
