/** What of the reports stands in their address: the first and the last day of the figures. */
export const reportFilters = ["dari", "sampai"] as const;
export type ReportsSearch = { readonly [N in (typeof reportFilters)[number]]?: string };
