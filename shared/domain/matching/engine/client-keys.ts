/** The keys that a client holds, of those under which some vacancy stands. */
import { clientRow, type HeldRows, schemeLevel, skillMark } from "./client-rows.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

export type ClientKeys = {
  /** Reads the keys of a client and returns how many; they stand in `keys`, each once. */
  readonly read: (client: number) => number;
  readonly keys: Int32Array;
};

export function clientKeys(index: VacancyIndex, { rows, held }: HeldRows): ClientKeys {
  const { filed } = index.postings;
  const { ofEverybody, ofSkill, ofCertifiedSkill, ofScheme, ofUnit, count } = index.keys;
  const keys = new Int32Array(count + 1);
  const read = (client: number): number => {
    const row = client * clientRow.width;
    const schemes = rows[row + clientRow.schemes] ?? 0;
    const units = rows[row + clientRow.units] ?? 0;
    const refused = rows[row + clientRow.refused] ?? 0;
    let found = 0;
    // Each key is written down and stays only if a vacancy stands under it.
    keys[0] = ofEverybody;
    found += filed[ofEverybody] ?? 0;
    for (let at = rows[row + clientRow.skills] ?? 0; at < schemes; at += 1) {
      const mark = held[at] ?? 0;
      const key = ofSkill(mark >>> skillMark.skillShift);
      keys[found] = key;
      found += filed[key] ?? 0;
      if ((mark & skillMark.certified) === 0) continue;
      const certified = ofCertifiedSkill(mark >>> skillMark.skillShift);
      keys[found] = certified;
      found += filed[certified] ?? 0;
    }
    for (let at = schemes; at < units; at += 1) {
      const key = ofScheme((held[at] ?? 0) >>> schemeLevel.schemeShift);
      keys[found] = key;
      found += filed[key] ?? 0;
    }
    for (let at = units; at < refused; at += 1) {
      const key = ofUnit(held[at] ?? 0);
      keys[found] = key;
      found += filed[key] ?? 0;
    }
    return found;
  };
  return { read, keys };
}
