import * as fc from "fast-check";
import { expect, it } from "vitest";
import { idTable } from "../../../../../shared/domain/matching/engine/id-table.ts";
import { runs } from "../../../../builders/runs.ts";

/** Words of the same FNV-1a hash of 32 bits, by twos. */
const alike = ["costarring", "liquid", "declinate", "macallums", "altarage", "zinke"];
const id = fc.oneof(
  fc.constantFrom(...alike),
  fc.integer({ min: 0, max: 300 }).map((one) => `client-${one}`),
  fc.string({ maxLength: 3 }),
);

it("finds each id where it stands, the table having grown or not, and no other", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 200, size: "max" }), fc.array(id), (given, others) => {
      const ids: string[] = [];
      const table = idTable(ids);
      const places = new Map<string, number>();
      for (const one of given) {
        expect(table.find(one)).toBe(places.get(one) ?? -1);
        if (places.has(one)) continue;
        places.set(one, ids.length);
        ids.push(one);
        table.noteLast();
      }
      for (const one of [...given, ...others]) expect(table.find(one)).toBe(places.get(one) ?? -1);
    }),
    runs(2000),
  );
});
