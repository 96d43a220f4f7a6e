/** The one mapping from what is stored to what the rules of matching may know. */
import type { Certificate } from "../certificate.ts";
import type { Client } from "../client.ts";
import { type Agreement, type Employer, isInForce, type Vacancy } from "../employer.ts";
import type { Office } from "../office.ts";
import { exhaustedEmployers, type Placement, type ShortlistEntry } from "../placement/placement.ts";
import { educationRank } from "../reference/education.ts";
import { minimumWageOf } from "../reference/minimum-wages.ts";
import {
  distinct,
  type MatchingCertificate,
  type MatchingClient,
  type MatchingTerms,
  type MatchingVacancy,
  schemeKey,
  schemeKeys,
} from "./matching-input.ts";

/** What of a placement enters the matching of its client. */
export type MatchingPlacement = Pick<Placement, "widened" | "shortlist" | "milestones">;

/** The attempt that is under way, if any, and those before it. */
export type Attempts = { readonly current?: MatchingPlacement | undefined; readonly earlier?: readonly MatchingPlacement[] };

/**
 * A client as the rules read one.
 * @param certificates all of the client; those that prove no competence, or are not verified, are left out
 * @param attempts the current one may widen the region; all of them say whom not to ask again, and since when the client waits
 */
export function toMatchingClient(
  client: Client,
  certificates: readonly Certificate[],
  { current, earlier = [] }: Attempts,
): MatchingClient {
  return {
    id: client.id,
    officeId: client.officeId,
    regencyCode: client.domicile.regencyCode,
    willingness: current?.widened ?? client.willingness,
    education: educationRank(client.education),
    skills: distinct(client.skills),
    interests: distinct(client.interests),
    aptitudes: distinct(client.aptitudes),
    certificates: certificates.flatMap(toMatchingCertificate),
    experienceYears: client.experienceYears,
    barredOccupations: client.barredOccupations,
    reportDay: client.reportDay,
    exhaustedEmployers: [...(current ? exhaustedEmployers(current) : []), ...earlier.flatMap(declinedThisClient)],
    waitingSince: waitingSince(client, current ? [current, ...earlier] : earlier).slice(0, 10),
  };
}

/**
 * Since when a client waits: since the first attempt after the last job, or the first of all. An attempt that came to nothing and
 * a new one are one wait. When a job ended is not recorded; whoever has begun no attempt since is taken to wait since its start.
 */
function waitingSince({ registeredAt }: Client, attempts: readonly MatchingPlacement[]): string {
  const all = attempts.map((one) => one.milestones);
  const lastJob = all.flatMap(({ placedAt }) => placedAt ?? []).reduce<string | undefined>(later, undefined);
  const since = all.map(({ startedAt }) => startedAt).filter((startedAt) => lastJob === undefined || startedAt > lastJob);
  return since.toSorted()[0] ?? lastJob ?? registeredAt;
}

const later = (one: string | undefined, other: string): string => (one !== undefined && one > other ? one : other);

/** Employers who declined the client in an earlier attempt. A post that was filled or on hold then was no word about the client. */
const declinedThisClient = ({ shortlist }: MatchingPlacement): readonly string[] =>
  shortlist
    .filter(({ state, declineReason }) => state === "EMPLOYER_DECLINED" && !isAboutThePost(declineReason))
    .map((entry) => entry.employerId);

const isAboutThePost = (reason: ShortlistEntry["declineReason"]): boolean =>
  reason === "POSITION_FILLED" || reason === "VACANCY_ON_HOLD";

/** A certificate as the rules read one: of competence, found competent, verified by a second person. */
function toMatchingCertificate(one: Certificate): readonly MatchingCertificate[] {
  if (one.kind !== "COMPETENCE" || one.result !== "COMPETENT" || one.verifiedAt === undefined) return [];
  return [
    {
      scheme: schemeKey(one.scheme),
      level: one.kkniLevel ?? 0,
      units: distinct(one.units),
      skills: distinct(one.skills),
      expiresOn: one.expiresOn,
    },
  ];
}

/** What of a vacancy, and of its employer, enters the matching. */
export type MatchedVacancy = Pick<
  Vacancy,
  | "id"
  | "employerId"
  | "regencyCode"
  | "kbji"
  | "seatsFree"
  | "status"
  | "validUntil"
  | "wage"
  | "workDays"
  | "reportDayFree"
  | "requirements"
>;
export type MatchedEmployer = Pick<Employer, "size" | "optOut">;

/** A vacancy as the rules read one. An employer that is gone counts as one that wants no proposals. */
export function toMatchingVacancy(
  vacancy: MatchedVacancy,
  employer: MatchedEmployer | undefined,
  today: string,
): MatchingVacancy {
  const { requirements } = vacancy;
  return {
    id: vacancy.id,
    employerId: vacancy.employerId,
    regencyCode: vacancy.regencyCode,
    kbji: vacancy.kbji,
    seatsFree: vacancy.status === "OPEN" ? vacancy.seatsFree : 0,
    validUntil: vacancy.validUntil,
    monthlyWage: monthlyWageOf(vacancy),
    wageFloor: isBoundByMinimumWage(employer) ? minimumWageIn(vacancy.regencyCode, today) : undefined,
    workDays: vacancy.workDays,
    reportDayFree: vacancy.reportDayFree,
    minEducation: requirements.minEducation ? educationRank(requirements.minEducation) : 0,
    certificateRequired: requirements.certificateRequired,
    schemes: schemeKeys(requirements.schemes),
    minLevel: requirements.minLevel,
    skills: distinct(requirements.skills),
    units: distinct(requirements.units),
    minExperienceYears: requirements.minExperienceYears,
    employerOptOut: employer?.optOut ?? true,
  };
}

/** What an office brings to the rules on a day. */
export function toMatchingTerms(office: Office, agreements: readonly Agreement[], today: string): MatchingTerms {
  const inForce = agreements.filter((one) => isInForce(one, today));
  return {
    today,
    agreementRequired: office.agreementRequired,
    partners: new Set(inForce.map((one) => one.employerId)),
  };
}

/** So many days make a month where a daily wage is worked out of a monthly one (PP 36/2021 art. 17). */
const daysOfMonth = { sixDayWeek: 25, fiveDayWeek: 21 } as const;

/**
 * The wage in sen a month of a post that is paid by the month or by the day; undefined for a piece, a share, an allowance. A
 * daily wage is that of a month by 25 in a week of six days and by 21 in one of five. A shorter week is taken for one of five,
 * and days that nobody has named for six: what is below the minimum then is so whatever the days are.
 */
export function monthlyWageOf({ wage, workDays }: Pick<Vacancy, "wage" | "workDays">): number | undefined {
  if (wage?.basis === "MONTHLY") return wage.amount;
  if (wage?.basis !== "DAILY") return undefined;
  const isFiveDayWeek = workDays.length > 0 && workDays.length <= 5;
  return wage.amount * (isFiveDayWeek ? daysOfMonth.fiveDayWeek : daysOfMonth.sixDayWeek);
}

/** The minimum wage of a regency in sen a month that is known for the year of a day: that year's, or the newest before it. */
export const minimumWageIn = (regencyCode: string, today: string): number | undefined =>
  minimumWageOf(regencyCode, Number(today.slice(0, 4)))?.amount;

const isBoundByMinimumWage = (employer: MatchedEmployer | undefined): boolean =>
  employer?.size === "MEDIUM" || employer?.size === "LARGE";
