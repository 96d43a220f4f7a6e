/** The live proposals of a vacancy. */
import * as z from "zod";
import type { Database, Write } from "./dynamodb.ts";
import { keys } from "./keys.ts";
import type { PageOptions } from "./record.ts";

export function openHolds(db: Database) {
  return {
    ofVacancy: (vacancyId: string, page: PageOptions) =>
      db.query(
        "employers",
        {
          condition: "pk = :pk AND begins_with(sk, :hold)",
          values: { ":pk": keys.vacancy(vacancyId).pk, ":hold": "HOLD#" },
          limit: page.limit,
          cursor: page.cursor,
        },
        z.object({ placementId: z.string() }),
      ),
  };
}

/** Marks a live proposal, on the condition that the vacancy has a seat and is open, or has run out by itself alone. */
export const holdPuts = (vacancyId: string, placementId: string): readonly Write[] => [
  {
    label: "hold",
    table: "employers",
    kind: "check",
    key: keys.vacancy(vacancyId),
    condition: "(#status = :open OR closedBecause = :expired) AND seatsFree > :none",
    names: { "#status": "status" },
    values: { ":open": "OPEN", ":expired": "EXPIRED", ":none": 0 },
  },
  holdPut(vacancyId, placementId),
];

/** The same where the transaction takes a seat of the vacancy, on a condition that says more. */
export const holdPut = (vacancyId: string, placementId: string): Write => ({
  label: "holdRow",
  table: "employers",
  kind: "put",
  item: { ...keys.hold(vacancyId, placementId), placementId },
});

export const holdDelete = (vacancyId: string, placementId: string): Write => ({
  label: "holdRow",
  table: "employers",
  kind: "delete",
  key: keys.hold(vacancyId, placementId),
});
