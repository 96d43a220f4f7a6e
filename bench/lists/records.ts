/** A country of offices, as records: one large office that is asked, and all others, which must not be felt. */
import { type Agreement, agreement } from "../../shared/domain/agreements/agreement.ts";
import { type Certificate, certificate } from "../../shared/domain/certificates/certificate.ts";
import { type Client, client } from "../../shared/domain/clients/client.ts";
import { type Consent, consent } from "../../shared/domain/clients/consent.ts";
import { type Employer, employer } from "../../shared/domain/employers/employer.ts";
import { provinces, regencies } from "../../shared/domain/identifiers/regions.ts";
import { employerWordsOf, searchWordsOf } from "../../shared/domain/identifiers/search-words.ts";
import { type Office, office } from "../../shared/domain/offices/office.ts";
import { type StaffRole, staffRoles } from "../../shared/domain/offices/roles.ts";
import { type Staff, staff } from "../../shared/domain/offices/staff.ts";
import { type Placement, placement } from "../../shared/domain/placements/placement.ts";
import { placementStatuses } from "../../shared/domain/placements/statuses.ts";
import { type Vacancy, vacancy } from "../../shared/domain/vacancies/vacancy.ts";
import type { Act } from "../../shared/store/record.ts";

/** Nine in the morning of a Monday. */
export const listsNow = "2026-11-02T02:00:00.000Z";
export const act: Act = { at: listsNow, actor: "operator", event: "bench" };

/** A caseload, as the offices have them. */
const clientsOfOfficer = 140;
/** The share of all clients that the office has which is asked: at 100,000 the 20,000 of no office that there is, and above. */
export const shareOfOffice = 5;
const otherOffices = 19;

const idOf = (prefix: string, no: number): string => `${prefix}_${String(no).padStart(26, "0")}`;
const nameParts = ["Adi", "Budi", "Citra", "Dewi", "Eka", "Fajar", "Gilang", "Hadi", "Indra", "Joko", "Kartika", "Lestari"];
const nameOf = (no: number): string =>
  [no, Math.floor(no / 12), Math.floor(no / 144)].map((part) => nameParts[part % nameParts.length]).join(" ");

/** Office 0 is the one that is asked. */
export const officeOf = (clientNo: number): number => (clientNo % shareOfOffice === 0 ? 0 : 1 + (clientNo % otherOffices));
const officeId = (no: number): string => (no === 0 ? "bapas-ukur" : `bapas-ukur-${no}`);

export const buildOffice = (no: number): Office =>
  office.parse({
    id: officeId(no),
    name: `Bapas Ukur ${no}`,
    provinceCode: "36",
    regencyCode: "36.03",
    zone: "WIB",
    deadlines: {},
    version: 1,
  });

export const offices = Array.from({ length: otherOffices + 1 }, (_, no) => buildOffice(no));

/** One of each role in the office that is asked; the officer is the first of many. */
export const askers = { officer: 1, supervisor: 2, trainer: 3, administrator: 4 } as const satisfies Record<StaffRole, number>;
const firstColleague = 10;
const firstElsewhere = 1_000_000;

export const buildStaff = (no: number, role: StaffRole): Staff =>
  staff.parse({
    id: idOf("st", no),
    issuer: "https://login.ukur.example",
    subject: String(no),
    officeId: officeId(0),
    role,
    name: `Petugas ${no}`,
    email: `petugas${no}@ukur.example`,
    active: true,
  });

/** Staff of the office that is asked, as many officers as its clients need. */
export const staffOf = (clients: number): readonly Staff[] => [
  ...staffRoles.map((role) => buildStaff(askers[role], role)),
  ...Array.from({ length: Math.floor(clients / shareOfOffice / clientsOfOfficer) }, (_, no) =>
    buildStaff(firstColleague + no, "officer"),
  ),
];

