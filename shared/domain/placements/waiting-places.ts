/** Where a placement that waits for a vacancy is looked for when one opens: by how far its client would go. */

import { provinceOf } from "../identifiers/region-code.ts";
import { neighboursOf } from "../reference/neighbouring-provinces.ts";
import type { Willingness } from "../reference/reach.ts";
import type { Placement } from "./placement.ts";

/** The one place at which a placement waits. */
export const waitingPlaceOf = (state: Pick<Placement, "regencyCode" | "willingness" | "widened">): string =>
  placeOf(state.widened ?? state.willingness, state.regencyCode);

/** Every place at which somebody may wait to whom a vacancy in this regency is within reach. */
export function waitingPlacesWithinReach(regencyCode: string): readonly string[] {
  const province = provinceOf(regencyCode);
  return [regencyCode, province, ...[province, ...neighboursOf(province)].map(nextTo), anywhere];
}

const nextTo = (province: string): string => `NEXT-TO-${province}`;
const anywhere = "ANYWHERE";

function placeOf(willingness: Willingness, home: string): string {
  switch (willingness) {
    case "OWN_REGENCY":
      return home;
    case "PROVINCE":
      return provinceOf(home);
    case "NEIGHBOURING_PROVINCES":
      return nextTo(provinceOf(home));
    case "ANYWHERE":
      return anywhere;
  }
}
