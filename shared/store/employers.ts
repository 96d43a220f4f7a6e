/** Employers, agreements, vacancies and what holds their seats, at rest. */
import * as z from "zod";
import { type Agreement, agreement, type Employer, employer, type Vacancy, vacancy } from "../domain/employer.ts";
import { type Database, everyPage, type Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { matchingText, openIndex, openKeys, openVacancyQueries } from "./open-vacancies.ts";

const withHead = z.object({ auditHead: z.string() });

type PageWish = { readonly limit: number; readonly cursor?: string | undefined };

export function openEmployers(db: Database) {
  const agreementsOf = (officeId: string, page: Partial<PageWish>) =>
    db.query(
      "employers",
      { index: "directory", condition: "directoryPk = :pk", values: { ":pk": `OFFICE#${officeId}#AG` }, ...page },
      agreement,
    );
  return {
    employer: (id: string) => db.get("employers", keys.employer(id), z.intersection(employer, withHead)),
    agreement: (id: string) => db.get("employers", keys.agreement(id), z.intersection(agreement, withHead)),
    vacancy: (id: string) => db.get("employers", keys.vacancy(id), z.intersection(vacancy, withHead)),
    /** Which vacancy a vacancy of Karirhub became. */
    fromKarirhub: (reference: string) => db.get("employers", keys.karirhub(reference), z.object({ vacancyId: z.string() })),
    /** Which employer an employer of Karirhub became. */
    employerFromKarirhub: (reference: string) =>
      db.get("employers", keys.karirhubEmployer(reference), z.object({ employerId: z.string() })),
    employersIn: (provinceCode: string, page: PageWish) =>
      db.query(
        "employers",
        {
          index: "directory",
          condition: "directoryPk = :pk",
          values: { ":pk": `PROVINCE#${provinceCode}` },
          ...page,
          // Whoever employs as an individual is known by the own name.
          indexHoldsNames: true,
        },
        employer,
      ),
    agreementsOf,
    /** Every agreement of an office, whatever its status. */
    allAgreementsOf: (officeId: string) => everyPage((cursor) => agreementsOf(officeId, { cursor })),
    ...openVacancyQueries(db),
  };
}

export const employerPuts = (one: Employer, auditHead: string): readonly Write[] => [
  {
    label: "employer",
    table: "employers",
    kind: "put",
    item: {
      ...keys.employer(one.id),
      ...one,
      auditHead,
      directoryPk: `PROVINCE#${one.provinceCode}`,
      directorySk: `${one.legalName.toLocaleLowerCase("id")}#${one.id}`,
    },
    condition: "attribute_not_exists(pk)",
  },
  ...(one.karirhubRef
    ? [
        {
          label: "karirhub",
          table: "employers",
          kind: "put",
          item: { ...keys.karirhubEmployer(one.karirhubRef), employerId: one.id },
          condition: "attribute_not_exists(pk)",
        } as const,
      ]
    : []),
];

export const agreementPut = (before: Agreement | undefined, one: Agreement, auditHead: string): Write => ({
  label: "agreement",
  table: "employers",
  kind: "put",
  item: {
    ...keys.agreement(one.id),
    ...one,
    auditHead,
    directoryPk: `OFFICE#${one.officeId}#AG`,
    directorySk: `${one.validTo}#${one.id}`,
  },
  ...(before
    ? { condition: "#version = :version", names: { "#version": "version" }, values: { ":version": before.version } }
    : { condition: "attribute_not_exists(pk)" }),
});

/** Records a vacancy, with what matching reads of it and of its employer. */
export const vacancyPut = (one: Vacancy, employerOf: Pick<Employer, "size" | "optOut">, auditHead: string): readonly Write[] => [
  {
    label: "vacancy",
    table: "employers",
    kind: "put",
    item: { ...keys.vacancy(one.id), ...one, auditHead, matching: matchingText(one, employerOf), ...openIndex(one) },
    condition: "attribute_not_exists(pk)",
  },
  ...(one.karirhubRef
    ? [
        {
          label: "karirhub",
          table: "employers",
          kind: "put",
          item: { ...keys.karirhub(one.karirhubRef), vacancyId: one.id },
          condition: "attribute_not_exists(pk)",
        } as const,
      ]
    : []),
];

export const vacancyClose = (before: Vacancy, auditHead: string): Write => ({
  label: "vacancy",
  table: "employers",
  kind: "update",
  key: keys.vacancy(before.id),
  update: `SET #status = :closed, auditHead = :head, #version = :next REMOVE ${openKeys.join(", ")}`,
  condition: "#version = :version AND #status = :open",
  names: { "#status": "status", "#version": "version" },
  values: { ":closed": "CLOSED", ":open": "OPEN", ":head": auditHead, ":next": before.version + 1, ":version": before.version },
});

/** Takes or gives back a seat. Holds on the number as read, so that the list of open vacancies stays true. */
export function seatChange(one: Vacancy, by: 1 | -1): Write {
  const after = { ...one, seatsFree: one.seatsFree + by };
  const index = openIndex(after);
  const entry = index ? openKeys.map((name) => `, ${name} = :${name}`).join("") : ` REMOVE ${openKeys.join(", ")}`;
  return {
    label: "seat",
    table: "employers",
    kind: "update",
    key: keys.vacancy(one.id),
    update: `SET seatsFree = :after${entry}`,
    condition:
      by < 0 ? "seatsFree = :before AND seatsFree > :none AND #status = :status" : "seatsFree = :before AND #status = :status",
    names: { "#status": "status" },
    values: {
      ":after": after.seatsFree,
      ":before": one.seatsFree,
      ":status": one.status,
      ...(by < 0 ? { ":none": 0 } : {}),
      ...(index ? Object.fromEntries(openKeys.map((name) => [`:${name}`, index[name]])) : {}),
    },
  };
}

/** Marks a live proposal, on the condition that the vacancy is open and has a seat. */
export const holdPuts = (vacancyId: string, placementId: string): readonly Write[] => [
  {
    label: "hold",
    table: "employers",
    kind: "check",
    key: keys.vacancy(vacancyId),
    condition: "#status = :open AND seatsFree > :none",
    names: { "#status": "status" },
    values: { ":open": "OPEN", ":none": 0 },
  },
  { label: "holdRow", table: "employers", kind: "put", item: { ...keys.hold(vacancyId, placementId), placementId } },
];

export const holdDelete = (vacancyId: string, placementId: string): Write => ({
  label: "holdRow",
  table: "employers",
  kind: "delete",
  key: keys.hold(vacancyId, placementId),
});