/** The officer who carries a client: the asker has the first caseload of the office that is asked, and no other office's client. */
const officerOf = (clientNo: number): string => {
  const office = officeOf(clientNo);
  if (office !== 0) return idOf("st", firstElsewhere + office);
  const caseload = Math.floor(clientNo / shareOfOffice / clientsOfOfficer);
  return idOf("st", caseload === 0 ? askers.officer : firstColleague + caseload - 1);
};

/** Under way in every third client. */
const hasPlacement = (no: number): boolean => Math.floor(no / shareOfOffice) % 3 === 0;

/** As the office numbers them. */
export const registerNumberOf = (no: number): string => `BKD-${no}/2026`;

export const buildClient = (no: number): Client => {
  const built = client.parse({
    id: idOf("cl", no),
    officeId: officeId(officeOf(no)),
    officerId: officerOf(no),
    fullName: nameOf(no),
    registerNumber: registerNumberOf(no),
    sex: "MALE",
    birthDate: "1994-05-12",
    phone: `+62812${String(no).padStart(8, "0")}`,
    domicile: { regencyCode: "36.03" },
    education: "SMA",
    skills: ["AUTOMOTIVE"],
    interests: [],
    drivingLicences: [],
    experienceYears: 2,
    willingness: "PROVINCE",
    statusDocument: { kind: "PAROLE", number: `UKUR-${no}`, date: "2026-01-20", outsideWorkFrom: "2026-01-20" },
    barredOccupations: [],
    status: "CERTIFIED",
    suspended: false,
    ...(hasPlacement(no) ? { openPlacement: idOf("pl", no) } : {}),
    attempts: hasPlacement(no) ? 1 : 0,
    version: 1,
    registeredAt: listsNow,
  });
  return { ...built, searchWords: [...searchWordsOf(built)] };
};

export const hasCertificate = (no: number): boolean => Math.floor(no / shareOfOffice) % 4 === 0;

/** Every fifth of them waits for its second person. */
export const buildCertificate = (no: number): Certificate =>
  certificate.parse({
    id: idOf("ce", no),
    clientId: idOf("cl", no),
    officeId: officeId(officeOf(no)),
    kind: "COMPETENCE",
    number: `45407 7231 2 ${String(no).padStart(7, "0")} 2026`,
    scheme: "Pemeliharaan berkala sepeda motor konvensional",
    units: ["G.45OTO01.001.2"],
    skills: ["AUTOMOTIVE"],
    result: "COMPETENT",
    issuedOn: "2026-02-20",
    expiresOn: "2029-02-20",
    recordedBy: idOf("st", askers.trainer),
    recordedAt: listsNow,
    ...(Math.floor(no / shareOfOffice) % 20 === 0 ? {} : { verifiedBy: idOf("st", askers.supervisor), verifiedAt: listsNow }),
    version: 1,
  });

const statuses = placementStatuses;

/**
 * Where every third client stands: in each status as many. What waits is after its first deadline, so that what asks the supervisors
 * is a full page already of a thousand clients.
 */
export function buildPlacement(no: number): Placement | undefined {
  if (!hasPlacement(no)) return undefined;
  const at = Math.floor(no / shareOfOffice / 3);
  const status = statuses[at % statuses.length] ?? "RANKING";
  const waits = status.startsWith("AWAITING") || status === "INTERVIEW";
  const day = String(3 + (at % 26)).padStart(2, "0");
  return placement.parse({
    id: idOf("pl", no),
    kind: "PLACEMENT",
    clientId: idOf("cl", no),
    officeId: officeId(officeOf(no)),
    officerId: officerOf(no),
    attempt: 1,
    route: "MATCH",
    status,
    stage: waits ? 2 : 1,
    version: 1,
    waitNo: 1,
    waitOpen: waits,
    ...(waits ? { deadline: `2026-11-${day}T10:00:00.000Z` } : {}),
    run: 1,
    provinceCode: "36",
    regencyCode: "36.03",
    willingness: "PROVINCE",
    shortlistNo: 0,
    shortlist: [],
    employersAsked: 0,
    confirmedBy: {},
    milestones: { startedAt: listsNow },
  });
}

