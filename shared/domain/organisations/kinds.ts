/** The kinds of organisation, with what each of them has. Plain tables: the browser reads them as they are. */

/** What a kind has besides its name: a field that it may have, or that it must have. */
type KindRow = {
  /** Of which region it is: of a regency or city, of a province, of either, or of the whole nation. */
  readonly of: "REGENCY" | "PROVINCE" | "EITHER" | "NATION";
  /** A unit of the corrections (UU 22/2022). */
  readonly unit?: true;
  readonly may?: readonly OwnField[];
  readonly must?: readonly OwnField[];
  /** A region has one of it and no more: two of them are twins whatever they are called. */
  readonly one?: true;
  /** What people call it, whatever its whole name is: found by these words too. */
  readonly called: string;
};

/** The fields that only some kinds have. */
export const ownFields = ["class", "openPrison", "trainingCenterKind", "lspLicence", "officeId"] as const;
export type OwnField = (typeof ownFields)[number];

export const organisationKinds = {
  BAPAS: { of: "REGENCY", unit: true, may: ["class", "officeId"], called: "Bapas" },
  LAPAS: { of: "REGENCY", unit: true, may: ["class", "openPrison"], called: "Lapas" },
  RUTAN: { of: "REGENCY", unit: true, may: ["class"], called: "Rutan" },
  BRANCH_RUTAN: { of: "REGENCY", unit: true, called: "Cabang Rutan" },
  LPKA: { of: "REGENCY", unit: true, may: ["class"], called: "LPKA" },
  PRISON_HOSPITAL: { of: "REGENCY", unit: true, called: "Rumah sakit Pengayoman" },
  REGIONAL_OFFICE: { of: "PROVINCE", one: true, called: "Kanwil Ditjenpas" },
  EMPLOYMENT_SERVICE: { of: "EITHER", one: true, called: "Disnaker Disnakertrans" },
  TRAINING_CENTER: { of: "EITHER", must: ["trainingCenterKind"], called: "" },
  CERTIFICATION_BODY: { of: "REGENCY", must: ["lspLicence"], called: "LSP" },
  MINISTRY: { of: "NATION", called: "" },
  STAKEHOLDER: { of: "EITHER", called: "" },
  REINTEGRATION_HOUSE: { of: "REGENCY", called: "Griya Abhipraya" },
  COMMUNITY_PARTNER: { of: "REGENCY", called: "Pokmas Lipas" },
} as const satisfies Readonly<Record<string, KindRow>>;

export type OrganisationKind = keyof typeof organisationKinds;

const isKind = (name: string): name is OrganisationKind => name in organisationKinds;
export const organisationKindNames: readonly OrganisationKind[] = Object.keys(organisationKinds).filter(isKind);

/** Whether it is a unit of the corrections: a Lapas, Rutan, branch, LPKA, Bapas or their hospital. */
export const isCorrectionalUnit = (kind: OrganisationKind): boolean => rowOf(kind).unit === true;

/** Whether a kind may have, or must have, a field that only some kinds have. */
export function hasField(kind: OrganisationKind, field: OwnField): "MAY" | "MUST" | "NEVER" {
  const { may = [], must = [] } = rowOf(kind);
  if (must.includes(field)) return "MUST";
  return may.includes(field) ? "MAY" : "NEVER";
}

/** The row of a kind. */
export const rowOf = (kind: OrganisationKind): KindRow => organisationKinds[kind];

/**
 * The classes of correctional units. Which of them a kind has follows from the decree of each unit and is not refused here.
 * Source: the names of the units themselves, such as Lapas Kelas IIA, Rutan Kelas IIB, Bapas Kelas II.
 */
export const unitClasses = ["I", "IIA", "IIB", "II", "III"] as const;

/** A regency's or province's, the ministry's, a private one, and the workshop of a Lapas. */
export const trainingCenterKinds = ["BLK", "BPVP", "LPK", "LAPAS_WORKSHOP"] as const;

/** Where what belongs to the whole nation stands in lists, beside the codes of provinces. */
export const wholeNation = "ID";
