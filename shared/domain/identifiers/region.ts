import * as z from "zod";
import type { Zone } from "../calendar/zone.ts";
import { raise } from "./codes.ts";
import { provinceOf } from "./region-code.ts";
import { isKnownProvince, isKnownRegency } from "./regions.ts";

/*
 * Region codes are the dotted codes of the Ministry of Home Affairs: 36, 36.03, 36.03.01, 36.03.01.2001. A village's last part
 * begins with 1 (kelurahan) or 2 (desa). Codes without dots are refused on purpose: the statistics office numbers some
 * provinces differently (Papua, Jakarta's cities), and a number without dots does not tell whose it is.
 * Source: Kepmendagri 300.2.2-2138/2025. Whether a code exists is asked of `regions.ts`.
 */

const trim = (text: string): string => text.trim();

/** A province, `36`. Error: `region.province`. */
export const provinceCodeSchema = z
  .string({ error: "region.province" })
  .overwrite(trim)
  .regex(/^[1-9]\d$/, raise("region.province"));

export type ProvinceCode = z.infer<typeof provinceCodeSchema>;

/** A regency or city, `36.03`. Error: `region.regency`. */
export const regencyCodeSchema = z
  .string({ error: "region.regency" })
  .overwrite(trim)
  .regex(/^[1-9]\d\.\d{2}$/, raise("region.regency"));

export type RegencyCode = z.infer<typeof regencyCodeSchema>;

/**
 * A regency that is in today's list: what no list knows, nothing can be matched to. For places where people live and work; a
 * NIK keeps the code of its first region for good and is only warned about. Errors: `region.regency`, `region.unknown-regency`.
 */
export const knownRegencySchema = regencyCodeSchema.refine(isKnownRegency, raise("region.unknown-regency"));

/** A province or a regency that is in today's list. Errors: `region.format`, `region.unknown-regency`. */
export const knownPlaceSchema = z
  .string({ error: "region.format" })
  .overwrite(trim)
  .refine((code) => isKnownProvince(code) || isKnownRegency(code), raise("region.unknown-regency"));

/** A district, `36.03.01`. Error: `region.district`. */
export const districtCodeSchema = z
  .string({ error: "region.district" })
  .overwrite(trim)
  .regex(/^[1-9]\d\.\d{2}\.\d{2}$/, raise("region.district"));

export type DistrictCode = z.infer<typeof districtCodeSchema>;

/** A village, `36.03.01.2001`. Error: `region.village`. */
export const villageCodeSchema = z
  .string({ error: "region.village" })
  .overwrite(trim)
  .regex(/^[1-9]\d\.\d{2}\.\d{2}\.[12]\d{3}$/, raise("region.village"));

export type VillageCode = z.infer<typeof villageCodeSchema>;

/** A region of any level. Error: `region.format`. */
export const regionCodeSchema = z
  .string({ error: "region.format" })
  .overwrite(trim)
  .regex(/^[1-9]\d(\.\d{2}(\.\d{2}(\.[12]\d{3})?)?)?$/, raise("region.format"));

export type RegionCode = z.infer<typeof regionCodeSchema>;

const zonesByProvince: readonly { readonly zone: Zone; readonly provinces: string }[] = [
  { zone: "WIB", provinces: "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62" },
  { zone: "WITA", provinces: "51 52 53 63 64 65 71 72 73 74 75 76" },
  { zone: "WIT", provinces: "81 82 91 92 93 94 95 96" },
];

/** The time zone of a region's province; undefined where the province is not known. Source: Keppres 41/1987, with later provinces. */
export function zoneOfRegion(code: RegionCode): Zone | undefined {
  return zonesByProvince.find(({ provinces }) => provinces.split(" ").includes(provinceOf(code)))?.zone;
}
