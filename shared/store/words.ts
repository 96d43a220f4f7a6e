/** Rows by which a record is found by its words: the first letter is the partition, the word and the record's id the place in it. */
import * as z from "zod";
import type { Database } from "./dynamodb.ts";
import type { TableName } from "./tables.ts";

export type WordRow = { readonly place: string; readonly word: string; readonly id: string };

/** The ids by words that begin so, in the order of the words. @param after the word and id of the last one */
export async function rowsByWord(
  db: Database,
  table: TableName,
  partition: string,
  beginning: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<readonly WordRow[]> {
  const { items } = await db.query(
    table,
    {
      condition: "pk = :pk AND sk BETWEEN :from AND :to",
      values: {
        ":pk": partition,
        ":from": after === undefined ? beginning : `${after}!`,
        ":to": `${beginning}\uffff`,
      },
      limit,
    },
    z.object({ sk: z.string() }),
  );
  return items.map(({ sk }) => {
    const [word = "", id = ""] = sk.split("#");
    return { place: sk, word, id };
  });
}
