import * as fc from "fast-check";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Certificate } from "../../../../shared/domain/certificates/certificate.ts";
import type { Client } from "../../../../shared/domain/clients/client.ts";
import { type MatchingPlacement, toMatchingClient, toMatchingVacancy } from "../../../../shared/domain/matching/from-records.ts";
import type {
  MatchingCertificate,
  MatchingClient,
  MatchingTerms,
  MatchingVacancy,
} from "../../../../shared/domain/matching/matching-input.ts";
import { firstVacancyRule } from "../../../../shared/domain/matching/rules.ts";
import type { ShortlistEntry } from "../../../../shared/domain/placements/shortlist.ts";
import type { wageBases } from "../../../../shared/domain/vacancies/vacancy.ts";
import { monthlyWageOf } from "../../../../shared/domain/vacancies/wage.ts";
import { buildEmployer, buildVacancy } from "../../../builders/records.ts";
import { runs } from "../../../builders/runs.ts";

const client: Client = {
  id: "cl_01JQZX5T7D0000000000000001",
  officeId: "of_01JQZX5T7D0000000000000001",
  officerId: "st_01JQZX5T7D0000000000000001",
  fullName: "Budi Santoso",
  sex: "MALE",
  birthDate: "1990-05-17",
  domicile: { regencyCode: "36.03" },
  education: "SMK",
  skills: ["AUTOMOTIVE"],
  interests: ["AUTOMOTIVE"],
  aptitudes: ["WELDING"],
  drivingLicences: [],
  experienceYears: 2,
  willingness: "PROVINCE",
  barredOccupations: [],
  status: "CERTIFIED",
  suspended: false,
  attempts: 1,
  version: 1,
  registeredAt: "2026-01-05T02:00:00.000Z",
};

const certificate: Certificate = {
  id: "ce_01JQZX5T7D0000000000000001",
  clientId: client.id,
  officeId: client.officeId,
  kind: "COMPETENCE",
  number: "1",
  scheme: "Servis Sepeda-Motor",
  units: ["A"],
  skills: ["AUTOMOTIVE"],
  kkniLevel: 2,
  result: "COMPETENT",
  issuedOn: "2025-05-01",
  expiresOn: "2028-05-01",
  recordedBy: client.officerId,
  recordedAt: "2026-01-05T02:00:00.000Z",
  verifiedBy: client.officerId,
  verifiedAt: "2026-01-06T02:00:00.000Z",
  version: 1,
};

const attempt = (shortlist: readonly Partial<ShortlistEntry>[]): MatchingPlacement => ({
  shortlist: shortlist.map((entry) => ({
    vacancyId: "va_01JQZX5T7D0000000000000001",
    employerId: "em_01JQZX5T7D0000000000000001",
    state: "ASKED",
    discloseBapas: false,
    ...entry,
  })),
  milestones: { startedAt: "2026-02-03T02:00:00.000Z" },
});

/** What the rules may know. Whoever adds a field adds it here, and says why it is nothing of offence, sex, religion, ethnicity or age. */
const clientFields = [
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
  "reportDay",
  "reportDays",
  "exhaustedEmployers",
  "waitingSince",
] as const satisfies (keyof MatchingClient)[];
const vacancyFields = [
  "id",
  "employerId",
  "regencyCode",
  "kbji",
  "seatsFree",
  "validUntil",
  "monthlyWage",
  "wageFloor",
  "workDays",
  "reportDayFree",
  "minEducation",
  "certificateRequired",
  "schemes",
  "minLevel",
  "skills",
  "units",
  "minExperienceYears",
  "employerOptOut",
] as const satisfies (keyof MatchingVacancy)[];

/** The names of all fields, those within others as `certificates.level`. */
function fieldsOf(value: unknown, within = ""): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => fieldsOf(item, within)))].toSorted();
  if (typeof value !== "object" || value === null) return [];
  const own = Object.entries(value).flatMap(([name, field]) => [`${within}${name}`, ...fieldsOf(field, `${within}${name}.`)]);
  return [...new Set(own)].toSorted();
}

