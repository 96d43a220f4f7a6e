/**
 * Finds the place of an id in a list of ids: a table of whole numbers beside the list, since a Map of some hundred thousand
 * ids takes several times the memory of the ids.
 */
export type IdTable = {
  /** The place of an id in the list; -1 where it is not in it. */
  readonly find: (id: string) => number;
  /** Notes that the id asked for last, which was not in the table, stands at the end of the list now. */
  readonly noteLast: () => void;
};

/** A table for a list that only grows. */
export function idTable(ids: readonly string[]): IdTable {
  // One more than the place, 0 for none; and beside it the hash, since to look at an id itself is to wait for memory. At most
  // five of eight are in use.
  let slots = new Int32Array(128);
  let hash = 0;
  let slot = 0;
  const isFree = (): boolean => slots[2 * slot] === 0;
  const toNext = (): void => {
    slot = (slot + 1) & (slots.length / 2 - 1);
  };
  const fill = (place: number): void => {
    slots[2 * slot] = place + 1;
    slots[2 * slot + 1] = hash;
  };
  const grow = (): void => {
    const before = slots;
    slots = new Int32Array(2 * before.length);
    for (let at = 0; at < before.length; at += 2) {
      const place = (before[at] ?? 0) - 1;
      if (place === -1) continue;
      hash = before[at + 1] ?? 0;
      for (slot = hash & (slots.length / 2 - 1); !isFree(); ) toNext();
      fill(place);
    }
  };
  return {
    find: (id) => {
      hash = hashOf(id);
      for (slot = hash & (slots.length / 2 - 1); !isFree(); toNext()) {
        const place = (slots[2 * slot] ?? 0) - 1;
        if (slots[2 * slot + 1] === hash && ids[place] === id) return place;
      }
      return -1;
    },
    noteLast: () => {
      fill(ids.length - 1);
      if (ids.length * 16 > slots.length * 5) grow();
    },
  };
}

/** FNV-1a, 32 bits, its high bits mixed into the low ones. */
function hashOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
