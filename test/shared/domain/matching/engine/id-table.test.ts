import * as fc from "fast-check";
import { expect, it } from "vitest";
import { idTable } from "../../../../../shared/domain/matching/engine/id-table.ts";
import { runs } from "../../../../builders/runs.ts";

/** Words of the same FNV-1a hash of 32 bits, by twos. */
const alike = ["costarring", "liquid", "declinate", "macallums", "altarage", "zinke"];
const id = fc.oneof(
  fc.constantFrom(...alike),
  fc.integer({ min: 0, max: 300 }).map((number) => `client-${number}`),
  fc.string({ maxLength: 3 }),
);

it("finds each id where it stands, the table having grown or not, and no other", () => {
  fc.assert(
    fc.property(fc.array(id, { maxLength: 200, size: "max" }), fc.array(id), (given, others) => {
      const ids: string[] = [];
      const table = idTable(ids);
      const places = new Map<string, number>();
      for (const text of given) {
        expect(table.find(text)).toBe(places.get(text) ?? -1);
        if (places.has(text)) continue;
        places.set(text, ids.length);
        ids.push(text);
        table.noteLast();
      }
      for (const text of [...given, ...others]) expect(table.find(text)).toBe(places.get(text) ?? -1);
    }),
    runs(2000),
  );
});
