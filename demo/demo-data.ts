/** Demo data in which nobody is real. The office and the motorcycle company are the model case; everything else is made up. */

export const office = {
  id: "bapas-ciangir",
  name: "Bapas Kelas II Ciangir",
  provinceCode: "36",
  regencyCode: "36.03",
  zone: "WIB",
  agreementRequired: false,
  replyTo: "balasan@titian.example",
  telephone: "021-5550100",
} as const;

/** Logins of the demo. The password is the same for all and only good for this machine. */
export const password = "titian-demo-2026";
export const people = {
  officer: { username: "petugas", name: "Sari Contohwati", email: "petugas@bapas.example", role: "officer" },
  colleague: { username: "rekan", name: "Joko Percontohan", email: "rekan@bapas.example", role: "officer" },
  supervisor: { username: "atasan", name: "Wening Contohsari", email: "atasan@bapas.example", role: "supervisor" },
  trainer: { username: "pelatih", name: "Budi Misalnya", email: "pelatih@blk.example", role: "trainer" },
  administrator: { username: "admin", name: "Ratna Contohani", email: "pengelola@titian.example", role: "administrator" },
} as const;

const rupiah = (amount: number) => amount * 100;
const workWeek = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY"] as const;

const workshop = (legalName: string, email: string, contact: string, size: "MICRO" | "SMALL") => ({
  type: "COMPANY" as const,
  size,
  legalName,
  regencyCode: "36.03",
  contact: { name: contact, email },
});

export const employers = {
  honda: {
    type: "COMPANY",
    size: "LARGE",
    legalName: "PT Honda Wahana Makmur Sejati",
    regencyCode: "36.03",
    industry: [{ scheme: "KBLI2020", code: "45407" }],
    contact: { name: "Bagian Rekrutmen", email: "rekrutmen@honda-wahana.example" },
  },
  cikupa: workshop("Bengkel Teladan Cikupa", "bengkel-teladan@contoh.example", "Ibu Contoh", "SMALL"),
  balaraja: workshop("Bengkel Percontohan Balaraja", "bengkel-balaraja@contoh.example", "Pak Misal", "SMALL"),
  curug: workshop("Las Jaya Contoh Curug", "las-curug@contoh.example", "Pak Umpama", "MICRO"),
} as const;

/** The agreement with the motorcycle company, from 2026 for two years. */
export const agreement = {
  kind: "PKS",
  title: "Pelatihan vokasional otomotif, sertifikasi keahlian dan penempatan kerja bagi klien pemasyarakatan",
  number: "CONTOH/PKS/001/2026",
  scopes: ["TRAINING", "RECRUITMENT", "SELF_EMPLOYMENT"],
  status: "SIGNED",
  signedOn: "2026-01-15",
  validFrom: "2026-01-15",
  validTo: "2028-01-14",
} as const;

/** Who the model case names besides, as organisations; the training centre and the certification body are made up. */
export const organisations = {
  bapas: { kind: "BAPAS", name: "Bapas Kelas II Ciangir", class: "II", regionCode: "36.03", officeId: office.id },
  lapas: { kind: "LAPAS", name: "Lapas Terbuka Kelas IIB Ciangir", class: "IIB", openPrison: true, regionCode: "36.03" },
  disnaker: { kind: "EMPLOYMENT_SERVICE", name: "Dinas Tenaga Kerja Kabupaten Tangerang", regionCode: "36.03" },
  bappeda: { kind: "STAKEHOLDER", name: "Bappeda Kabupaten Tangerang", regionCode: "36.03" },
  ministry: {
    kind: "MINISTRY",
    name: "Kementerian Hukum dan Hak Asasi Manusia",
    labels: [{ name: "Kementerian Imigrasi dan Pemasyarakatan", validFrom: "2024-10-21" }],
  },
  centre: {
    kind: "TRAINING_CENTER",
    trainingCenterKind: "BLK",
    name: "BLK Contoh Tangerang",
    regionCode: "36.03",
    contact: { name: "Bagian Pelatihan", email: "pelatihan@blk-contoh.example" },
  },
  body: { kind: "CERTIFICATION_BODY", name: "LSP Otomotif Percontohan", regionCode: "36.03", lspLicence: "BNSP-LSP-9901-ID" },
} as const;

