/** Offices at rest, and the reports of their weeks. */
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import { type Office, office } from "../domain/offices/office.ts";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import { type PageOptions, withHead } from "./record.ts";

export function openOffices(db: Database) {
  return {
    office: (id: string) => db.get("staff", keys.office(id), office),
    /** An office with the head of its audit. */
    officeWithHead: (id: string) => db.get("staff", keys.office(id), z.intersection(office, withHead)),
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
  };
}

export const officePut = (before: Office | undefined, after: Office, auditHead: string): Write => ({
  label: "office",
  table: "staff",
  kind: "put",
  item: { ...keys.office(after.id), ...after, auditHead, officePk: `ZONE#${after.zone}`, officeSk: `${after.name}#${after.id}` },
  ...(before
    ? { condition: "#version = :version", names: { "#version": "version" }, values: { ":version": before.version } }
    : { condition: "attribute_not_exists(pk)" }),
});

/** The figures of a week, once. */
export const reportPut = (officeId: string, week: string, figures: Readonly<Record<string, number>>, madeAt: Instant): Write => ({
  label: "report",
  table: "staff",
  kind: "put",
  item: { ...keys.officeReport(officeId, week), figures, madeAt },
  condition: "attribute_not_exists(pk)",
});
