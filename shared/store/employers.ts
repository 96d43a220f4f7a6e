/** Employers at rest. */
import * as z from "zod";
import { type Employer, employer } from "../domain/employers/employer.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type PageOptions, withHead } from "./record.ts";

export function openEmployers(db: Database) {
  return {
    employer: (id: string) => db.get("employers", keys.employer(id), z.intersection(employer, withHead)),
    /** Which employer an employer of Karirhub became. */
    fromKarirhub: (reference: string) =>
      db.get("employers", keys.karirhubEmployer(reference), z.object({ employerId: z.string() })),
    inProvince: (provinceCode: string, page: PageOptions) =>
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
