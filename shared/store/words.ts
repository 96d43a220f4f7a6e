/** Rows by which a record is found by its words: the first letter is the partition, the word and the record's id the place in it. */
import * as z from "zod";
import type { Database, Key } from "./dynamodb.ts";
import type { Lock } from "./record.ts";
import type { TableName } from "./tables.ts";

export type WordRow = {
  readonly place: string;
  readonly id: string;
  /** All words of its record, so that a search for several loads none but who is found; absent where it was put before that. */
  readonly searchWords?: readonly string[] | undefined;
};

/** The rows of a record. */
export const wordRows = (searchWords: readonly string[], keyOf: (word: string) => Key): readonly Lock[] =>
  searchWords.map((word) => ({ label: "word", key: keyOf(word), item: {}, follows: { searchWords: [...searchWords] } }));

const row = z
  .object({ sk: z.string(), searchWords: z.array(z.string()).optional() })
  .transform(({ sk, searchWords }): WordRow => ({ place: sk, id: sk.split("#")[1] ?? "", searchWords }));

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
    row,
  );
  return items;
}
