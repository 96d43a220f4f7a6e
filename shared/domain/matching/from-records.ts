/** The one mapping from what is stored to what the rules of matching may know. */
import type { Certificate } from "../certificate.ts";
import type { Client } from "../client.ts";
import type { Employer, Vacancy } from "../employer.ts";
import { exhaustedEmployers, type Placement } from "../placement/placement.ts";
import { educationRank } from "../reference/education.ts";
import { minimumWageOf } from "../reference/minimum-wages.ts";
import type { MatchingClient, MatchingVacancy } from "./matching-input.ts";

export type { MatchingClient, MatchingVacancy } from "./matching-input.ts";

/** A client as the rules read one. @param certificates only those that are valid today */
export function toMatchingClient(client: Client, certificates: readonly Certificate[], placement: Placement): MatchingClient {
  return {
    regencyCode: client.domicile.regencyCode,
    willingness: placement.widened ?? client.willingness,
    education: educationRank(client.education),
    skills: client.skills,
    interests: client.interests,
    certifiedUnits: certificates.flatMap((one) => one.units),
    certifiedSkills: certificates.flatMap((one) => one.skills),
    hasCertificate: certificates.length > 0,
    experienceYears: client.experienceYears,
    barredOccupations: client.barredOccupations,
    reportDay: client.reportDay,
    exhaustedEmployers: exhaustedEmployers(placement),
  };
}

/** A vacancy as the rules read one. An employer that is gone counts as one that wants no proposals. */
export function toMatchingVacancy(
  vacancy: Vacancy,
  employer: Employer | undefined,
  agreementInForce: boolean,
  today: string,
): MatchingVacancy {
  return {
    id: vacancy.id,
    employerId: vacancy.employerId,
    regencyCode: vacancy.regencyCode,
    kbji: vacancy.kbji,
    seatsFree: vacancy.seatsFree,
    validUntil: vacancy.validUntil,
    monthlyWage: monthlyWageOf(vacancy),
    wageFloor: isBoundByMinimumWage(employer) ? minimumWageIn(vacancy.regencyCode, today) : undefined,
    workDays: vacancy.workDays,
    reportDayFree: vacancy.reportDayFree,
    minEducation: vacancy.requirements.minEducation ? educationRank(vacancy.requirements.minEducation) : 0,
    certificateRequired: vacancy.requirements.certificateRequired,
    skills: vacancy.requirements.skills,
    units: vacancy.requirements.units,
    minExperienceYears: vacancy.requirements.minExperienceYears,
    employerOptOut: employer?.optOut ?? true,
    agreementInForce,
  };
}

/** The wage in sen a month, where the post is paid by the month. */
export const monthlyWageOf = (vacancy: Vacancy): number | undefined =>
  vacancy.wage?.basis === "MONTHLY" ? vacancy.wage.amount : undefined;

/** The published minimum wage of a regency in sen a month, for the year of a day. */
export const minimumWageIn = (regencyCode: string, today: string): number | undefined =>
  minimumWageOf(regencyCode, Number(today.slice(0, 4)))?.amount;

const isBoundByMinimumWage = (employer: Employer | undefined): boolean =>
  employer?.size === "MEDIUM" || employer?.size === "LARGE";
