/** How often a wrong secret or code came, by the hour: for a link, or from an address. */
import * as z from "zod";
import type { Instant } from "../domain/calendar/instant.ts";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";

const tries = z.object({ count: z.int() });

/** So long a count is kept, in seconds. */
const keptFor = 2 * 86_400;

export function triesIn(db: Database) {
  const count = async (counter: string, hour: string): Promise<number> =>
    (await db.get("placements", keys.tries(counter, hour), tries))?.count ?? 0;
  return {
    count,
    /** One more; returns how many there are. */
    add: async (counter: string, hour: string, now: Instant): Promise<number> => {
      await db.writeOne({
        label: "tries",
        table: "placements",
        kind: "update",
        key: keys.tries(counter, hour),
        update: "SET expiresAt = :expires ADD #count :one",
        names: { "#count": "count" },
        values: { ":one": 1, ":expires": Math.floor(Date.parse(now) / 1000) + keptFor },
      });
      return count(counter, hour);
    },
  };
}
