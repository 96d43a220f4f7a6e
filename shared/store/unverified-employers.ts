/** Employers that wait for a second person. A module of its own: what only lists asks for is in no other bundle. */
import * as z from "zod";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";

const row = z.object({ sk: z.string(), registeredBy: z.string().optional() });

/** Those of a province, the earliest first, with who registered each. @param after the id of the last one that was seen */
export const unverifiedEmployersIn = async (
  db: Database,
  provinceCode: string,
  { after = "", limit }: { readonly after?: string | undefined; readonly limit: number },
) =>
  (
    await db.query(
      "employers",
      {
        condition: "pk = :pk AND sk > :after",
        // A sort key is compared with no empty text.
        values: { ":pk": keys.unverifiedEmployer(provinceCode, "").pk, ":after": after || " " },
        limit,
      },
      row,
    )
  ).items.map(({ sk, registeredBy }) => ({ id: sk, registeredBy }));
