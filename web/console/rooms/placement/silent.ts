/** What happens if nobody says anything until the deadline, by the table of statuses. */

import type { AfterExpiry } from "../../../../shared/domain/placements/statuses.ts";
import { placementStatusRows } from "../../../../shared/domain/placements/statuses.ts";
import type { Expiry } from "../../../../shared/domain/process/status.ts";
import { nameOf } from "../../acts/entry.ts";
import type { Placement } from "../../acts/send.ts";
import type { PlacementWords } from "./words.ts";

/** Undefined where nothing waits. */
export function ifSilent({ status, stage, shortlist }: Placement, words: PlacementWords): string | undefined {
  const row = placementStatusRows[status];
  if (row.kind !== "WAITS") return undefined;
  const { again, leadsTo }: Expiry<AfterExpiry> = row.expires;
  if (leadsTo === undefined) return words.asksOn;
  if (again && stage === 1) return words.again[again.to];
  if ("review" in leadsTo) return words.leadsToReview;
  if ("close" in leadsTo) return words.leadsToClose;
  const next = nameOf(shortlist.find(({ state }) => state === "CLIENT_ACCEPTED"));
  return next === undefined ? words.leadsToNobody : words.leadsToNext(next);
}
