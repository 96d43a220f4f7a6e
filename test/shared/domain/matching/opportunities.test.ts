import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isEligible } from "../../../../shared/domain/matching/eligibility.ts";
import type { MatchingClient, MatchingTerms, MatchingVacancy } from "../../../../shared/domain/matching/matching-input.ts";
import {
  certificatesThatOpen,
  findOpportunities,
  type MissingCertificate,
  type Opening,
  provenBy,
} from "../../../../shared/domain/matching/opportunities.ts";
import { often, runs } from "../../../builders/runs.ts";
import { clientWith, officeTerms, vacancies } from "./arbitrary-pairs.ts";
import { certificate, client, terms, vacancy } from "./records.ts";

const post = (id: string, change: Partial<MatchingVacancy> = {}): MatchingVacancy => ({ ...vacancy, id, ...change });
const demanding = (id: string, schemes: readonly string[], minLevel = 0, change: Partial<MatchingVacancy> = {}) =>
  post(id, { certificateRequired: true, schemes, minLevel, ...change });
const openingsOf = (all: readonly MatchingVacancy[], of: MatchingClient = client) => findOpportunities(of, all, terms).openings;
const short = ({ certificate, vacancies: count, seats }: Opening) => {
  const name =
    certificate.kind === "SCHEME"
      ? certificate.scheme
      : certificate.kind === "UNITS"
        ? certificate.units.join("+")
        : certificate.skill;
  return `${certificate.kind} ${name} ${certificate.level}: ${count} with ${seats}`;
};

describe("what one more certificate would open", () => {
  it("is named by the scheme, at the least level that is needed; a higher level opens the lower demands too", () => {
    const all = [
      demanding("va_1", ["LAS"], 2, { seatsFree: 3 }),
      demanding("va_2", ["LAS"], 4, { seatsFree: 2 }),
      demanding("va_3", ["LAS", "OTOMOTIF"], 2),
      post("va_4"),
    ];
    expect(openingsOf(all).map(short)).toEqual([
      "SCHEME LAS 4: 3 with 6",
      "SCHEME LAS 2: 2 with 4",
      "SCHEME OTOMOTIF 2: 1 with 1",
    ]);
    expect(findOpportunities(client, all, terms)).toMatchObject({ considered: 4, eligible: { vacancies: 1, seats: 1 } });
  });

  it("is the units that are missing where no scheme is named; more of them open what asks for fewer", () => {
    const all = [post("va_1", { units: ["A", "B"] }), post("va_2", { units: ["B", "C", "A"] }), post("va_3", { units: ["D"] })];
    const holder = { ...client, certificates: [certificate] };
    expect(openingsOf(all, holder).map(short)).toEqual(["UNITS B+C 0: 2 with 2", "UNITS B 0: 1 with 1", "UNITS D 0: 1 with 1"]);
  });

  it("asks for no level of units where the certificate that is demanded is held at its level, or none is demanded", () => {
    const all = [
      demanding("va_1", ["SERVIS SEPEDA MOTOR"], 2, { units: ["A", "B"] }),
      post("va_2", { units: ["C"], minLevel: 3 }),
    ];
    expect(openingsOf(all, { ...client, certificates: [certificate] }).map(short)).toEqual([
      "UNITS B 0: 1 with 1",
      "UNITS C 0: 1 with 1",
    ]);
  });

  it("stands first with the most seats, of as many seats with the most vacancies", () => {
    const all = [
      demanding("va_1", ["A"], 0, { seatsFree: 2 }),
      demanding("va_2", ["B"]),
      demanding("va_3", ["B"]),
      demanding("va_4", ["C"], 0, { seatsFree: 3 }),
    ];
    expect(openingsOf(all).map(short)).toEqual(["SCHEME C 0: 1 with 3", "SCHEME B 0: 2 with 2", "SCHEME A 0: 1 with 2"]);
  });

  it("is a skill where neither is named, each of those that would do", () => {
    const strange = { skills: ["COOKING", "LAUNDRY"] };
    expect(openingsOf([post("va_1", strange), demanding("va_2", [], 3, strange)]).map(short)).toEqual([
      "SKILL COOKING 3: 2 with 2",
      "SKILL LAUNDRY 3: 2 with 2",
      "SKILL COOKING 0: 1 with 1",
      "SKILL LAUNDRY 0: 1 with 1",
    ]);
  });

  it("is the next level where the scheme is held at a lower one", () => {
    const all = [demanding("va_1", ["SERVIS SEPEDA MOTOR"], 3)];
    expect(openingsOf(all, { ...client, certificates: [certificate] }).map(short)).toEqual([
      "SCHEME SERVIS SEPEDA MOTOR 3: 1 with 1",
    ]);
  });

  it("is nothing where something else is in the way too, or where the vacancy is not believed", () => {
    const others: Partial<MatchingVacancy>[] = [
      { minEducation: 9 },
      { minExperienceYears: 4 },
      { regencyCode: "73.71" },
      { seatsFree: 0 },
      { employerOptOut: true },
      { monthlyWage: 88_800 },
      { seatsFree: 1000 },
      { regencyCode: "36.99" },
    ];
    const all = others.map((change, at) => demanding(`va_${at}`, ["LAS"], 0, change));
    expect(openingsOf(all)).toEqual([]);
  });

  it("says where: the regency with the most seats first, and together they are the whole", () => {
    const all = [
      demanding("va_1", ["LAS"], 0, { regencyCode: "36.03" }),
      demanding("va_2", ["LAS"], 0, { regencyCode: "36.71", seatsFree: 5 }),
      demanding("va_3", ["LAS"], 0, { regencyCode: "36.03" }),
    ];
    expect(openingsOf(all)).toEqual([
      {
        certificate: { kind: "SCHEME", scheme: "LAS", level: 0 },
        vacancies: 3,
        seats: 7,
        regions: [
          { regencyCode: "36.71", vacancies: 1, seats: 5 },
          { regencyCode: "36.03", vacancies: 2, seats: 2 },
        ],
      },
    ]);
  });

  it("is told of twenty certificates at most, those with the most seats", () => {
    const all = Array.from({ length: 30 }, (_one, at) => demanding(`va_${at}`, [`SKEMA ${at}`], 0, { seatsFree: at + 1 }));
    const openings = openingsOf(all);
    expect([openings.length, openings[0]?.seats, openings.at(-1)?.seats]).toEqual([20, 30, 11]);
    expect(findOpportunities(client, all, terms).openingsInAll).toBe(30);
  });
});

