/**
 * A key is what leads a client to a vacancy: a scheme or a certified skill where it demands a certificate, else a skill, else
 * the key of everybody. Keys are whole numbers.
 */
import type { PreparedClient, PreparedVacancy } from "./prepared.ts";

const everybody = -1;
const skillKey = (skill: number): number => 3 * skill;
const certifiedKey = (skill: number): number => 3 * skill + 1;
const schemeKey = (scheme: number): number => 3 * scheme + 2;

/** The keys under which a vacancy is found: whoever is eligible holds one of them. */
export function keysOfVacancy(vacancy: PreparedVacancy): readonly number[] {
  if (!vacancy.certificateRequired) return vacancy.skills.length > 0 ? vacancy.skills.map(skillKey) : [everybody];
  return vacancy.schemes.length > 0 ? vacancy.schemes.map(schemeKey) : vacancy.skills.map(certifiedKey);
}

/** The keys of a client, each with the highest level that a certificate gives it. */
export function keysOfClient(client: PreparedClient): ReadonlyMap<number, number> {
  const keys = new Map<number, number>([[everybody, 0], ...client.skills.map((skill) => [skillKey(skill), 0] as const)]);
  const raise = (key: number, level: number): void => {
    keys.set(key, Math.max(level, keys.get(key) ?? 0));
  };
  for (const { scheme, level, skills } of client.certificates) {
    raise(schemeKey(scheme), level);
    for (const skill of skills) raise(certifiedKey(skill), level);
  }
  return keys;
}