/** Of the employers one in as many as there are provinces is in that of the office. */
const placeOf = (no: number): { readonly provinceCode: string; readonly regencyCode: string } => {
  const regencyCode =
    no % provinces.length === 0 ? "36.03" : (regencyIn(provinces[no % provinces.length]?.code ?? "") ?? "36.03");
  return { provinceCode: regencyCode.slice(0, 2), regencyCode };
};

const regencyIn = (province: string): string | undefined => regencies.find(({ code }) => code.startsWith(`${province}.`))?.code;

export const buildEmployer = (no: number): Employer =>
  employer.parse({
    id: idOf("em", no),
    type: "COMPANY",
    size: "SMALL",
    legalName: `CV Bengkel ${nameOf(no)} ${no}`,
    searchWords: employerWordsOf(`CV Bengkel ${nameOf(no)} ${no}`),
    industry: [],
    ...placeOf(no),
    contact: { id: idOf("ct", no), name: nameOf(no), email: `bengkel${no}@contoh.example` },
    optOut: false,
    registeredBy: idOf("st", askers.officer),
    version: 1,
  });

export const buildVacancy = (no: number): Vacancy =>
  vacancy.parse({
    id: idOf("va", no),
    employerId: idOf("em", no),
    employerName: `CV Bengkel ${nameOf(no)} ${no}`,
    officeId: officeId(officeOf(no)),
    title: "Mekanik sepeda motor",
    kbji: "7231",
    ...placeOf(no),
    seats: 2,
    seatsFree: 2,
    wage: { amount: 550_000_000, basis: "MONTHLY" },
    workDays: ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"],
    reportDayFree: true,
    contractType: "PKWT",
    requirements: { certificateRequired: false, schemes: [], skills: ["AUTOMOTIVE"], units: [], minExperienceYears: 0 },
    recordCheck: "UNKNOWN",
    flags: [],
    validUntil: "2027-03-31",
    status: "OPEN",
    openedAt: listsNow,
    version: 1,
  });

export const buildAgreement = (no: number): Agreement =>
  agreement.parse({
    id: idOf("ag", no),
    officeId: officeId(officeOf(no)),
    employerId: idOf("em", no),
    kind: "PKS",
    number: `W12.PAS.UKUR-${no}`,
    title: "Perjanjian kerja sama",
    scopes: ["RECRUITMENT"],
    status: "SIGNED",
    signedOn: "2026-01-05",
    validFrom: "2026-01-05",
    validTo: "2028-01-05",
    version: 1,
  });

/** The claims of the token with which a role asks. */
export const askerOf = (role: StaffRole): Readonly<Record<"iss" | "sub" | "token_use", string>> => {
  const { issuer, subject } = buildStaff(askers[role], role);
  return { iss: issuer, sub: subject, token_use: "access" };
};

/** A client of the asking officer. */
const firstClient = idOf("cl", 0);

/** The record that stands in a path: of each kind the first, which is the asking office's. */
export const firstOf = (path: string): string | undefined => {
  const kinds = {
    clients: "cl",
    placements: "pl",
    employers: "em",
    vacancies: "va",
    agreements: "ag",
    certificates: "ce",
  } as const;
  const [kind] = Object.entries(kinds).filter(([name]) => path.startsWith(`/${name}/{id}`));
  return kind && idOf(kind[1], 0);
};

/** The consent of that client, without which no opportunities are shown. */
export const profilingConsent: Consent = consent.parse({
  id: idOf("co", 0),
  clientId: firstClient,
  purpose: "PROFILING",
  recipient: "-",
  action: "GIVEN",
  textVersion: "2026-03",
  how: "IN_PERSON",
  at: listsNow,
  recordedBy: idOf("st", askers.officer),
});
