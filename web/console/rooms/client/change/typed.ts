/** What a form of a client's data holds, as it is typed; and the changes that it makes. */
import { formatAnyPhone } from "../../../../../shared/domain/identifiers/phone-text.ts";
import { drivingLicences } from "../../../../../shared/domain/reference/driving-licences.ts";
import { educationLevels } from "../../../../../shared/domain/reference/education.ts";
import { willingness } from "../../../../../shared/domain/reference/reach.ts";
import type { Draft } from "../../../api/client.ts";
import { reportingGiven, reportingNames, typedReportingOf } from "../form/reporting.tsx";
import type { ClientRecord, Topic } from "../page/detail.ts";

export type Changes = NonNullable<NonNullable<Draft<"changeClient">["body"]>["changes"]>;

export const sexes = ["MALE", "FEMALE"] as const;
export const documentKinds = [
  "ASSIMILATION",
  "PAROLE",
  "CONDITIONAL_LEAVE",
  "PRE_RELEASE_LEAVE",
  "FULL_RELEASE",
  "COMMUNITY_SERVICE",
  "SUPERVISION_SENTENCE",
] as const;

const oneOf = <T extends string>(all: readonly T[], text: string): T | undefined => all.find((value) => value === text);
const codes = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

/** One text a field; lists of codes are parted by commas. The NIK and the status document are sealed: their fields begin empty. */
export function typedOf(client: ClientRecord) {
  const { domicile } = client;
  return {
    fullName: client.fullName,
    sex: client.sex,
    birthDate: client.birthDate,
    registerNumber: client.registerNumber ?? "",
    nik: "",
    phone: formatAnyPhone(client.phone ?? ""),
    regencyCode: domicile.regencyCode,
    street: domicile.street ?? "",
    rt: domicile.rt ?? "",
    rw: domicile.rw ?? "",
    postalCode: domicile.postalCode ?? "",
    ...typedReportingOf(client),
    supervisionEndsOn: client.supervisionEndsOn ?? "",
    documentKind: "",
    documentNumber: "",
    documentDate: "",
    outsideWorkFrom: "",
    education: client.education,
    experienceYears: String(client.experienceYears),
    willingness: client.willingness,
    skills: client.skills.join(","),
    interests: client.interests.join(","),
    drivingLicences: client.drivingLicences.join(","),
    barredOccupations: client.barredOccupations.join(", "),
    suspended: client.suspended ? "1" : "",
  } satisfies Record<string, string>;
}
export type Typed = { readonly [name in keyof ReturnType<typeof typedOf>]: string };
export type FieldName = keyof Typed;

/** The fields of a sheet. */
export const fieldsOf: Readonly<Record<Topic, readonly FieldName[]>> = {
  person: ["fullName", "sex", "birthDate", "registerNumber", "nik"],
  reach: ["phone", "regencyCode", "street", "rt", "rw", "postalCode"],
  reporting: [...reportingNames, "supervisionEndsOn"],
  document: ["documentKind", "documentNumber", "documentDate", "outsideWorkFrom"],
  work: [
    "education",
    "experienceYears",
    "willingness",
    "skills",
    "interests",
    "drivingLicences",
    "barredOccupations",
    "suspended",
  ],
};

/** Where the API says that something is wrong with a field. */
export const pathOfField = (name: FieldName): string => {
  if (["regencyCode", "street", "rt", "rw", "postalCode"].includes(name)) return `changes.domicile.${name}`;
  if (reportingNames.some((known) => known === name)) return `changes.reporting.${name}`;
  if (name === "documentKind") return "changes.statusDocument.kind";
  if (name === "documentNumber") return "changes.statusDocument.number";
  if (name === "documentDate") return "changes.statusDocument.date";
  if (name === "outsideWorkFrom") return "changes.statusDocument.outsideWorkFrom";
  return `changes.${name}`;
};

/** What was typed differently from what is recorded, as it is sent; what may be absent and was emptied is taken away. */
export function changesOf(typed: Typed, client: ClientRecord): Changes {
  const before: Typed = typedOf(client);
  const differs = (...names: FieldName[]): boolean => names.some((name) => typed[name].trim() !== before[name].trim());
  const orNone = (text: string): string | null => text.trim() || null;
  return {
    ...(differs("fullName") && { fullName: typed.fullName }),
    ...(differs("sex") && { sex: oneOf(sexes, typed.sex) }),
    ...(differs("birthDate") && { birthDate: typed.birthDate }),
    ...(differs("registerNumber") && { registerNumber: orNone(typed.registerNumber) }),
    ...(differs("nik") && { nik: typed.nik }),
    ...(differs("phone") && { phone: orNone(typed.phone) }),
    ...(differs("regencyCode", "street", "rt", "rw", "postalCode") && { domicile: domicileOf(typed, client) }),
    ...(differs(...reportingNames) && { reporting: reportingGiven(typed) ?? null }),
    ...(differs("supervisionEndsOn") && { supervisionEndsOn: orNone(typed.supervisionEndsOn) }),
    ...(differs("documentKind", "documentNumber", "documentDate", "outsideWorkFrom") && { statusDocument: documentOf(typed) }),
    ...(differs("education") && { education: oneOf(educationLevels, typed.education) }),
    ...(differs("experienceYears") && { experienceYears: Number(typed.experienceYears) }),
    ...(differs("willingness") && { willingness: oneOf(willingness, typed.willingness) }),
    ...(differs("skills") && { skills: codes(typed.skills) }),
    ...(differs("interests") && { interests: codes(typed.interests) }),
    ...(differs("drivingLicences") && {
      drivingLicences: drivingLicences.filter((licence) => codes(typed.drivingLicences).includes(licence)),
    }),
    ...(differs("barredOccupations") && { barredOccupations: codes(typed.barredOccupations) }),
    ...(differs("suspended") && { suspended: typed.suspended !== "" }),
  };
}

/** A village that is known stays with its regency. */
function domicileOf({ regencyCode, street, rt, rw, postalCode }: Typed, { domicile }: ClientRecord) {
  const village = regencyCode === domicile.regencyCode ? domicile.villageCode : undefined;
  return {
    regencyCode,
    ...(village && { villageCode: village }),
    ...(street.trim() && { street }),
    ...(rt.trim() && { rt }),
    ...(rw.trim() && { rw }),
    ...(postalCode.trim() && { postalCode }),
  };
}

const documentOf = ({ documentKind, documentNumber, documentDate, outsideWorkFrom }: Typed) => ({
  kind: oneOf(documentKinds, documentKind),
  number: documentNumber,
  date: documentDate,
  outsideWorkFrom,
});
