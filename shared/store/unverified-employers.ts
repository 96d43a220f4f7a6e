/** Employers that wait for a second person. A module of its own: what only lists asks for is in no other bundle. */
import * as z from "zod";
import type { Database } from "./dynamodb.ts";
import { keys } from "./keys.ts";

const row = z.object({ sk: z.string(), registeredBy: z.string().optional(), sentBack: z.literal(true).optional() });

/** Whether it is somebody's turn with one: to look at it as a second person, or to mend what was sent back. */
export const isTurnWith = (
  { registeredBy, sentBack }: { readonly registeredBy?: string | undefined; readonly sentBack?: true | undefined },
  staffId: string,
): boolean => (sentBack ? registeredBy === staffId : registeredBy !== staffId);

/** Those of a province, the earliest first, with who registered each, and whether it was sent back. @param after the id of the last one that was seen */
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
  ).items.map(({ sk, ...rest }) => ({ id: sk, ...rest }));
