/** Offices at rest, and the reports of their weeks. */
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import { type Office, office } from "../domain/offices/office.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type AtRest, type PageOptions, readStored } from "./record.ts";

export function openOffices(db: Database) {
  return {
    office: (id: string) => db.get("staff", keys.office(id), office),
    stored: (id: string) => readStored(db, "staff", keys.office(id), office),
    /** All offices of a time zone, by name. */
    inZone: (zone: string, page: PageOptions) =>
      db.query(
        "staff",
        {
          index: "office",
          condition: "officePk = :pk",
          values: { ":pk": `ZONE#${zone}` },
          limit: page.limit,
          cursor: page.cursor,
        },
        office,
      ),
    report: (officeId: string, week: string) =>
      db.get("staff", keys.officeReport(officeId, week), z.object({ figures: z.record(z.string(), z.number()) })),
    /** The reports of an office's weeks, the newest first. */
    reports: (officeId: string, page: PageOptions) =>
      db.query(
        "staff",
        {
          condition: "pk = :pk AND begins_with(sk, :kind)",
          values: { ":pk": keys.office(officeId).pk, ":kind": "REPORT#" },
          descending: true,
          limit: page.limit,
          cursor: page.cursor,
        },
        reportRow,
      ),
  };
}

const reportRow = z
  .object({ sk: z.string(), madeAt: z.string(), figures: z.record(z.string(), z.number()) })
  .transform(({ sk, ...row }) => ({ ...row, week: sk.slice("REPORT#".length) }));

export const officeAtRest: AtRest<Office> = {
  label: "office",
  table: "staff",
  key: ({ id }) => keys.office(id),
  attributes: (office) => ({ ...office, officePk: `ZONE#${office.zone}`, officeSk: `${office.name}#${office.id}` }),
};

/** The figures of a week, once. */
export const reportPut = (officeId: string, week: string, figures: Readonly<Record<string, number>>, madeAt: Instant): Write => ({
  label: "report",
  table: "staff",
  kind: "append",
  item: { ...keys.officeReport(officeId, week), figures, madeAt },
});
