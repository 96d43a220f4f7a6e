/** What of the day sheet stands in its address: its order, and until when things fall due. */
export const daySheetFilters = ["urut", "sampai"] as const;
export type DaySheetSearch = { readonly [N in (typeof daySheetFilters)[number]]?: string };
