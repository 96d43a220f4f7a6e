/** Provinces that share a land border, each pair once. By the boundaries since the division of Papua (2022). */
const landBorders: readonly (readonly [province: string, neighbours: string])[] = [
  ["11", "12"],
  ["12", "13 14"],
  ["13", "14 15 17"],
  ["14", "15"],
  ["15", "16 17"],
  ["16", "17 18"],
  ["17", "18"],
  ["31", "32 36"],
  ["32", "33 36"],
  ["33", "34 35"],
  ["61", "62 64"],
  ["62", "63 64"],
  ["63", "64"],
  ["64", "65"],
  ["71", "75"],
  ["72", "73 74 75 76"],
  ["73", "74 76"],
  ["91", "94 95"],
  ["92", "94 96"],
  ["93", "94 95"],
  ["94", "95"],
];

/**
 * Provinces without a common border between which people cross by a regular ferry of hours: Dumai–Batam, Palembang–Muntok,
 * Merak–Bakauheni, Ketapang–Gilimanuk, Padangbai–Lembar, Sape–Labuan Bajo. Maluku and North Maluku are each other's only near province.
 */
const ferryLinks: readonly (readonly [province: string, neighbours: string])[] = [
  ["14", "21"],
  ["16", "19"],
  ["18", "36"],
  ["35", "51"],
  ["51", "52"],
  ["52", "53"],
  ["81", "82"],
];

/** How two provinces are joined. */
export type Neighbourhood = "LAND" | "FERRY";

const neighbourhoods = new Map<string, Map<string, Neighbourhood>>();

function join(rows: typeof landBorders, kind: Neighbourhood): void {
  for (const [province, neighbours] of rows) {
    for (const neighbour of neighbours.split(" ")) {
      neighboursIn(province).set(neighbour, kind);
      neighboursIn(neighbour).set(province, kind);
    }
  }
}

function neighboursIn(province: string): Map<string, Neighbourhood> {
  const known = neighbourhoods.get(province) ?? new Map<string, Neighbourhood>();
  neighbourhoods.set(province, known);
  return known;
}

join(landBorders, "LAND");
join(ferryLinks, "FERRY");

/** The provinces next to one, by ascending code; empty for an unknown province. */
export function neighboursOf(province: string): readonly string[] {
  return [...(neighbourhoods.get(province)?.keys() ?? [])].toSorted();
}

/** How two provinces are joined; undefined where they are not neighbours. */
export function neighbourhoodOf(one: string, other: string): Neighbourhood | undefined {
  return neighbourhoods.get(one)?.get(other);
}
