/**
 * Finds the place of an id in a list of ids: a table of whole numbers beside the list, since a Map of some hundred thousand
 * ids takes several times the memory of the ids.
 */
export type IdTable = {
  /** The place of an id in the list; -1 where it is not in it. */
  readonly find: (id: string) => number;
  /** Notes that an id, which is not in the table, stands at the end of the list. */
  readonly noteLast: () => void;
};

/** A table for a list that only grows. */
export function idTable(ids: readonly string[]): IdTable {
  // One more than the place; 0 for none. At most half of it is in use.
  let slots = new Int32Array(64);
  const slotOf = (id: string): number => {
    let slot = hashOf(id) & (slots.length - 1);
    for (;;) {
      const place = slots[slot] ?? 0;
      if (place === 0 || ids[place - 1] === id) return slot;
      slot = (slot + 1) & (slots.length - 1);
    }
  };
  return {
    find: (id) => (slots[slotOf(id)] ?? 0) - 1,
    noteLast: () => {
      if (ids.length * 2 > slots.length) {
        slots = new Int32Array(slots.length * 2);
        ids.forEach((id, place) => {
          slots[slotOf(id)] = place + 1;
        });
      } else slots[slotOf(ids.at(-1) ?? "")] = ids.length;
    },
  };
}

/** FNV-1a, 32 bits, its high bits mixed into the low ones. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
