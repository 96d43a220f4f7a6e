/** Why a round did not give a client a seat: one sentence for every refusal. */
import type { RoundCutoff } from "./round.ts";

/** All seats went to a higher band, a longer wait, or the published lottery; or, with placements first, to somebody promoted. */
export const refusalReasons = ["HIGHER_BAND", "LONGER_WAIT", "LOTTERY", "PLACEMENTS_FIRST"] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/**
 * What decides about a client at a vacancy. Promoted, with placements first, is everyone who got no seat, and of the others those
 * whose proposal says so.
 */
export type Claim = Omit<RoundCutoff, "vacancyId">;

/**
 * Compares a client's claim with the last one admitted. Undefined: the claim is at least as good, so the round cannot have
 * refused it.
 */
export function refusalOf(claim: Claim, cutoff: RoundCutoff): RefusalReason | undefined {
  if (claim.band !== cutoff.band) return claim.band > cutoff.band ? "HIGHER_BAND" : undefined;
  if (claim.promoted !== cutoff.promoted) return cutoff.promoted ? "PLACEMENTS_FIRST" : undefined;
  if (claim.waitingSince !== cutoff.waitingSince) return claim.waitingSince > cutoff.waitingSince ? "LONGER_WAIT" : undefined;
  return claim.lottery > cutoff.lottery ? "LOTTERY" : undefined;
}
