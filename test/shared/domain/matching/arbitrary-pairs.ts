/** Clients and vacancies of a small world in which all rules have something to refuse. */
import * as fc from "fast-check";
import { weekdays } from "../../../../shared/domain/calendar/weekdays.ts";
import type {
  MatchingCertificate,
  MatchingClient,
  MatchingTerms,
  MatchingVacancy,
} from "../../../../shared/domain/matching/matching-input.ts";
import { type MatchingWeights, parseWeights } from "../../../../shared/domain/matching/weights.ts";

export const today = "2026-03-02";

/** Home in Tangerang, and places ever further from it: own regency, own province, two next to it, two far away. */
export const regencies = ["36.03", "36.04", "31.71", "32.01", "51.03", "73.71"] as const;
const skills = ["A", "B", "C", "D", "E"] as const;
const allSkills = [...skills, "F", "G", "H", "I", "J", "K", "L", "M", "N"] as const;
const units = ["U1", "U2", "U3"] as const;
const schemes = ["S ONE", "S TWO", "S THREE"] as const;
const employers = ["em_1", "em_2", "em_3"] as const;
const offices = ["of_1", "of_2"] as const;
const some = <T>(values: readonly T[], most = values.length) => fc.subarray([...values], { maxLength: most });
/** What people type: some of it now and then twice. */
const typed = <T>(list: fc.Arbitrary<T[]>): fc.Arbitrary<T[]> =>
  mostly(0, fc.integer({ min: 1, max: 2 })).chain((again) => list.map((item) => [...item, ...item.slice(0, again)]));
/** Mostly little, so that not every pair fails on it. */
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const day = fc.constantFrom("2026-03-01", "2026-03-02", "2026-09-01");
const levels = mostly(0, fc.integer({ min: 1, max: 4 }));

/** Mostly of the few that vacancies name, so that there is something in common. */
const skillsOf = (most: number): fc.Arbitrary<string[]> =>
  fc.oneof({ weight: 4, arbitrary: some<string>(skills, most) }, { weight: 1, arbitrary: some<string>(allSkills, 2 * most) });
const manySkills: fc.Arbitrary<string[]> = fc.shuffledSubarray<string>([...allSkills], { minLength: 5, maxLength: 14 });

const certificate: fc.Arbitrary<MatchingCertificate> = fc.record({
  scheme: fc.constantFrom(...schemes),
  level: levels,
  units: typed(some(units)),
  skills: typed(skillsOf(3)),
  expiresOn: mostly("2027-01-01", day),
});

export const clientWith = (id: fc.Arbitrary<string>): fc.Arbitrary<MatchingClient> =>
  fc.record(
    {
      id,
      officeId: fc.constantFrom(...offices),
      regencyCode: fc.constantFrom(...regencies),
      willingness: fc.constantFrom("OWN_REGENCY", "PROVINCE", "NEIGHBOURING_PROVINCES", "ANYWHERE"),
      education: fc.integer({ min: 1, max: 4 }),
      skills: typed(skillsOf(3)),
      interests: typed(skillsOf(2)),
      aptitudes: typed(skillsOf(1)),
      certificates: fc.array(certificate, { maxLength: 2 }),
      experienceYears: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 0, max: 8 }) },
        { weight: 1, arbitrary: fc.integer({ min: 9, max: 60 }) },
      ),
      barredOccupations: mostly<string[]>([], some(["72", "7231.04", "5", "7231.0", "8", "73"], 2)),
      reportDay: fc.constantFrom(...weekdays),
      reportDays: fc.subarray([...weekdays], { minLength: 2 }),
      exhaustedEmployers: mostly<string[]>([], some(employers, 1)),
      waitingSince: fc.constantFrom("2025-11-01", "2026-01-15", "2026-02-01"),
    },
    { noNullPrototype: true, requiredKeys: [...clientKeys] },
  );
const clientKeys = [
  "id",
  "officeId",
  "regencyCode",
  "willingness",
  "education",
  "skills",
  "interests",
  "aptitudes",
  "certificates",
  "experienceYears",
  "barredOccupations",
  "exhaustedEmployers",
  "waitingSince",
] as const;

export const vacancyWith = (id: fc.Arbitrary<string>): fc.Arbitrary<MatchingVacancy> =>
  fc
    .record({
      id,
      employerId: fc.constantFrom(...employers),
      regencyCode: fc.constantFrom(...regencies),
      kbji: fc.constantFrom(undefined, "7231.04", "7231.1", "7312.01", "5120.00"),
      seatsFree: mostly(1, fc.integer({ min: 0, max: 5 })),
      validUntil: mostly("2026-12-31", day),
      monthlyWage: fc.constantFrom(undefined, 490_000_000, 500_000_000, 620_000_000, 990_000_000),
      wageFloor: mostly<number | undefined>(undefined, fc.constant(500_000_000)),
      workDays: some(weekdays, 2),
      reportDayFree: fc.boolean(),
      minEducation: fc.integer({ min: 0, max: 4 }),
      certificateRequired: fc.boolean(),
      schemes: typed(some(schemes, 2)),
      minLevel: levels,
      // Now and then as many as a row of the index holds (`skillsInRow`), one more, or many more.
      skills: typed(fc.oneof({ weight: 5, arbitrary: some<string>(skills, 4) }, { weight: 1, arbitrary: manySkills })),
      units: typed(mostly<string[]>([], some(units))),
      minExperienceYears: mostly(0, fc.oneof(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 5, max: 60 }))),
      employerOptOut: mostly(false, fc.boolean()),
    })
    .map((item): MatchingVacancy => item);

/** So many of them with ids of their own, in no order. */
const several = <T extends { readonly id: string }>(item: fc.Arbitrary<T>, prefix: string, maxLength: number) =>
  fc
    .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 99 }), item), { selector: ([no]) => no, minLength: 1, maxLength })
    .map((rows): readonly T[] => rows.map(([no, record]) => ({ ...record, id: `${prefix}_${String(no).padStart(2, "0")}` })));

export const vacancies = (maxLength: number): fc.Arbitrary<readonly MatchingVacancy[]> =>
  several(vacancyWith(fc.constant("")), "va", maxLength);

export const clients = (maxLength: number): fc.Arbitrary<readonly MatchingClient[]> =>
  several(clientWith(fc.constant("")), "cl", maxLength);

/** The terms of both offices. */
export const officeTerms: fc.Arbitrary<ReadonlyMap<string, MatchingTerms>> = fc
  .tuple(...offices.map(() => fc.record({ agreementRequired: mostly(false, fc.boolean()), partners: some(employers) })))
  .map(
    (terms) =>
      new Map(
        terms.map(({ agreementRequired, partners }, at) => [
          offices[at] ?? "",
          { today, agreementRequired, partners: new Set<string>(partners) },
        ]),
      ),
  );

const points = (max: number) => fc.integer({ min: 0, max });

/** Weights of which some are nothing. */
export const weights: fc.Arbitrary<MatchingWeights> = fc
  .record({
    version: fc.constant("test"),
    certificate: points(300),
    skills: points(300),
    interest: points(80),
    aptitude: points(40),
    distance: fc.record({ ownRegency: points(150), ownProvince: points(80), neighbouringProvince: points(30) }),
    experience: fc.record({ perYear: points(10), mostYears: points(5) }),
    wage: fc.record({ perPercent: points(2), most: points(50) }),
    agreement: fc.integer({ min: 1, max: 50 }),
    bands: fc.constantFrom([], [300], [500, 250]),
  })
  .map(parseWeights);
