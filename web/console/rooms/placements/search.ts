/** What the list of placements takes from its address; `klien` and `pemberi-kerja` are ids, given by links from their rooms. */
export const placementsFilters = ["status", "menunggu", "pk", "klien", "pemberi-kerja", "urut", "q"] as const;
export type PlacementsSearch = { readonly [N in (typeof placementsFilters)[number]]?: string | undefined };