/** What is only planned with the employment service and the training centre has neither number nor days. */
export const plannedAgreement = {
  kind: "MOU",
  title: "Rencana pelatihan keterampilan bagi klien pemasyarakatan",
  scopes: ["TRAINING"],
  status: "PLANNED",
} as const;

type VacancySeed = {
  readonly employer: keyof typeof employers;
  readonly title: string;
  readonly seats: number;
  readonly wage: number;
  readonly skills: readonly string[];
  readonly kbji: string;
  readonly certificateRequired: boolean;
  readonly withAgreement?: true;
};

/** Mechanics and a welder. The wages stand at or above the minimum wage of Kabupaten Tangerang where it binds. */
export const vacancies: readonly VacancySeed[] = [
  {
    employer: "honda",
    title: "Mekanik Sepeda Motor",
    seats: 4,
    wage: 5_300_000,
    skills: ["AUTOMOTIVE"],
    kbji: "7231.04",
    certificateRequired: true,
    withAgreement: true,
  },
  {
    employer: "cikupa",
    title: "Mekanik Bengkel Umum",
    seats: 2,
    wage: 3_600_000,
    skills: ["AUTOMOTIVE"],
    kbji: "7231.04",
    certificateRequired: false,
  },
  {
    employer: "balaraja",
    title: "Asisten Mekanik",
    seats: 1,
    wage: 3_400_000,
    skills: ["AUTOMOTIVE"],
    kbji: "7231.04",
    certificateRequired: false,
  },
  {
    employer: "curug",
    title: "Tukang Las",
    seats: 1,
    wage: 3_500_000,
    skills: ["WELDING"],
    kbji: "7212.01",
    certificateRequired: false,
  },
];

/** The body of a vacancy's registration. @param validUntil a day, such as 2026-12-31 */
export const vacancyBody = (seed: VacancySeed, employerId: string, agreementId: string | undefined, validUntil: string) => ({
  employerId,
  ...(agreementId ? { agreementId } : {}),
  title: seed.title,
  kbji: seed.kbji,
  regencyCode: "36.03",
  seats: seed.seats,
  wage: { amount: rupiah(seed.wage), basis: "MONTHLY" },
  workDays: workWeek,
  reportDayFree: true,
  contractType: "PKWT",
  requirements: { minEducation: "SMP", certificateRequired: seed.certificateRequired, skills: seed.skills },
  recordCheck: "NOT_ASKED",
  validUntil,
});

type ClientSeed = {
  readonly fullName: string;
  readonly birthDate: string;
  readonly nik: string;
  readonly skills: readonly string[];
  readonly phone?: string;
};

/** Invented people: the serial numbers of their NIKs end the range and belong to nobody here. */
export const clients: readonly ClientSeed[] = [
  {
    fullName: "Contoh Satu Ramadan",
    birthDate: "1994-05-12",
    nik: "3603011205949991",
    skills: ["AUTOMOTIVE"],
    phone: "081200000001",
  },
  { fullName: "Misal Dua Purnama", birthDate: "1988-11-03", nik: "3603020311889992", skills: ["AUTOMOTIVE", "WELDING"] },
  { fullName: "Umpama Tiga", birthDate: "2001-01-27", nik: "3603032701019993", skills: ["WELDING"], phone: "081200000003" },
  { fullName: "Andai Empat Sentosa", birthDate: "1979-08-30", nik: "3603043008799994", skills: ["AUTOMOTIVE"] },
];

export const clientBody = (seed: ClientSeed) => ({
  ...seed,
  sex: "MALE",
  domicile: { regencyCode: "36.03", rt: "003", rw: "011" },
  education: "SMA",
  interests: seed.skills,
  experienceYears: 2,
  willingness: "PROVINCE",
  statusDocument: { kind: "PAROLE", number: "CONTOH.PAS-001.PK.05.09", date: "2026-01-20", outsideWorkFrom: "2026-01-20" },
  reporting: { rhythm: "WEEKLY", day: "WEDNESDAY" },
});

/** A competence certificate. @param serial makes its number unique */
export const certificateBody = (serial: number, issuedOn: string) => ({
  kind: "COMPETENCE",
  number: `45407 7231 2 ${String(serial).padStart(7, "0")} ${issuedOn.slice(0, 4)}`,
  scheme: "Pemeliharaan berkala sepeda motor konvensional",
  units: ["G.45OTO01.001.2"],
  skills: ["AUTOMOTIVE"],
  kkniLevel: 2,
  result: "COMPETENT",
  issuedOn,
});
