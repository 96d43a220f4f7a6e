/**
 * The snapshot of a round as a file: a JSON object a line, in any order. One line of kind `round` says the day, the seed and
 * the weights; the others are offices, agreements, vacancies and clients as the rules of matching read them.
 */
import * as z from "zod";
import { localDateSchema } from "../../calendar/local-date.ts";
import { weekdays } from "../../calendar/weekdays.ts";
import { willingness } from "../../reference/reach.ts";
import { distinct, type MatchingClient, type MatchingVacancy, schemeKey, schemeKeys } from "../matching-input.ts";
import { greatestSum, weightsThatCanBeMeant } from "../weights.ts";

const id = z.string().min(1).max(100);
const codes = z.array(z.string().min(1).max(200)).max(60);
const level = z.int().min(0).max(9);
const education = z.int().min(0).max(15);

/** Empty where the source names none, or says so by `null`: such a record is set aside by its id, not refused as a line. */
const regencyCode = z
  .string()
  .max(20)
  .nullish()
  .transform((code) => code ?? "");

const roundLine = z.strictObject({
  kind: z.literal("round"),
  today: localDateSchema,
  /** Published after the hash of the inputs; may be given on the command line instead. */
  seed: z.string().min(16).max(200).optional(),
  placementsFirst: z.boolean().default(false),
  weights: weightsThatCanBeMeant.optional(),
});

const kindRound = z.object({ kind: z.literal("round") });

const officeLine = z.strictObject({ kind: z.literal("office"), id, agreementRequired: z.boolean() });

const agreementLine = z.strictObject({
  kind: z.literal("agreement"),
  officeId: id,
  employerId: id,
  validFrom: localDateSchema,
  validTo: localDateSchema,
});

const vacancyLine = z.strictObject({
  kind: z.literal("vacancy"),
  id,
  employerId: id,
  regencyCode,
  kbji: z.string().max(20).optional(),
  seatsFree: z.number(),
  validUntil: localDateSchema,
  monthlyWage: z.number().optional(),
  wageFloor: z.number().min(1).optional(),
  workDays: z.array(z.enum(weekdays)).max(7).default([]),
  reportDayFree: z.boolean().default(false),
  minEducation: education.default(0),
  certificateRequired: z.boolean().default(false),
  schemes: codes.default([]),
  minLevel: level.default(0),
  skills: codes.default([]),
  units: codes.default([]),
  minExperienceYears: z.int().min(0).max(40).default(0),
  employerOptOut: z.boolean().default(false),
});

const clientLine = z.strictObject({
  kind: z.literal("client"),
  id,
  officeId: id,
  regencyCode,
  willingness: z.enum(willingness).default("OWN_REGENCY"),
  education: education.default(0),
  skills: codes.default([]),
  interests: codes.default([]),
  aptitudes: codes.default([]),
  certificates: z
    .array(
      z.strictObject({
        scheme: z.string().max(200),
        level: level.default(0),
        units: codes.default([]),
        skills: codes.default([]),
        expiresOn: localDateSchema,
      }),
    )
    .max(60)
    .default([]),
  experienceYears: z.int().min(0).max(60).default(0),
  barredOccupations: codes.default([]),
  reportDay: z.enum(weekdays).optional(),
  reportDays: z.array(z.enum(weekdays)).min(1).max(7).optional(),
  exhaustedEmployers: z.array(id).max(100).default([]),
  waitingSince: localDateSchema,
});

/** A line of a snapshot. What it does not know it refuses: a field about the person has no place to stand in. */
export const snapshotLine = z.discriminatedUnion("kind", [roundLine, officeLine, agreementLine, vacancyLine, clientLine]);
export type SnapshotLine = z.infer<typeof snapshotLine>;
export type RoundLine = z.infer<typeof roundLine>;

/** A vacancy of a snapshot as the rules read it. */
export const vacancyOfLine = (line: Extract<SnapshotLine, { kind: "vacancy" }>): MatchingVacancy => ({
  ...line,
  schemes: schemeKeys(line.schemes),
  skills: distinct(line.skills),
  units: distinct(line.units),
});

/** A client of a snapshot as the rules read it. */
export const clientOfLine = (line: Extract<SnapshotLine, { kind: "client" }>): MatchingClient => ({
  ...line,
  skills: distinct(line.skills),
  interests: distinct(line.interests),
  aptitudes: distinct(line.aptitudes),
  certificates: line.certificates.map((certificate) => ({
    ...certificate,
    scheme: schemeKey(certificate.scheme),
    units: distinct(certificate.units),
    skills: distinct(certificate.skills),
  })),
});

/** Reads one line; undefined where it is not one. */
export function readSnapshotLine(text: string): SnapshotLine | undefined {
  try {
    return snapshotLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The texts of errors that are codes. */
const errorTexts: Readonly<Record<string, string>> = {
  "date.format": "must be a day that exists, such as 2026-03-02",
  "date.impossible": "must be a day that exists, such as 2026-03-02",
  "weights.sum": `the sum of all points must be from 1 to ${greatestSum}`,
  "weights.bands": "each must be less than the one before",
};

/** What is wrong with a line of kind `round` that is not one, by its fields; undefined for any other line. */
export function troublesOfRoundLine(text: string): readonly string[] | undefined {
  const found = whatIsWrong(text);
  const nameOf = (path: readonly PropertyKey[]): string => path.map(String).join(".");
  return found?.issues.map((issue) => {
    if (issue.code === "unrecognized_keys")
      return `${issue.keys.map((key) => nameOf([...issue.path, key])).join(", ")}: not known`;
    return `${nameOf(issue.path)}: ${errorTexts[issue.message] ?? issue.message}`;
  });
}

function whatIsWrong(text: string): z.ZodError | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return kindRound.safeParse(value).success ? roundLine.safeParse(value).error : undefined;
  } catch {
    return undefined;
  }
}
