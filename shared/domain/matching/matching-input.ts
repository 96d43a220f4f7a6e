/**
 * What the rules of matching may know. Nothing about the offence, sex, religion, ethnicity or age has a field here, so no
 * rule can read it.
 */

export type Willingness = "OWN_REGENCY" | "PROVINCE" | "ANYWHERE";

export type MatchingClient = {
  readonly regencyCode: string;
  readonly willingness: Willingness;
  /** Position in the order of education levels, 0 for none. */
  readonly education: number;
  readonly skills: readonly string[];
  readonly interests: readonly string[];
  /** Units and skills proved by certificates that are verified and not expired. */
  readonly certifiedUnits: readonly string[];
  readonly certifiedSkills: readonly string[];
  readonly hasCertificate: boolean;
  readonly experienceYears: number;
  /** KBJI codes, or beginnings of them, that the client's own conditions bar. */
  readonly barredOccupations: readonly string[];
  readonly reportDay?: string | undefined;
  /** Employers that must not be proposed again. */
  readonly exhaustedEmployers: readonly string[];
};

export type MatchingVacancy = {
  readonly id: string;
  readonly employerId: string;
  readonly regencyCode: string;
  readonly kbji?: string | undefined;
  readonly seatsFree: number;
  readonly validUntil: string;
  /** Monthly wage in sen (hundredths of a rupiah), where it is a monthly one. */
  readonly monthlyWage?: number | undefined;
  /** The floor that binds this employer, in sen; absent where none is known or the employer is exempt. */
  readonly wageFloor?: number | undefined;
  readonly workDays: readonly string[];
  readonly reportDayFree: boolean;
  readonly minEducation: number;
  readonly certificateRequired: boolean;
  readonly skills: readonly string[];
  readonly units: readonly string[];
  readonly minExperienceYears: number;
  readonly employerOptOut: boolean;
  /** Whether an agreement of the client's office with the employer is in force today. */
  readonly agreementInForce: boolean;
};

export type MatchingTerms = { readonly today: string; readonly agreementRequired: boolean };
