/** The one mapping from what is stored to what the rules of matching may know. */

import { type AgreementTerm, employersOf, isInForce } from "../agreements/agreement.ts";
import type { Certificate } from "../certificates/certificate.ts";
import type { Client } from "../clients/client.ts";
import { reportingOf, reportWeekdays } from "../clients/reporting.ts";
import type { Employer } from "../employers/employer.ts";
import type { Office } from "../offices/office.ts";
import { exhaustedEmployers, type Placement } from "../placements/placement.ts";
import { isAboutThePost } from "../placements/shortlist.ts";
import { educationRank } from "../reference/education.ts";
import type { Vacancy } from "../vacancies/vacancy.ts";
import { isBoundByMinimumWage, minimumWageIn, monthlyWageOf } from "../vacancies/wage.ts";
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
 * A client as the rules read it.
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
    ...reportDaysOf(client),
    exhaustedEmployers: [...(current ? exhaustedEmployers(current) : []), ...earlier.flatMap(declinedThisClient)],
    waitingSince: waitingSince(client, current ? [current, ...earlier] : earlier).slice(0, 10),
  };
}

/** The days of the week on which the client's reporting can fall. */
function reportDaysOf(client: Client): Pick<MatchingClient, "reportDay" | "reportDays"> {
  const days = reportWeekdays(reportingOf(client));
  return days.length > 1 ? { reportDay: undefined, reportDays: days } : { reportDay: days[0], reportDays: undefined };
}

/**
 * Since when a client waits: since the first attempt after the last job, or the first of all. An attempt that came to nothing and
 * a new one are one wait. When a job ended is not recorded; whoever has begun no attempt since is taken to wait since its start.
 */
function waitingSince({ registeredAt }: Client, attempts: readonly MatchingPlacement[]): string {
  const all = attempts.map((attempt) => attempt.milestones);
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

/** A certificate as the rules read it: of competence, found competent, verified by a second person. */
function toMatchingCertificate(certificate: Certificate): readonly MatchingCertificate[] {
  if (certificate.kind !== "COMPETENCE" || certificate.result !== "COMPETENT" || certificate.verifiedAt === undefined) return [];
  return [
    {
      scheme: schemeKey(certificate.scheme),
      level: certificate.kkniLevel ?? 0,
      units: distinct(certificate.units),
      skills: distinct(certificate.skills),
      expiresOn: certificate.expiresOn,
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

/** A vacancy as the rules read it. An employer that is gone counts as one that wants no proposals. */
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
export function toMatchingTerms(office: Office, agreements: readonly AgreementTerm[], today: string): MatchingTerms {
  const inForce = agreements.filter((agreement) => isInForce(agreement, today));
  return {
    today,
    agreementRequired: office.agreementRequired,
    partners: new Set(inForce.flatMap(employersOf)),
  };
}
