/** One client and one vacancy that fit; tests change what they are about. */
import type {
  MatchingCertificate,
  MatchingClient,
  MatchingTerms,
  MatchingVacancy,
} from "../../../../shared/domain/matching/matching-input.ts";

export const certificate: MatchingCertificate = {
  scheme: "SERVIS SEPEDA MOTOR",
  level: 2,
  units: ["A"],
  skills: ["AUTOMOTIVE"],
  expiresOn: "2026-03-02",
};

export const client: MatchingClient = {
  id: "cl_1",
  officeId: "of_1",
  regencyCode: "36.03",
  willingness: "PROVINCE",
  education: 3,
  skills: ["AUTOMOTIVE"],
  interests: [],
  aptitudes: [],
  certificates: [],
  experienceYears: 0,
  barredOccupations: [],
  exhaustedEmployers: [],
  waitingSince: "2026-02-01",
};

export const vacancy: MatchingVacancy = {
  id: "va_1",
  employerId: "em_1",
  regencyCode: "36.04",
  kbji: "7231.04",
  seatsFree: 1,
  validUntil: "2026-03-02",
  workDays: ["MONDAY"],
  reportDayFree: false,
  minEducation: 3,
  certificateRequired: false,
  schemes: [],
  minLevel: 0,
  skills: ["AUTOMOTIVE", "WELDING"],
  units: [],
  minExperienceYears: 0,
  employerOptOut: false,
};

export const terms: MatchingTerms = { today: "2026-03-02", agreementRequired: false, partners: new Set() };
