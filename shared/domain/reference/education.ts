import * as z from "zod";

/** Levels of schooling in the order in which they are gone through. Equivalence diplomas (Paket A, B, C) count as SD, SMP, SMA. */
export const educationLevels = ["NONE", "SD", "SMP", "SMA", "SMK", "D1", "D2", "D3", "D4", "S1", "S2", "S3"] as const;

/** Error: `education.format`. Source: UU 20/2003 on the national education system. */
export const educationLevelSchema = z.enum(educationLevels, { error: "education.format" });
export type EducationLevel = z.infer<typeof educationLevelSchema>;

/** General and vocational upper school are equals, and so are D4 and S1: the place in the list above is not the rank. */
const ranks: Readonly<Record<EducationLevel, number>> = {
  NONE: 0,
  SD: 1,
  SMP: 2,
  SMA: 3,
  SMK: 3,
  D1: 4,
  D2: 5,
  D3: 6,
  D4: 7,
  S1: 7,
  S2: 8,
  S3: 9,
};

/** A number that is greater for more schooling and equal for equivalent schooling; 0 for none. */
export function educationRank(level: EducationLevel): number {
  return ranks[level];
}

/** Whether someone's schooling is at least what is asked. */
export function meetsEducation(has: EducationLevel, asked: EducationLevel): boolean {
  return ranks[has] >= ranks[asked];
}

/** The level in words. */
export const educationNames: Readonly<Record<EducationLevel, { readonly id: string; readonly en: string }>> = {
  NONE: { id: "Tidak tamat SD", en: "Primary school not finished" },
  SD: { id: "SD / Paket A", en: "Primary school" },
  SMP: { id: "SMP / Paket B", en: "Lower secondary school" },
  SMA: { id: "SMA / Paket C", en: "Upper secondary school" },
  SMK: { id: "SMK", en: "Vocational upper secondary school" },
  D1: { id: "Diploma 1", en: "One-year diploma" },
  D2: { id: "Diploma 2", en: "Two-year diploma" },
  D3: { id: "Diploma 3", en: "Three-year diploma" },
  D4: { id: "Diploma 4", en: "Four-year diploma" },
  S1: { id: "Sarjana (S1)", en: "Bachelor's degree" },
  S2: { id: "Magister (S2)", en: "Master's degree" },
  S3: { id: "Doktor (S3)", en: "Doctorate" },
};
