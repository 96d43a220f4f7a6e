/**
 * What the rules of matching may know. Nothing about the offence, sex, religion, ethnicity or age has a field here, so no
 * rule can read it. Days are ISO dates, wages whole sen (hundredths of a rupiah) a month, levels places in an order.
 */
import type { Weekday } from "../calendar/weekdays.ts";
import type { Willingness } from "../reference/reach.ts";

/** A certificate of competence that was verified by a second person. */
export type MatchingCertificate = {
  /** The certification scheme in the one spelling that `schemeKey` gives. */
  readonly scheme: string;
  /** KKNI level, 1 to 9; 0 where the certificate names none. */
  readonly level: number;
  readonly units: readonly string[];
  readonly skills: readonly string[];
  readonly expiresOn: string;
};

export type MatchingClient = {
  readonly id: string;
  readonly officeId: string;
  readonly regencyCode: string;
  readonly willingness: Willingness;
  /** Position in the order of education levels, 0 for none. */
  readonly education: number;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  /** Skills for which an aptitude was found, in training or by a test. */
  readonly aptitudes: readonly string[];
  readonly certificates: readonly MatchingCertificate[];
  /** Whole years. */
  readonly experienceYears: number;
  /** KBJI codes, or beginnings of them, that the client's own conditions bar. */
  readonly barredOccupations: readonly string[];
  readonly reportDay?: Weekday | undefined;
  /** In its place, where the rhythm falls on several days of the week: a post bars only where its shifts take all of them. */
  readonly reportDays?: readonly Weekday[] | undefined;
  /** Employers that must not be proposed again: they declined this client, or the client them. */
  readonly exhaustedEmployers: readonly string[];
  /** Since when the client waits for a job. */
  readonly waitingSince: string;
};

export type MatchingVacancy = {
  readonly id: string;
  readonly employerId: string;
  readonly regencyCode: string;
  readonly kbji?: string | undefined;
  readonly seatsFree: number;
  readonly validUntil: string;
  /** Of a post paid by the month or by the day; absent where it is paid otherwise or no wage is named. */
  readonly monthlyWage?: number | undefined;
  /** The minimum wage that binds this employer; absent where none is known or the employer is exempt. */
  readonly wageFloor?: number | undefined;
  readonly workDays: readonly Weekday[];
  /** Whether a day can be kept free for reporting although shifts fall on it. */
  readonly reportDayFree: boolean;
  readonly minEducation: number;
  readonly certificateRequired: boolean;
  /** Schemes of which one is demanded, as `schemeKey` spells them; none: any certificate that proves one of the skills. */
  readonly schemes: readonly string[];
  /** The least KKNI level of the demanded certificate; 0 for any. */
  readonly minLevel: number;
  readonly skills: readonly string[];
  readonly units: readonly string[];
  readonly minExperienceYears: number;
  readonly employerOptOut: boolean;
};

/** An agreement between an office and an employer, signed and not terminated. */
export type MatchingAgreement = {
  readonly officeId: string;
  readonly employerId: string;
  readonly validFrom: string;
  readonly validTo: string;
};

/** What an office brings to the rules on a day. */
export type OfficeTerms = {
  /** Whether its proposals need an agreement in force with the employer. */
  readonly agreementRequired: boolean;
  /** Employers with which an agreement is in force on that day. */
  readonly partners: ReadonlySet<string>;
};

export type MatchingTerms = OfficeTerms & { readonly today: string };

/** Two spellings of the same scheme give the same key: upper case, single spaces, no punctuation at the ends. */
export const schemeKey = (scheme: string): string =>
  scheme
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** The keys of several schemes, each once; what has neither a letter nor a digit names none. */
export const schemeKeys = (schemes: readonly string[]): readonly string[] =>
  distinct(schemes.map(schemeKey)).filter((key) => key !== "");

/** Each text once, in the order in which they come. */
export const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** The terms of an office that has no agreements and asks for none. */
export const noTerms: OfficeTerms = { agreementRequired: false, partners: new Set() };
