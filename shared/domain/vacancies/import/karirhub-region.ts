import { regenciesNamed } from "../../identifiers/region-names.ts";
import type { KarirhubItem } from "./karirhub-item.ts";
import type { FlagCode } from "./reasons.ts";

/** Where a posting is: nowhere that it says, abroad, or in Indonesia with the regency as far as it could be recognised. */
export type Location =
  | { readonly kind: "NONE" }
  | { readonly kind: "OVERSEAS" }
  | { readonly kind: "INDONESIA"; readonly regencyCode?: string; readonly flags: readonly FlagCode[] };

/** Where something is, as the site says it: of a posting, or of the employer itself. */
export type Placed = Pick<KarirhubItem, "region"> & Partial<Pick<KarirhubItem, "vacancyable_type">>;

function isOverseas(item: Placed): boolean {
  if (/overseas|abroad|migrant|foreign|luar.?negeri/i.test(item.vacancyable_type ?? "")) return true;
  const country = item.region?.name?.split(",").at(-1)?.trim().toUpperCase();
  const place = item.region?.regionable;
  const hasProvince = place?.province ?? place?.city?.province ?? place?.sub_district?.city?.province;
  const isProvince = item.region?.regionable_type === "province";
  return country !== undefined && country !== "INDONESIA" && hasProvince === undefined && !isProvince;
}

/**
 * Finds the regency of a posting. Karirhub writes region codes as numbers without dots (`3174`, `3174081003`), a form that the
 * ministry of home affairs and the statistics office share while some of their numbers differ. So a code is believed only where its
 * name agrees; where it does not, the name decides. In Papua, which the two number differently throughout, the code is not
 * read at all and a person looks.
 */
export function locateVacancy(item: Placed): Location {
  if (isOverseas(item)) return { kind: "OVERSEAS" };
  const place = item.region?.regionable;
  const city = place?.sub_district?.city ?? place?.city ?? (place?.province ? place : undefined);
  const province = city?.province ?? (item.region?.regionable_type === "province" ? place : undefined);
  if (!city && !province && !item.region?.name) return { kind: "NONE" };

  const byName = city?.name === undefined ? [] : regenciesNamed(city.name);
  const named = byName.length === 1 ? byName[0] : undefined;
  const isPapua =
    /papua/i.test(province?.name ?? item.region?.name ?? "") ||
    /^9/.test(city?.code ?? province?.code ?? "") ||
    /^9/.test(named ?? "");
  const flags: FlagCode[] = isPapua ? ["vacancy.region-papua"] : [];
  if (named === undefined) return { kind: "INDONESIA", flags: [...flags, "vacancy.region-unknown"] };

  const digits = city?.code?.replace(/\D/g, "").slice(0, 4) ?? "";
  const agrees = `${digits.slice(0, 2)}.${digits.slice(2)}` === named;
  if (!agrees && !isPapua) flags.push("vacancy.region-renumbered");
  return { kind: "INDONESIA", regencyCode: named, flags };
}