describe("what matching may know", () => {
  it("is these fields and no other, at any depth", () => {
    type Certified = "scheme" | "level" | "units" | "skills" | "expiresOn";
    expectTypeOf<keyof MatchingClient>().toEqualTypeOf<(typeof clientFields)[number]>();
    expectTypeOf<keyof MatchingCertificate>().toEqualTypeOf<Certified>();
    expectTypeOf<keyof MatchingVacancy>().toEqualTypeOf<(typeof vacancyFields)[number]>();
    expectTypeOf<keyof MatchingTerms>().toEqualTypeOf<"today" | "agreementRequired" | "partners">();
    const ofCertificate = (["scheme", "level", "units", "skills", "expiresOn"] as const).map((name) => `certificates.${name}`);
    const whole: Client = { ...client, reportDay: "MONDAY", barredOccupations: ["72"] };
    expect(fieldsOf(toMatchingClient(whole, [certificate], { current: attempt([{}]) }))).toEqual(
      [...clientFields, ...ofCertificate].toSorted(),
    );
    expect(fieldsOf(toMatchingVacancy(buildVacancy(1), buildEmployer(1), "2026-03-02"))).toEqual(vacancyFields.toSorted());
  });

  it("is the same whatever limits of age and sex, or else, a vacancy states", () => {
    const plain = JSON.stringify(toMatchingVacancy(buildVacancy(1), buildEmployer(1), "2026-03-02"));
    const flags = fc.subarray(["JENIS_KELAMIN_P", "JENIS_KELAMIN_L", "USIA_18_30", "DISABILITAS", "PERLU_DILIHAT"]);
    fc.assert(
      fc.property(flags, fc.constantFrom("NONE", "BEFORE", "AFTER"), (stated, recordCheck) => {
        const post = { ...buildVacancy(1), flags: stated, recordCheck };
        expect(JSON.stringify(toMatchingVacancy(post, buildEmployer(1), "2026-03-02"))).toBe(plain);
      }),
    );
  });

  it("is the same whatever else is true of the person", () => {
    const person = fc.record({
      fullName: fc.string({ minLength: 1, maxLength: 40 }),
      sex: fc.constantFrom("MALE", "FEMALE"),
      birthDate: fc.constantFrom("1950-01-01", "1999-12-31", "2008-02-28"),
      phone: fc.constantFrom(undefined, "+6281234567890"),
      suspended: fc.boolean(),
      supervisionEndsOn: fc.constantFrom(undefined, "2029-01-01"),
      officerId: fc.constantFrom("st_01JQZX5T7D0000000000000001", "st_01JQZX5T7D0000000000000002"),
      statusDocument: fc.constantFrom(undefined, {
        kind: "PAROLE" as const,
        number: "W12.PAS-1",
        date: "2026-01-01",
        outsideWorkFrom: "2026-01-02",
      }),
    });
    const plain = JSON.stringify(toMatchingClient(client, [certificate], {}));
    fc.assert(
      fc.property(person, (other) => {
        expect(JSON.stringify(toMatchingClient({ ...client, ...other }, [certificate], {}))).toBe(plain);
      }),
      runs(5000),
    );
  });
});

describe("a client's certificates", () => {
  it("count where they prove a competence and a second person verified them", () => {
    const others: Certificate[] = [
      { ...certificate, kind: "TRAINING" },
      { ...certificate, result: "NOT_YET_COMPETENT" },
      { ...certificate, verifiedAt: undefined },
    ];
    expect(toMatchingClient(client, [certificate, ...others], {}).certificates).toEqual([
      { scheme: "SERVIS SEPEDA MOTOR", level: 2, units: ["A"], skills: ["AUTOMOTIVE"], expiresOn: "2028-05-01" },
    ]);
  });
});

describe("what is recorded twice", () => {
  it("enters once: skills, interests, aptitudes, units and schemes, and of a scheme only what names one", () => {
    const twice = { skills: ["A", "B", "A"], interests: ["C", "C"], aptitudes: ["D", "D"] };
    const held = { ...certificate, units: ["U", "U"], skills: ["A", "A"] };
    expect(toMatchingClient({ ...client, ...twice }, [held], {})).toMatchObject({
      skills: ["A", "B"],
      interests: ["C"],
      aptitudes: ["D"],
      certificates: [{ units: ["U"], skills: ["A"] }],
    });
    const { requirements, ...post } = buildVacancy(1);
    const asked = {
      ...requirements,
      skills: ["A", "A"],
      units: ["U", "V", "U"],
      schemes: ["Las-Dasar", "LAS DASAR", "-", " . "],
    };
    expect(toMatchingVacancy({ ...post, requirements: asked }, buildEmployer(1), "2026-03-02")).toMatchObject({
      skills: ["A"],
      units: ["U", "V"],
      schemes: ["LAS DASAR"],
    });
  });
});

