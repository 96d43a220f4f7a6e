/** The parts of a region code (see `region.ts`): pure text, without the tables of what there is. */

export type RegionLevel = "PROVINCE" | "REGENCY" | "DISTRICT" | "VILLAGE";

const levels = ["PROVINCE", "REGENCY", "DISTRICT", "VILLAGE"] as const satisfies readonly RegionLevel[];

/** The level of a region code, by its number of parts. */
export function regionLevelOf(code: string): RegionLevel {
  return levels[code.split(".").length - 1] ?? "VILLAGE";
}

/** The province of a region of any level. */
export function provinceOf(code: string): string {
  return code.slice(0, 2);
}

/** The regency of a region, undefined for a province. */
export function regencyOf(code: string): string | undefined {
  return code.length >= 5 ? code.slice(0, 5) : undefined;
}

/** KELURAHAN (urban) or DESA, by the first digit of a village's own number. */
export function villageKindOf(code: string): "KELURAHAN" | "DESA" {
  return code.charAt(9) === "1" ? "KELURAHAN" : "DESA";
}

/** True where `region` is `area` itself or lies within it. */
export function liesWithin(region: string, area: string): boolean {
  return region === area || region.startsWith(`${area}.`);
}
