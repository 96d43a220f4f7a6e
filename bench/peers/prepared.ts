/** Records made ready for a scan: words turned into numbers once, so that the scan compares numbers only. */

import { weekdays } from "../../shared/domain/calendar/weekdays.ts";
import { provinceOf } from "../../shared/domain/identifiers/region-code.ts";
import {
  distinct,
  type MatchingClient,
  type MatchingTerms,
  type MatchingVacancy,
} from "../../shared/domain/matching/matching-input.ts";
import { wagePoints } from "../../shared/domain/matching/points.ts";
import { firstFailedRule, vacancyRules } from "../../shared/domain/matching/rules.ts";
import { defaultWeights } from "../../shared/domain/matching/weights.ts";
import { neighboursOf } from "../../shared/domain/reference/neighbouring-provinces.ts";
import { willingnessNumber } from "../../shared/domain/reference/reach.ts";

/** What a client brings to a skill, as bits. */
export const hasIt = 1;
export const certifiedIt = 2;
export const interestedInIt = 4;
export const aptForIt = 8;

export type PreparedVacancy = {
  readonly id: string;
  readonly employerId: string;
  readonly regency: number;
  readonly province: number;
  readonly minEducation: number;
  readonly minExperience: number;
  readonly certificateRequired: boolean;
  readonly schemes: readonly number[];
  readonly minLevel: number;
  readonly skills: readonly number[];
  readonly units: readonly number[];
  /** A bit for each day that cannot be kept free for reporting. */
  readonly busyDays: number;
  readonly kbji: string;
  readonly wagePoints: number;
};

/** A vacancy with what its own rules read. */
export type ListedVacancy = PreparedVacancy & {
  readonly seatsFree: number;
  /** Milliseconds since 1970. */
  readonly validUntil: number;
  readonly employerOptOut: boolean;
  readonly monthlyWage: number;
  readonly wageFloor: number;
};

export type PreparedCertificate = {
  readonly scheme: number;
  readonly level: number;
  readonly skills: readonly number[];
};

export type PreparedClient = {
  readonly id: string;
  /** 0 for the client's own regency to 3 for anywhere. */
  readonly reach: number;
  readonly regency: number;
  readonly province: number;
  readonly neighbours: readonly number[];
  readonly education: number;
  readonly experience: number;
  /** Valid ones only. */
  readonly certificates: readonly PreparedCertificate[];
  readonly units: readonly number[];
  /** Every skill that the client brings something to, and what: bits as above. */
  readonly skills: readonly number[];
  readonly skillBits: readonly number[];
  readonly barred: readonly string[];
  readonly reportDay: number;
  readonly exhausted: readonly string[];
  readonly terms: MatchingTerms;
};

/** Gives each word a number of its own. */
export class Words {
  readonly #numbers = new Map<string, number>();

  get size(): number {
    return this.#numbers.size;
  }

  numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

const ofVacancy: ReadonlySet<string> = new Set(vacancyRules);

/** Whether a vacancy is open on a day at all, whoever asks. */
export function isOpen(vacancy: MatchingVacancy, today: string): boolean {
  const failed = firstFailedRule(nobody, vacancy, { today, agreementRequired: false, partners: new Set() });
  return failed === undefined || !ofVacancy.has(failed);
}

const nobody: MatchingClient = {
  id: "",
  officeId: "",
  regencyCode: "",
  willingness: "ANYWHERE",
  education: 0,
  skills: [],
  interests: [],
  aptitudes: [],
  certificates: [],
  experienceYears: 0,
  barredOccupations: [],
  exhaustedEmployers: [],
  waitingSince: "",
};

/** Prepares records; numbers are the same for clients and vacancies that one of these has prepared. */
export class Preparation {
  readonly words = new Words();
  readonly skills = new Words();

  // A word that stands twice counts once.
  readonly #numbers = (words: readonly string[]): readonly number[] => distinct(words).map((word) => this.words.numberOf(word));
  readonly #skillNumbers = (words: readonly string[]): readonly number[] =>
    distinct(words).map((word) => this.skills.numberOf(word));

  vacancy(vacancy: MatchingVacancy): PreparedVacancy {
    return {
      id: vacancy.id,
      employerId: vacancy.employerId,
      regency: this.words.numberOf(vacancy.regencyCode),
      province: this.words.numberOf(provinceOf(vacancy.regencyCode)),
      minEducation: vacancy.minEducation,
      minExperience: vacancy.minExperienceYears,
      certificateRequired: vacancy.certificateRequired,
      schemes: this.#numbers(vacancy.schemes),
      minLevel: vacancy.minLevel,
      skills: this.#skillNumbers(vacancy.skills),
      units: this.#numbers(vacancy.units),
      busyDays: vacancy.reportDayFree ? 0 : vacancy.workDays.reduce((days, day) => days | (1 << weekdays.indexOf(day)), 0),
      kbji: vacancy.kbji ?? "",
      wagePoints: wagePoints(vacancy, defaultWeights),
    };
  }

  listed(vacancy: MatchingVacancy): ListedVacancy {
    return {
      ...this.vacancy(vacancy),
      seatsFree: vacancy.seatsFree,
      validUntil: Date.parse(vacancy.validUntil),
      employerOptOut: vacancy.employerOptOut,
      // Where one of the two is not known there is nothing to compare.
      monthlyWage: vacancy.wageFloor === undefined ? 0 : (vacancy.monthlyWage ?? vacancy.wageFloor),
      wageFloor: vacancy.wageFloor ?? 0,
    };
  }

  client(client: MatchingClient, terms: MatchingTerms): PreparedClient {
    const valid = client.certificates.filter((certificate) => certificate.expiresOn >= terms.today);
    const skills: number[] = [];
    const skillBits: number[] = [];
    const bring = (words: readonly string[], bits: number): void => {
      for (const word of words) {
        const skill = this.skills.numberOf(word);
        const at = skills.indexOf(skill);
        if (at === -1) {
          skills.push(skill);
          skillBits.push(bits);
        } else {
          skillBits[at] = (skillBits[at] ?? 0) | bits;
        }
      }
    };
    bring(client.skills, hasIt);
    for (const certificate of valid) bring(certificate.skills, hasIt | certifiedIt);
    bring(client.interests, interestedInIt);
    bring(client.aptitudes, aptForIt);
    return {
      id: client.id,
      reach: willingnessNumber[client.willingness],
      regency: this.words.numberOf(client.regencyCode),
      province: this.words.numberOf(provinceOf(client.regencyCode)),
      neighbours: this.#numbers(neighboursOf(provinceOf(client.regencyCode))),
      education: client.education,
      experience: client.experienceYears,
      certificates: valid.map((certificate) => ({
        scheme: this.words.numberOf(certificate.scheme),
        level: certificate.level,
        skills: this.#skillNumbers(certificate.skills),
      })),
      units: valid.flatMap((certificate) => this.#numbers(certificate.units)),
      skills,
      skillBits,
      barred: client.barredOccupations,
      reportDay: client.reportDay === undefined ? 0 : 1 << weekdays.indexOf(client.reportDay),
      exhausted: client.exhaustedEmployers,
      terms,
    };
  }
}
