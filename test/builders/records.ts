/** Records that are valid unless a test says otherwise: an office in Tangerang, its staff, a client, employers and their vacancies. */

import { type Agreement, agreement } from "../../shared/domain/agreements/agreement.ts";
import { type Certificate, certificate } from "../../shared/domain/certificates/certificate.ts";
import { type Client, client } from "../../shared/domain/clients/client.ts";
import { type Consent, consent } from "../../shared/domain/clients/consent.ts";
import { type Employer, employer } from "../../shared/domain/employers/employer.ts";
import { deadlineSettings } from "../../shared/domain/offices/deadline-settings.ts";
import { type Office, office } from "../../shared/domain/offices/office.ts";
import { type Staff, staff } from "../../shared/domain/offices/staff.ts";
import { type Vacancy, vacancy } from "../../shared/domain/vacancies/vacancy.ts";
import { idNo } from "./ids.ts";

/** Monday, 2 March 2026, nine in the morning of the office. */
export const startOfTest = "2026-03-02T02:00:00.000Z";

export const buildOffice = (changes: Partial<Office> = {}): Office =>
  office.parse({
    id: "bapas-uji",
    name: "Bapas Uji",
    provinceCode: "36",
    regencyCode: "36.03",
    zone: "WIB",
    deadlines: deadlineSettings.parse({}),
    version: 1,
    ...changes,
  });

export const buildStaff = (no: number, changes: Partial<Staff> = {}): Staff =>
  staff.parse({
    id: idNo("staff", no),
    issuer: "https://login.test",
    subject: `staff-${no}`,
    officeId: "bapas-uji",
    role: "officer",
    name: `Petugas ${no}`,
    email: `petugas${no}@titian.test`,
    active: true,
    ...changes,
  });

export const buildClient = (no: number, changes: Partial<Client> = {}): Client =>
  client.parse({
    id: idNo("client", no),
    officeId: "bapas-uji",
    officerId: idNo("staff", 1),
    fullName: `Contoh Klien ${no}`,
    sex: "MALE",
    birthDate: "1994-05-12",
    phone: "+6281200000001",
    domicile: { regencyCode: "36.03" },
    education: "SMA",
    skills: ["AUTOMOTIVE"],
    interests: [],
    drivingLicences: [],
    experienceYears: 2,
    willingness: "PROVINCE",
    statusDocument: { kind: "PAROLE", number: "UJI-1", date: "2026-01-20", outsideWorkFrom: "2026-01-20" },
    barredOccupations: [],
    status: "CONSENTED",
    suspended: false,
    attempts: 0,
    version: 1,
    registeredAt: "2026-02-02T02:00:00.000Z",
    ...changes,
  });

export const buildConsent = (no: number, changes: Partial<Consent> = {}): Consent =>
  consent.parse({
    id: idNo("consent", no),
    clientId: idNo("client", no),
    purpose: "PROFILING",
    recipient: "-",
    action: "GIVEN",
    textVersion: "2026-03",
    how: "IN_PERSON",
    at: "2026-02-02T02:00:00.000Z",
    recordedBy: idNo("staff", 1),
    ...changes,
  });

export const buildCertificate = (no: number, changes: Partial<Certificate> = {}): Certificate =>
  certificate.parse({
    id: idNo("certificate", no),
    clientId: idNo("client", no),
    officeId: "bapas-uji",
    kind: "COMPETENCE",
    number: `45407 7231 2 ${String(no).padStart(7, "0")} 2026`,
    scheme: "Pemeliharaan berkala sepeda motor konvensional",
    units: ["G.45OTO01.001.2"],
    skills: ["AUTOMOTIVE"],
    result: "COMPETENT",
    issuedOn: "2026-02-20",
    expiresOn: "2029-02-20",
    recordedBy: idNo("staff", 3),
    recordedAt: "2026-02-21T02:00:00.000Z",
    version: 1,
    ...changes,
  });

export const buildEmployer = (no: number, changes: Partial<Employer> = {}): Employer =>
  employer.parse({
    id: idNo("employer", no),
    type: "COMPANY",
    size: "SMALL",
    legalName: `CV Bengkel ${no}`,
    industry: [],
    provinceCode: "36",
    regencyCode: "36.03",
    contact: { id: idNo("contact", no), name: `Pemilik ${no}`, email: `pemilik${no}@bengkel.test` },
    optOut: false,
    registeredBy: idNo("staff", 1),
    version: 1,
    ...changes,
  });

/** The vacancy number n of the employer number n. */
export const buildVacancy = (no: number, changes: Partial<Vacancy> = {}): Vacancy =>
  vacancy.parse({
    id: idNo("vacancy", no),
    employerId: idNo("employer", no),
    employerName: `CV Bengkel ${no}`,
    officeId: "bapas-uji",
    title: `Mekanik ${no}`,
    kbji: "7231.04",
    provinceCode: "36",
    regencyCode: "36.03",
    seats: 1,
    seatsFree: changes.seats ?? 1,
    wage: { amount: 360_000_000, basis: "MONTHLY" },
    workDays: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
    reportDayFree: true,
    contractType: "PKWT",
    requirements: { certificateRequired: false, skills: ["AUTOMOTIVE"], units: [], minExperienceYears: 0 },
    recordCheck: "NOT_ASKED",
    flags: [],
    validUntil: "2026-12-31",
    status: "OPEN",
    openedAt: "2026-02-02T02:00:00.000Z",
    version: 1,
    ...changes,
  });

export const buildAgreement = (no: number, changes: Partial<Agreement> = {}): Agreement =>
  agreement.parse({
    id: idNo("agreement", no),
    officeId: "bapas-uji",
    employerId: idNo("employer", no),
    kind: "PKS",
    title: "Penempatan kerja klien",
    number: `PKS-${no}`,
    scopes: ["RECRUITMENT"],
    signedOn: "2026-01-05",
    validFrom: "2026-01-05",
    validTo: "2027-01-04",
    status: "SIGNED",
    version: 1,
    ...changes,
  });
