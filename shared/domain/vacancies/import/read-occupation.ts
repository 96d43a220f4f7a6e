import type { OccupationCode } from "../../identifiers/occupation.ts";

/**
 * Occupations that a title names beyond doubt, with the fields of work under which the site files them. Their codes are those of
 * the skills that are trained (`reference/skills.ts`); whatever else there is stays without a code, and a person fills it in.
 */
const sure: readonly { readonly title: RegExp; readonly field: RegExp; readonly code: OccupationCode }[] = [
  {
    title: /\b(?:mekanik|montir|teknisi|mechanic)\b.*\b(?:sepeda motor|motor|motorcycle)\b/i,
    field: /otomotif|mekanik|bengkel|teknik|perbaikan|perawatan/i,
    code: "7231.04",
  },
  {
    title: /\b(?:mekanik|montir|teknisi|mechanic)\b.*\b(?:mobil|car)\b/i,
    field: /otomotif|mekanik|bengkel|teknik|perbaikan|perawatan/i,
    code: "7231.03",
  },
  { title: /\b(?:tukang las|juru las|welder)\b/i, field: /las|manufaktur|konstruksi|teknik|produksi|logam/i, code: "7212.01" },
  { title: /\btukang kayu\b/i, field: /konstruksi|bangunan|kayu|pertukangan/i, code: "7115.01" },
  { title: /\b(?:tukang|perajin) (?:mebel|furnitur)\b/i, field: /manufaktur|produksi|kayu|mebel|pertukangan/i, code: "7522.02" },
  { title: /\btukang (?:bangunan|batu)\b/i, field: /konstruksi|bangunan|pertukangan/i, code: "7111.00" },
  { title: /\b(?:pastry|baker|bakery|pembuat (?:roti|kue))\b/i, field: /juru masak|kuliner|makanan|boga/i, code: "7512.01" },
  { title: /\b(?:cook|chef|koki|juru masak|tukang masak)\b/i, field: /juru masak|kuliner|makanan|boga/i, code: "5120.00" },
  {
    title: /\b(?:barber(?:man)?|pemangkas rambut|tukang cukur)\b/i,
    field: /rambut|barber|kecantikan|salon|layanan/i,
    code: "5141.01",
  },
  { title: /\boperator\b.*\b(?:laundry|mesin cuci)\b/i, field: /laundry|penatu|layanan|operasional|produksi/i, code: "8157.02" },
  { title: /\b(?:data entry|entri data)\b/i, field: /admin|data|teknologi|bagian umum/i, code: "4132.01" },
];

/**
 * The occupation (KBJI) of a posting where its field of work and its title agree on one; undefined where either leaves a doubt,
 * or the title names several.
 */
export function readOccupation(field: string | undefined, title: string): OccupationCode | undefined {
  if (field === undefined) return undefined;
  const named = sure.filter((row) => row.title.test(title) && row.field.test(field));
  // A pastry chef is a baker: the narrower row stands first.
  const isBaker = named[0]?.code === "7512.01" && named[1]?.code === "5120.00";
  return named.length === 1 || isBaker ? named[0]?.code : undefined;
}