describe("a client's attempts", () => {
  it("widen the region for the one that is under way", () => {
    expect(toMatchingClient(client, [], { current: { ...attempt([]), widened: "ANYWHERE" } }).willingness).toBe("ANYWHERE");
    expect(toMatchingClient(client, [], { earlier: [{ ...attempt([]), widened: "ANYWHERE" }] }).willingness).toBe("PROVINCE");
  });

  it("say since when the client waits: since the first one after the last job, however many followed", () => {
    const began = (startedAt: string, placedAt?: string): MatchingPlacement => ({
      ...attempt([]),
      milestones: { startedAt: `${startedAt}T02:00:00.000Z`, placedAt: placedAt && `${placedAt}T02:00:00.000Z` },
    });
    const waits = (current: MatchingPlacement | undefined, ...earlier: MatchingPlacement[]) =>
      toMatchingClient(client, [], { current, earlier }).waitingSince;
    expect(waits(undefined)).toBe("2026-01-05");
    expect(waits(began("2026-02-03"))).toBe("2026-02-03");
    expect(waits(began("2026-06-01"), began("2026-04-01"), began("2026-02-03"))).toBe("2026-02-03");
    expect(waits(undefined, began("2026-04-01"), began("2026-02-03"))).toBe("2026-02-03");
    const jobs = [began("2026-02-03", "2026-03-01"), began("2026-05-01", "2026-06-01")];
    expect(waits(began("2026-09-01"), ...jobs, began("2026-08-01"))).toBe("2026-08-01");
    expect(waits(undefined, ...jobs)).toBe("2026-06-01");
  });

  it("say whom not to ask again: in this attempt whoever was asked, from earlier ones who declined the client", () => {
    const current = attempt([
      { employerId: "em_1", state: "EMPLOYER_SILENT" },
      { employerId: "em_2", state: "APPROVED" },
    ]);
    const earlier = attempt([
      { employerId: "em_3", state: "EMPLOYER_DECLINED", declineReason: "SKILLS_DO_NOT_FIT" },
      { employerId: "em_4", state: "EMPLOYER_DECLINED", declineReason: "POSITION_FILLED" },
      { employerId: "em_5", state: "EMPLOYER_SILENT" },
      { employerId: "em_6", state: "CLIENT_DECLINED" },
      { employerId: "em_7", state: "EMPLOYER_DECLINED", declineReason: "VACANCY_ON_HOLD" },
    ]);
    expect(toMatchingClient(client, [], { current, earlier: [earlier] }).exhaustedEmployers).toEqual(["em_1", "em_3"]);
  });
});

describe("the wage of a month", () => {
  const week = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"] as const;
  const monthly = (basis: (typeof wageBases)[number], days: number, amount = 1_000_000) =>
    monthlyWageOf({ wage: { amount, basis }, workDays: week.slice(0, days) });

  it("is that of a day by 25 in a week of six days, by 21 in one of five or less, and by 25 where no days are named", () => {
    expect([0, 1, 3, 5, 6].map((days) => monthly("DAILY", days))).toEqual([
      25_000_000, 21_000_000, 21_000_000, 21_000_000, 25_000_000,
    ]);
  });

  it("is as named where it is paid by the month, and unknown where it is neither", () => {
    expect(monthly("MONTHLY", 6)).toBe(1_000_000);
    expect((["PIECE", "SHARE", "ALLOWANCE"] as const).map((basis) => monthly(basis, 6))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(monthlyWageOf({ workDays: [] })).toBeUndefined();
  });

  it("of Rp 10,000 a day is below the minimum that binds a large employer, this year and the next", () => {
    const post = { ...buildVacancy(1), wage: { amount: 1_000_000, basis: "DAILY" as const } };
    for (const today of ["2026-03-02", "2027-01-04"]) {
      const found = toMatchingVacancy({ ...post, validUntil: "2027-12-31" }, { size: "LARGE", optOut: false }, today);
      expect(firstVacancyRule(found, today)).toBe("WAGE_BELOW_MINIMUM");
    }
    const fair = { ...post, wage: { amount: 26_000_000, basis: "DAILY" as const } };
    expect(
      firstVacancyRule(toMatchingVacancy(fair, { size: "LARGE", optOut: false }, "2026-03-02"), "2026-03-02"),
    ).toBeUndefined();
  });
});
