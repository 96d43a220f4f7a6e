/** Identifiers that count: the same test names the same records each time, in the order in which they were made. */
import { type IdKind, idPrefixes, type NewId } from "../../shared/domain/identifiers/ids.ts";

/** An identifier with a number for its ULID. */
export const idNo = (kind: IdKind, no: number): string => `${idPrefixes[kind]}_${String(no).padStart(26, "0")}`;

/** Counts up from a number; the identifiers of one kind sort in the order in which they were made. */
export function countIds(from = 1): NewId {
  let last = from - 1;
  return (kind) => {
    last += 1;
    return idNo(kind, last);
  };
}
