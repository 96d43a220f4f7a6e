/** Vacancies at rest, with their seats. */
import * as z from "zod";
import type { Employer } from "../domain/employers/employer.ts";
import { type Vacancy, vacancy } from "../domain/vacancies/vacancy.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { matchingText, openIndex, openKeys, openVacancyQueries } from "./open-vacancies.ts";
import { withHead } from "./record.ts";

export function openVacancies(db: Database) {
  return {
    vacancy: (id: string) => db.get("employers", keys.vacancy(id), z.intersection(vacancy, withHead)),
    /** Which vacancy a vacancy of Karirhub became. */
    fromKarirhub: (reference: string) => db.get("employers", keys.karirhub(reference), z.object({ vacancyId: z.string() })),
    ...openVacancyQueries(db),
  };
}

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
