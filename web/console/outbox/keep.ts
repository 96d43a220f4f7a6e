/** Rows of the outbox, so that a page that is lost loses no act. */
import { sealedStore } from "../session/sealed.ts";
import { isTrusted, loginId } from "../session/session.ts";
import type { Row } from "./row.ts";

const kept = sealedStore("titian-kirim");

export const keepRow = (row: Row): Promise<void> => kept.put(row.key, row);
export const dropRow = (key: string): Promise<void> => kept.drop(key);

/** The rows of this login that can still be read, oldest first. */
export async function keptRows(): Promise<readonly Row[]> {
  const rows: Row[] = (await kept.all())
    .filter(({ login }) => isTrusted() || login === loginId())
    .map(({ text }) => JSON.parse(text));
  return rows.toSorted((one, other) => one.madeAt - other.madeAt);
}
