/** The keys that a client holds, of those under which some vacancy stands. */
import { type ClientColumns, schemeLevel, skillMark } from "./client-columns.ts";
import type { VacancyIndex } from "./vacancy-index.ts";

export type ClientKeys = {
  /** Reads the keys of a client and answers how many; they stand in `keys`, each once. */
  readonly read: (client: number) => number;
  readonly keys: Int32Array;
};

export function clientKeys(
  { keys: { ofEverybody, ofSkill, ofCertifiedSkill, ofScheme, ofUnit, count }, postings }: VacancyIndex,
  clients: ClientColumns,
): ClientKeys {
  const { filed } = postings;
  const { skills, schemes, units } = clients;
  const keys = new Int32Array(count + 1);
  const read = (client: number): number => {
    let found = 0;
    // Each key is written down and stays only if a vacancy stands under it.
    keys[0] = ofEverybody;
    found += filed[ofEverybody] ?? 0;
    for (let at = skills.start[client] ?? 0; at < (skills.start[client + 1] ?? 0); at += 1) {
      const one = skills.values[at] ?? 0;
      const skill = one >>> skillMark.skillShift;
      keys[found] = ofSkill(skill);
      found += filed[ofSkill(skill)] ?? 0;
      if ((one & skillMark.certified) === 0) continue;
      keys[found] = ofCertifiedSkill(skill);
      found += filed[ofCertifiedSkill(skill)] ?? 0;
    }
    for (let at = schemes.start[client] ?? 0; at < (schemes.start[client + 1] ?? 0); at += 1) {
      const key = ofScheme((schemes.values[at] ?? 0) >>> schemeLevel.schemeShift);
      keys[found] = key;
      found += filed[key] ?? 0;
    }
    for (let at = units.start[client] ?? 0; at < (units.start[client + 1] ?? 0); at += 1) {
      const key = ofUnit(units.values[at] ?? 0);
      keys[found] = key;
      found += filed[key] ?? 0;
    }
    return found;
  };
  return { read, keys };
}
