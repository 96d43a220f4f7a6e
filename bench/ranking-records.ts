/** Records of the synthetic market as they are stored, for what reads them from tables. */
import type { Certificate } from "../shared/domain/certificates/certificate.ts";
import { type Client, client } from "../shared/domain/clients/client.ts";
import { type Consent, consent } from "../shared/domain/clients/consent.ts";
import type { Employer } from "../shared/domain/employers/employer.ts";
import type { MatchingClient, MatchingVacancy } from "../shared/domain/matching/matching-input.ts";
import { type Office, office } from "../shared/domain/offices/office.ts";
import { type Staff, staff } from "../shared/domain/offices/staff.ts";
import { type Placement, placement } from "../shared/domain/placements/placement.ts";
import { type EducationLevel, educationLevels, educationRank } from "../shared/domain/reference/education.ts";
import { type Vacancy, vacancy } from "../shared/domain/vacancies/vacancy.ts";

/** The moment at which the market stands: nine in the morning of its day. */
export const benchNow = "2026-11-02T02:00:00.000Z";

const idOf = (prefix: string, no: number): string => `${prefix}_${String(no).padStart(26, "0")}`;
const numberIn = (id: string): number => Number(id.slice(3));
const levelOf = (rank: number): EducationLevel => educationLevels.find((level) => educationRank(level) >= rank) ?? "SMA";
/** Schemes are named in some five words where they are real. */
const schemeOf = (key: string): string => `Pemeliharaan dan perbaikan ${key.toLowerCase()}`;

export const benchOffice: Office = office.parse({
  id: "bapas-ukur",
  name: "Bapas Ukur",
  provinceCode: "36",
  regencyCode: "36.03",
  zone: "WIB",
  deadlines: {},
  version: 1,
});

export const benchStaff: Staff = staff.parse({
  id: idOf("st", 1),
  issuer: "https://login.ukur.example",
  subject: "1",
  officeId: benchOffice.id,
  role: "officer",
  name: "Petugas Ukur",
  email: "petugas@ukur.example",
  active: true,
});

/** A client of the market as a record. */
export const benchClient = (matchingClient: MatchingClient): Client =>
  client.parse({
    id: idOf("cl", 1),
    officeId: benchOffice.id,
    officerId: benchStaff.id,
    fullName: "Contoh Ukur",
    sex: "MALE",
    birthDate: "1994-05-12",
    domicile: { regencyCode: "36.03" },
    education: levelOf(matchingClient.education),
    skills: matchingClient.skills,
    interests: matchingClient.interests,
    aptitudes: matchingClient.aptitudes,
    drivingLicences: [],
    experienceYears: matchingClient.experienceYears,
    willingness: matchingClient.willingness,
    barredOccupations: [],
    status: "CERTIFIED",
    suspended: false,
    attempts: 1,
    version: 1,
    registeredAt: benchNow,
  });

export const benchCertificates = (matchingClient: MatchingClient): readonly Certificate[] =>
  matchingClient.certificates.map((held, at) => ({
    id: idOf("ce", at + 1),
    clientId: idOf("cl", 1),
    officeId: benchOffice.id,
    kind: "COMPETENCE",
    number: `45407 7231 2 ${String(at + 1).padStart(7, "0")} 2026`,
    scheme: schemeOf(held.scheme),
    units: [...held.units],
    skills: [...held.skills],
    kkniLevel: Math.max(1, held.level),
    result: "COMPETENT",
    issuedOn: "2026-02-20",
    expiresOn: "2029-02-20",
    recordedBy: idOf("st", 2),
    recordedAt: benchNow,
    verifiedBy: benchStaff.id,
    verifiedAt: benchNow,
    version: 2,
  }));

export const benchConsent: Consent = consent.parse({
  id: idOf("co", 1),
  clientId: idOf("cl", 1),
  purpose: "PROFILING",
  recipient: "-",
  action: "GIVEN",
  textVersion: "2026-03",
  how: "IN_PERSON",
  at: benchNow,
  recordedBy: benchStaff.id,
});

/** A placement that is to be ranked. */
export const benchPlacement = (of: Client, no: number): Placement =>
  placement.parse({
    kind: "PLACEMENT",
    id: idOf("pl", no),
    clientId: of.id,
    officeId: benchOffice.id,
    officerId: benchStaff.id,
    attempt: 1,
    route: "MATCH",
    status: "RANKING",
    stage: 1,
    version: 1,
    waitNo: 0,
    waitOpen: false,
    run: 1,
    provinceCode: "36",
    regencyCode: "36.03",
    willingness: of.willingness,
    shortlistNo: 0,
    shortlist: [],
    employersAsked: 0,
    confirmedBy: {},
    milestones: { startedAt: benchNow },
  });

/** A vacancy of the market as a record. @param no its place in the order in which they were opened */
export const benchVacancy = (matchingVacancy: MatchingVacancy, no: number): Vacancy =>
  vacancy.parse({
    id: idOf("va", no),
    employerId: idOf("em", numberIn(matchingVacancy.employerId)),
    employerName: `PT Contoh Ukur ${numberIn(matchingVacancy.employerId)}`,
    officeId: benchOffice.id,
    title: "Operator produksi dan perawatan",
    kbji: matchingVacancy.kbji,
    provinceCode: matchingVacancy.regencyCode.slice(0, 2),
    regencyCode: matchingVacancy.regencyCode,
    seats: Math.max(1, matchingVacancy.seatsFree),
    seatsFree: Math.max(1, matchingVacancy.seatsFree),
    wage: matchingVacancy.monthlyWage && { amount: matchingVacancy.monthlyWage, basis: "MONTHLY" },
    workDays: matchingVacancy.workDays,
    reportDayFree: matchingVacancy.reportDayFree,
    contractType: "PKWT",
    requirements: {
      minEducation: matchingVacancy.minEducation > 0 ? levelOf(matchingVacancy.minEducation) : undefined,
      certificateRequired: matchingVacancy.certificateRequired,
      schemes: matchingVacancy.schemes.map(schemeOf),
      minLevel: matchingVacancy.minLevel,
      skills: matchingVacancy.skills,
      units: matchingVacancy.units,
      minExperienceYears: matchingVacancy.minExperienceYears,
    },
    recordCheck: "UNKNOWN",
    flags: [],
    validUntil: matchingVacancy.validUntil,
    status: "OPEN",
    openedAt: benchNow,
    version: 1,
  });

/** What an index row holds of a vacancy's employer. */
export const benchEmployer = (matchingVacancy: MatchingVacancy): Pick<Employer, "size" | "optOut"> => ({
  size: matchingVacancy.wageFloor === undefined ? "SMALL" : "MEDIUM",
  optOut: matchingVacancy.employerOptOut,
});
