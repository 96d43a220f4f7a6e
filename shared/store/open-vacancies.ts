/**
 * The index of open vacancies as ranking reads it: a few hundred bytes a vacancy, so that many thousand come in few pages. A
 * row stands in it while its vacancy is open and has a free seat. What the matching reads of a vacancy and its employer is
 * written with each version of the vacancy; the free seats stand beside it.
 */
import * as z from "zod";
import { weekdays } from "../domain/calendar/weekdays.ts";
import { employer } from "../domain/employers/employer.ts";
import * as ids from "../domain/identifiers/ids.ts";
import type { MatchedEmployer, MatchedVacancy } from "../domain/matching/from-records.ts";
import { educationLevelSchema } from "../domain/reference/education.ts";
import { senSchema } from "../domain/reference/money.ts";
import { type Vacancy, vacancy, wageBases } from "../domain/vacancies/vacancy.ts";
import type { Database } from "./dynamodb.ts";

/** What the attribute `matching` holds, by short names; what a vacancy does not ask for has none. */
const text = z.object({
  /** The employer: its id, its size, whether it wants no proposals. */
  e: ids.employerId,
  s: employer.shape.size,
  o: z.literal(1).optional(),
  /** The occupation. */
  k: z.string().optional(),
  /** Valid until. */
  v: z.string(),
  /** The wage in sen and what it is paid for. */
  w: z.tuple([senSchema, z.enum(wageBases)]).optional(),
  /** The days of work, Monday as 0, and whether the report day can be kept free. */
  d: z.string().regex(/^[0-6]*$/),
  f: z.literal(1).optional(),
  /** Education, whether a certificate is demanded, its schemes and level; skills, units, years of experience. */
  b: educationLevelSchema.optional(),
  c: z.literal(1).optional(),
  t: z.array(z.string()).default([]),
  l: z.int().default(0),
  q: z.array(z.string()).default([]),
  u: z.array(z.string()).default([]),
  x: z.int().default(0),
});

const some = <T>(values: readonly T[]): readonly T[] | undefined => (values.length > 0 ? values : undefined);
const mark = (value: boolean): 1 | undefined => (value ? 1 : undefined);

/** The attribute that holds what matching reads of a vacancy and its employer. */
export function matchingText(vacancy: Vacancy, { size, optOut }: MatchedEmployer): string {
  const { requirements, wage } = vacancy;
  return JSON.stringify({
    e: vacancy.employerId,
    s: size,
    o: mark(optOut),
    k: vacancy.kbji,
    v: vacancy.validUntil,
    w: wage && [wage.amount, wage.basis],
    d: vacancy.workDays.map((day) => weekdays.indexOf(day)).join(""),
    f: mark(vacancy.reportDayFree),
    b: requirements.minEducation,
    c: mark(requirements.certificateRequired),
    t: some(requirements.schemes),
    l: requirements.minLevel || undefined,
    q: some(requirements.skills),
    u: some(requirements.units),
    x: requirements.minExperienceYears || undefined,
  } satisfies { readonly [name in keyof z.input<typeof text>]: unknown });
}

/** What the attribute holds of the employer. */
export const employerIn = (matching: string): MatchedEmployer => employerOf(text.parse(JSON.parse(matching)));

const employerOf = ({ s, o }: z.output<typeof text>): MatchedEmployer => ({ size: s, optOut: o === 1 });

/** Where an open vacancy with a free seat stands in the indexes; sparse. */
export const openIndex = (vacancy: Vacancy): Readonly<Record<(typeof openKeys)[number], string>> | undefined =>
  vacancy.status === "OPEN" && vacancy.seatsFree > 0
    ? {
        // What stays within an office stands in a partition that only that office reads.
        openPk: vacancy.withinOffice ? ofOffice(vacancy.officeId) : `OPEN#${vacancy.provinceCode}`,
        openSk: placeOf(vacancy),
        // For people, who read all of it, a page at a time.
        directoryPk: vacancy.withinOffice ? ofOffice(vacancy.officeId) : `PROVINCE#${vacancy.provinceCode}#OPEN`,
        directorySk: placeOf(vacancy),
      }
    : undefined;

/** The attributes that put a vacancy into the indexes of open ones. */
export const openKeys = ["openPk", "openSk", "directoryPk", "directorySk"] as const;

const ofOffice = (officeId: string): string => `OFFICE#${officeId}#OPEN`;
const placeOf = ({ regencyCode, id }: Vacancy): string => `${regencyCode}#${id}`;

/** A vacancy of the index with what it holds of its employer. */
export type OpenVacancy = { readonly vacancy: MatchedVacancy; readonly employer: MatchedEmployer };

const row = z.object({ openSk: z.string(), seatsFree: z.int(), matching: z.string() }).transform(readRow);

function readRow(stored: { readonly openSk: string; readonly seatsFree: number; readonly matching: string }): OpenVacancy {
  const [regencyCode = "", id = ""] = stored.openSk.split("#");
  const held = text.parse(JSON.parse(stored.matching));
  return {
    vacancy: {
      id,
      employerId: held.e,
      regencyCode,
      kbji: held.k,
      seatsFree: stored.seatsFree,
      status: "OPEN",
      validUntil: held.v,
      wage: held.w && { amount: held.w[0], basis: held.w[1] },
      workDays: Array.from(held.d, (digit) => weekdays[Number(digit)]).filter((day) => day !== undefined),
      reportDayFree: held.f === 1,
      requirements: {
        minEducation: held.b,
        certificateRequired: held.c === 1,
        schemes: held.t,
        minLevel: held.l,
        skills: held.q,
        units: held.u,
        minExperienceYears: held.x,
      },
    },
    employer: employerOf(held),
  };
}

/** The queries of open vacancies. */
export const openVacancyQueries = (db: Database) => ({
  /**
   * What matching reads of the open vacancies of a province (`36`) or a regency (`36.03`), by regency; a page is what DynamoDB
   * gives at once, one megabyte.
   */
  openIn: (region: string, cursor?: string) =>
    db.query(
      "employers",
      {
        index: "open",
        condition: "openPk = :pk AND begins_with(openSk, :region)",
        values: { ":pk": `OPEN#${region.slice(0, 2)}`, ":region": region },
        cursor,
      },
      row,
    ),
  /** The same of those that stay within an office, wherever they are. */
  openWithinOffice: (officeId: string, cursor?: string) =>
    db.query("employers", { index: "open", condition: "openPk = :pk", values: { ":pk": ofOffice(officeId) }, cursor }, row),
  /** The open vacancies that stay within an office, for people. */
  listWithinOffice: (officeId: string, page: { readonly limit: number; readonly cursor?: string | undefined }) =>
    db.query(
      "employers",
      { index: "directory", condition: "directoryPk = :pk", values: { ":pk": ofOffice(officeId) }, ...page },
      vacancy,
    ),
  /** The open vacancies of a province, for people. */
  openInProvince: (provinceCode: string, page: { readonly limit: number; readonly cursor?: string | undefined }) =>
    db.query(
      "employers",
      {
        index: "directory",
        condition: "directoryPk = :pk",
        values: { ":pk": `PROVINCE#${provinceCode}#OPEN` },
        ...page,
      },
      vacancy,
    ),
});
