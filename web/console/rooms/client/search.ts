/** What the list of clients shows, as it stands in its address. */
import type { Me } from "../../shell/me.ts";

export const clientFilters = ["q", "pk", "status", "kurang", "urut", "hal"] as const;
/**
 * `pk`: `saya`, `semua`, or the id of a colleague; absent: one's own, and everybody's where something is searched for. `kurang`:
 * what is missing. `urut`: `nama`; absent: by status. `hal`: how many pages are shown.
 */
export type ClientsSearch = { readonly [N in (typeof clientFilters)[number]]?: string | undefined };

export const clientStatuses = ["REGISTERED", "CONSENTED", "CERTIFIED"] as const;

/** Whose clients are listed: whoever carries none sees those of the office, and a search finds a colleague's client as well. */
export function officerOf({ pk, q }: ClientsSearch, me: Me): string {
  if (pk === "semua") return "all";
  if (pk === "saya") return me.id;
  if (pk !== undefined) return pk;
  return q || me.role !== "officer" ? "all" : me.id;
}