/** A client with the vacancies of a market and the terms of the client's office. */
const markets = fc
  .tuple(clientWith(fc.constant("cl_1")), vacancies(14), officeTerms)
  .map(([matchingClient, all, byOffice]) => ({ matchingClient, all, own: byOffice.get(matchingClient.officeId) ?? terms }));
const withOne = (
  matchingClient: MatchingClient,
  certificate: MissingCertificate,
  opened: MatchingVacancy,
  own: MatchingTerms,
): MatchingClient => ({
  ...matchingClient,
  certificates: [...matchingClient.certificates, provenBy(certificate, opened, own)],
});

/** Whether a vacancy may be counted under a certificate: what it needs is that, or less of the same. */
function isWithin(certificate: MissingCertificate, needed: MissingCertificate): boolean {
  if (certificate.kind !== needed.kind || certificate.level < needed.level) return false;
  if (certificate.kind === "SCHEME" && needed.kind === "SCHEME") return certificate.scheme === needed.scheme;
  if (certificate.kind === "SKILL" && needed.kind === "SKILL") return certificate.skill === needed.skill;
  return (
    certificate.kind === "UNITS" && needed.kind === "UNITS" && needed.units.every((unit) => certificate.units.includes(unit))
  );
}

describe("whatever the market", () => {
  it("each vacancy that is counted was closed to the client and is open with that certificate and nothing else changed", () => {
    let counted = 0;
    fc.assert(
      fc.property(markets, ({ matchingClient, all, own }) => {
        const before = JSON.stringify(matchingClient);
        for (const { certificate, ...figures } of findOpportunities(matchingClient, all, own).openings) {
          const opened = all.filter((each) =>
            certificatesThatOpen(matchingClient, each, own).some((needed) => isWithin(certificate, needed)),
          );
          for (const each of opened) {
            expect(isEligible(matchingClient, each, own)).toBe(false);
            expect(isEligible(withOne(matchingClient, certificate, each, own), each, own)).toBe(true);
          }
          expect(figures.vacancies).toBe(opened.length);
          expect(figures.seats).toBe(opened.reduce((sum, each) => sum + each.seatsFree, 0));
          counted += opened.length;
        }
        expect(JSON.stringify(matchingClient)).toBe(before);
      }),
      runs(5000),
    );
    expect(counted).toBeGreaterThan(often(2000));
  });

  it("regions sum up to the whole, what is counted is no more than what is closed, and the most seats come first", () => {
    fc.assert(
      fc.property(markets, ({ matchingClient, all, own }) => {
        const { considered, eligible, openings, openingsInAll } = findOpportunities(matchingClient, all, own);
        const open = all.filter((each) => isEligible(matchingClient, each, own));
        expect(considered).toBe(all.length);
        expect(eligible).toEqual({ vacancies: open.length, seats: open.reduce((sum, each) => sum + each.seatsFree, 0) });
        for (const { vacancies: count, seats, regions } of openings) {
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(all.length - open.length);
          expect(regions.reduce((sum, region) => sum + region.vacancies, 0)).toBe(count);
          expect(regions.reduce((sum, region) => sum + region.seats, 0)).toBe(seats);
          expect(new Set(regions.map((region) => region.regencyCode)).size).toBe(regions.length);
        }
        expect(openings.map((opening) => opening.seats)).toEqual(
          openings.map((opening) => opening.seats).toSorted((a, b) => b - a),
        );
        expect(openings.length).toBe(Math.min(20, openingsInAll));
      }),
      runs(5000),
    );
  });

  it("nothing is missed: a vacancy to which only certificates are in the way opens by some certificate, unless none can", () => {
    let opened = 0;
    fc.assert(
      fc.property(markets, ({ matchingClient, all, own }) => {
        // Somebody who holds every certificate there could be.
        const learned = (each: MatchingVacancy): MatchingClient => ({
          ...matchingClient,
          certificates: ["", ...each.schemes].map((scheme) => ({
            scheme,
            level: 9,
            units: each.units,
            skills: each.skills,
            expiresOn: own.today,
          })),
        });
        for (const each of all) {
          if (isEligible(matchingClient, each, own) || !isEligible(learned(each), each, own)) continue;
          expect(certificatesThatOpen(matchingClient, each, own)).not.toEqual([]);
          opened += 1;
        }
      }),
      runs(5000),
    );
    expect(opened).toBeGreaterThan(often(1000));
  });

  it("the order in which vacancies come makes no difference", () => {
    fc.assert(
      fc.property(markets, ({ matchingClient, all, own }) => {
        expect(findOpportunities(matchingClient, all.toReversed(), own)).toEqual(findOpportunities(matchingClient, all, own));
      }),
      runs(5000),
    );
  });
});
