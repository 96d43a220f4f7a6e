/** Which vacancies stay within their offices because nobody has verified their employer yet. */
import * as z from "zod";
import type { Employer } from "../domain/employers/employer.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import type { PageOptions } from "./record.ts";

export const unverifiedVacanciesIn = (db: Database) => ({
  ofEmployer: (employerId: string, page: PageOptions) =>
    db.query(
      "employers",
      {
        condition: "pk = :pk AND begins_with(sk, :kind)",
        values: { ":pk": keys.employer(employerId).pk, ":kind": "VA#" },
        ...page,
      },
      z.object({ vacancyId: z.string() }),
    ),
});

/** Keeps a vacancy within its office, on the condition that its employer is still as it was read: unverified. */
export const withinOfficePuts = ({ id, version }: Employer, vacancyId: string): readonly Write[] => [
  { label: "withinOffice", table: "employers", kind: "append", item: { ...keys.unverifiedVacancy(id, vacancyId), vacancyId } },
  {
    label: "employer",
    table: "employers",
    kind: "check",
    key: keys.employer(id),
    condition: "#version = :version",
    names: { "#version": "version" },
    values: { ":version": version },
  },
];

export const withinOfficeDelete = (employerId: string, vacancyId: string): Write => ({
  label: "withinOffice",
  table: "employers",
  kind: "delete",
  key: keys.unverifiedVacancy(employerId, vacancyId),
});
