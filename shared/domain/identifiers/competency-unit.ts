import * as z from "zod";
import { raise } from "./codes.ts";

const patterns = [
  { style: "SECTOR_IN_CATEGORY", pattern: /^([A-V]\.\d{2}[A-Z]{3})(\d{2})\.(\d{3})\.(\d{1,2})$/ },
  { style: "SECTOR", pattern: /^([A-Z]{3}\.[A-Z]{2})(\d{2})\.(\d{3})\.(\d{2})$/ },
  { style: "INDUSTRY", pattern: /^([A-V]\.\d{4})(\d{2})\.(\d{3})\.(\d{2})$/ },
] as const;

/** Which of the three ways of numbering a code follows. */
export type CompetencyUnitStyle = (typeof patterns)[number]["style"];

const anyPattern = new RegExp(patterns.map(({ pattern }) => pattern.source).join("|"));

/**
 * A unit of competence of the national work standards (SKKNI). Three ways of numbering are in use: `G.45OTO01.001.2`,
 * `OTO.SM01.001.01` and `J.620100.004.02`. Case and stray spaces are repaired.
 *
 * Error: `competency-unit.format`. Source: Permenaker 2/2016 and 3/2016 on SKKNI; published unit lists.
 */
export const competencyUnitSchema = z
  .string({ error: "competency-unit.format" })
  .overwrite((text) => text.normalize("NFKC").replace(/\s/g, "").toUpperCase())
  .regex(anyPattern, raise("competency-unit.format"));
export type CompetencyUnit = z.infer<typeof competencyUnitSchema>;

export type CompetencyUnitReading = {
  readonly style: CompetencyUnitStyle;
  /** Sector of the standard, such as `G.45OTO`: units of one trade share it. */
  readonly sector: string;
  readonly group: string;
  readonly sequence: string;
  readonly version: number;
};

/** The parts of a unit code; undefined where the text is no unit code. */
export function parseCompetencyUnit(unit: CompetencyUnit): CompetencyUnitReading | undefined {
  for (const { style, pattern } of patterns) {
    const found = pattern.exec(unit);
    if (!found) continue;
    const [, sector = "", group = "", sequence = "", version = ""] = found;
    return { style, sector, group, sequence, version: Number(version) };
  }
  return undefined;
}

/** True where two codes name the same unit, whichever version. A revised unit still shows what was learned. */
export function isSameUnit(one: CompetencyUnit, other: CompetencyUnit): boolean {
  const versionless = (unit: CompetencyUnit): string => unit.slice(0, unit.lastIndexOf("."));
  return versionless(one) === versionless(other);
}
