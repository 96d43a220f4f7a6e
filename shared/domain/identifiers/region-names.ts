/** Regencies by their names, as people and other systems write them. */
import { regencies } from "./regions.ts";

/** `KAB. BEKASI`, `Kabupaten Bekasi` and `KOTA ADM. JAKARTA SELATAN` as one spelling each. */
export function foldRegencyName(name: string): string {
  return name
    .toUpperCase()
    .replace(/^KAB(?:\.|\b)/, "KABUPATEN ")
    .replace(/\b(?:ADMINISTRASI|ADM)\b\.?/, "")
    .replace(/[^A-Z]/g, "");
}

const codesByName = new Map<string, string[]>();
for (const { code, name } of regencies) {
  const folded = foldRegencyName(name);
  codesByName.set(folded, [...(codesByName.get(folded) ?? []), code]);
}

/** The codes of the regencies of a name with its kind; mostly one. */
export const regenciesNamed = (name: string): readonly string[] => codesByName.get(foldRegencyName(name)) ?? [];
