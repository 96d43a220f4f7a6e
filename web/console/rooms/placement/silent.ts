/** What happens if nobody says anything until the deadline, by the table of statuses. */
import type { ShortlistEntry } from "../../../../shared/domain/placements/shortlist.ts";
import { type AfterExpiry, type PlacementStatus, placementStatusRows } from "../../../../shared/domain/placements/statuses.ts";
import type { MailReceiver } from "../../../../shared/domain/process/effect.ts";
import type { Expiry } from "../../../../shared/domain/process/status.ts";
import { type Named, nameOf } from "../../acts/entry.ts";

/** As much of a placement as it depends on. */
export type Seen = {
  readonly status: PlacementStatus;
  readonly stage: number;
  readonly shortlist: readonly (Pick<ShortlistEntry, "state"> & Named)[];
  readonly needsCall?: object | undefined;
};

export type Silent =
  /** The question is put once more, and somebody is told. */
  | { readonly kind: "again"; readonly to: MailReceiver }
  | { readonly kind: "review" | "close" | "asksOn" }
  /** The next employer is asked, if there is one. */
  | { readonly kind: "next"; readonly name: string | undefined };

/** Undefined where nobody is waited for. */
export function silentIn({ status, stage, shortlist, needsCall }: Seen): Silent | undefined {
  const row = placementStatusRows[status];
  if (row.kind !== "WAITS") return undefined;
  const { again, leadsTo }: Expiry<AfterExpiry> = row.expires;
  if (leadsTo === undefined) return { kind: "asksOn" };
  if (again && stage === 1) return { kind: "again", to: again.to };
  // Who has not been called has not been asked: the task to call is put once more.
  if (needsCall && stage === 1) return { kind: "again", to: "officer" };
  if ("review" in leadsTo) return { kind: "review" };
  if ("close" in leadsTo) return { kind: "close" };
  return { kind: "next", name: nameOf(shortlist.find(({ state }) => state === "CLIENT_ACCEPTED")) };
}
