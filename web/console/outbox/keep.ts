/** Rows of the outbox, so that a page that is lost loses no act. */
import { sealedStore } from "../session/sealed.ts";
import { isTrusted, loginId } from "../session/session.ts";
import type { Row } from "./row.ts";

const kept = sealedStore("titian-kirim");

/** One after the other: what is dropped last stays dropped, however long it took to seal what was kept before. */
let writing: Promise<unknown> = Promise.resolve();
function write(what: () => Promise<void>): Promise<void> {
  const written = writing.then(what, what);
  writing = written;
  return written;
}

export const keepRow = (row: Row): Promise<void> => write(() => kept.put(row.key, row));
export const dropRow = (key: string): Promise<void> => write(() => kept.drop(key));

/** The rows of this login that can still be read, oldest first. */
export async function keptRows(): Promise<readonly Row[]> {
  const rows: Row[] = (await kept.all())
    .filter(({ login }) => isTrusted() || login === loginId())
    .map(({ text }) => JSON.parse(text));
  return rows.toSorted((one, other) => one.madeAt - other.madeAt);
}
