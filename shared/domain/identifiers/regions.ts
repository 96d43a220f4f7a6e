import { regionRows } from "./region-rows.ts";

/** A province, or a regency or city in one, under its Kemendagri code. */
export type Province = { readonly code: string; readonly name: string };
export type Regency = {
  readonly code: string;
  /** With its kind: `Kabupaten Tangerang`, `Kota Cilegon`. */
  readonly name: string;
  readonly kind: "KABUPATEN" | "KOTA";
  readonly provinceCode: string;
};

function readRegencies(provinceCode: string, list: string): Regency[] {
  return list.split("|").map((entry) => {
    const number = entry.slice(0, 2);
    const isCity = Number(number) > 70;
    return {
      code: `${provinceCode}.${number}`,
      name: `${isCity ? "Kota" : "Kabupaten"} ${entry.slice(3)}`,
      kind: isCity ? "KOTA" : "KABUPATEN",
      provinceCode,
    };
  });
}

/** All provinces by ascending code. */
export const provinces: readonly Province[] = regionRows.map(([code, name]) => ({ code, name }));

/** All regencies and cities by ascending code. */
export const regencies: readonly Regency[] = regionRows.flatMap(([code, , list]) => readRegencies(code, list));

const provincesByCode: ReadonlyMap<string, Province> = new Map(provinces.map((province) => [province.code, province]));
const regenciesByCode: ReadonlyMap<string, Regency> = new Map(regencies.map((regency) => [regency.code, regency]));

/** The province of a code such as `36`. */
export function findProvince(code: string): Province | undefined {
  return provincesByCode.get(code);
}

/** The regency of a code such as `36.03`. */
export function findRegency(code: string): Regency | undefined {
  return regenciesByCode.get(code);
}

export function isKnownProvince(code: string): boolean {
  return provincesByCode.has(code);
}

export function isKnownRegency(code: string): boolean {
  return regenciesByCode.has(code);
}

/** The regencies and cities of a province, by ascending code. */
export function regenciesOf(provinceCode: string): readonly Regency[] {
  return regencies.filter((regency) => regency.provinceCode === provinceCode);
}

/** A region of any level in words, as far as it is known here: `Kabupaten Tangerang, Banten`. Undefined for an unknown one. */
export function describeRegion(code: string): string | undefined {
  const province = findProvince(code.slice(0, 2));
  if (!province || code.length < 5) return province?.name;
  const regency = findRegency(code.slice(0, 5));
  return regency && `${regency.name}, ${province.name}`;
}
