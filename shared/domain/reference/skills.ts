import * as z from "zod";
import type { CompetencyUnit } from "../identifiers/competency-unit.ts";
import type { Industry } from "../identifiers/industry.ts";
import { type OccupationCode, occupationGroupOf } from "../identifiers/occupation.ts";

/**
 * A field of skill as training in prisons and training centres knows it, and what it is called in the three classifications:
 * occupations (KBJI 2014), lines of business (KBLI 2020), and sectors of the work standards (SKKNI).
 *
 * The titles of the codes are read from the classifications; the pairing of skill and code is this project's own.
 */
export type Skill = {
  readonly id: string;
  readonly name: { readonly id: string; readonly en: string };
  readonly occupations: readonly { readonly code: OccupationCode; readonly name: { readonly id: string; readonly en: string } }[];
  readonly industries: readonly Industry[];
  /** Beginnings of competency unit codes. */
  readonly unitPrefixes: readonly string[];
};

const kbli2020 = (...codes: string[]): Industry[] => codes.map((code) => ({ scheme: "KBLI2020", code }));
const occupation = (code: OccupationCode, id: string, en: string): Skill["occupations"][number] => ({ code, name: { id, en } });

export const skills: readonly Skill[] = [
  {
    id: "AUTOMOTIVE",
    name: { id: "Otomotif dan perbengkelan", en: "Automotive repair" },
    occupations: [
      occupation("7231.04", "Mekanik sepeda motor", "Motorcycle mechanic"),
      occupation("7231.03", "Mekanik mobil", "Car mechanic"),
    ],
    industries: kbli2020("45407", "45201"),
    unitPrefixes: ["G.45OTO", "OTO."],
  },
  {
    id: "WELDING",
    name: { id: "Las", en: "Welding" },
    occupations: [occupation("7212.01", "Tukang las", "Welder")],
    industries: kbli2020("25920"),
    unitPrefixes: ["C.25"],
  },
  {
    id: "CARPENTRY",
    name: { id: "Pertukangan", en: "Carpentry and building" },
    occupations: [
      occupation("7115.01", "Tukang kayu bangunan", "Carpenter"),
      occupation("7522.02", "Tukang mebel", "Cabinet maker"),
      occupation("7111.00", "Tukang bangunan rumah", "House builder"),
    ],
    industries: kbli2020("43309", "31001"),
    unitPrefixes: ["F.", "C.31"],
  },
  {
    id: "COOKING",
    name: { id: "Tata boga", en: "Cooking and baking" },
    occupations: [occupation("5120.00", "Juru masak", "Cook"), occupation("7512.01", "Pembuat roti dan kue", "Baker")],
    industries: kbli2020("56102", "56210"),
    unitPrefixes: ["I.56"],
  },
  {
    id: "BARBERING",
    name: { id: "Pangkas rambut", en: "Barbering" },
    occupations: [occupation("5141.01", "Pemangkas rambut", "Barber")],
    industries: kbli2020("96111"),
    unitPrefixes: ["S.96KEC"],
  },
  {
    id: "LAUNDRY",
    name: { id: "Penatu (laundry)", en: "Laundry" },
    occupations: [
      occupation("8157.02", "Operator mesin cuci", "Laundry machine operator"),
      occupation("9121.03", "Pencuci dan penyetrika", "Hand launderer and presser"),
    ],
    industries: kbli2020("96200"),
    unitPrefixes: ["S.96"],
  },
  {
    id: "IT",
    name: { id: "Teknologi informasi", en: "Information technology" },
    occupations: [
      occupation("2514.00", "Pemrogram aplikasi", "Applications programmer"),
      occupation("3513.01", "Teknisi jaringan komputer", "Computer network technician"),
      occupation("4132.01", "Operator entri data", "Data entry clerk"),
    ],
    industries: kbli2020("62019", "95110"),
    unitPrefixes: ["J.62"],
  },
  {
    id: "ENTREPRENEURSHIP",
    name: { id: "Kewirausahaan", en: "Running a business" },
    occupations: [occupation("5221.01", "Pemilik kios atau warung", "Shopkeeper")],
    // The line of business is the client's own.
    industries: [],
    unitPrefixes: [],
  },
];

/** The skill of an id such as `AUTOMOTIVE`. */
export function findSkill(id: string): Skill | undefined {
  return skills.find((skill) => skill.id === id);
}

/** The skills behind an occupation: by its full code, else by its four-digit group. */
export function skillsOfOccupation(code: OccupationCode): readonly Skill[] {
  const exact = skills.filter(({ occupations }) => occupations.some((occupation) => occupation.code === code));
  if (exact.length > 0) return exact;
  const group = occupationGroupOf(code);
  return skills.filter(({ occupations }) => occupations.some((occupation) => occupationGroupOf(occupation.code) === group));
}

/** The skill that a unit of competence belongs to: of several fitting beginnings the longest decides. */
export function skillOfUnit(unit: CompetencyUnit): Skill | undefined {
  const lengthOfFit = ({ unitPrefixes }: Skill): number =>
    Math.max(0, ...unitPrefixes.filter((prefix) => unit.startsWith(prefix)).map((prefix) => prefix.length));
  const [best] = skills.filter((skill) => lengthOfFit(skill) > 0).toSorted((a, b) => lengthOfFit(b) - lengthOfFit(a));
  return best;
}

/** A code of the list. Error: `skill.unknown`. */
export const skillSchema = z
  .enum(
    skills.map(({ id }) => id),
    "skill.unknown",
  )
  .meta({ description: skills.map(({ id, name }) => `${id}: ${name.id} / ${name.en}`).join("; ") });
