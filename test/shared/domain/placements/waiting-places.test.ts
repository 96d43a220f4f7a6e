import * as fc from "fast-check";
import { expect, it } from "vitest";
import { regencies } from "../../../../shared/domain/identifiers/regions.ts";
import { failedRules } from "../../../../shared/domain/matching/rules.ts";
import { widerRegions } from "../../../../shared/domain/placements/placement.ts";
import { waitingPlaceOf, waitingPlacesWithinReach } from "../../../../shared/domain/placements/waiting-places.ts";
import { willingness } from "../../../../shared/domain/reference/reach.ts";
import { often, runs } from "../../../builders/runs.ts";
import { client, terms, vacancy } from "../matching/records.ts";

const anyRegency = fc.constantFrom(...regencies.map((regency) => regency.code));
/** Near places are likelier than by chance. */
const pairs = fc.oneof(
  fc.tuple(anyRegency, anyRegency),
  anyRegency.map((code) => [code, code] as const),
  fc.constantFrom(["36.03", "36.04"], ["36.03", "32.01"], ["31.71", "36.71"], ["51.03", "35.10"]),
);

it("a vacancy looks where somebody waits exactly if the rules let that client go there", () => {
  const reached = { yes: 0, no: 0 };
  fc.assert(
    fc.property(
      pairs,
      fc.constantFrom(...willingness),
      fc.constantFrom(undefined, ...widerRegions),
      ([home = "", there = ""], named, widened) => {
        const place = waitingPlaceOf({ regencyCode: home, willingness: named, widened });
        const matchingClient = { ...client, regencyCode: home, willingness: widened ?? named };
        const isWithin = !failedRules(matchingClient, { ...vacancy, regencyCode: there }, terms).includes("REGION");
        expect(waitingPlacesWithinReach(there).includes(place)).toBe(isWithin);
        reached[isWithin ? "yes" : "no"] += 1;
      },
    ),
    runs(5000),
  );
  expect(Math.min(reached.yes, reached.no)).toBeGreaterThan(often(500));
});

it("a vacancy looks in few places, none of them twice", () => {
  for (const { code } of regencies) {
    const places = waitingPlacesWithinReach(code);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeLessThanOrEqual(12);
  }
});
