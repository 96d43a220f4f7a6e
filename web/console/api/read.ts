/** Server state: what was read, kept while it is fresh and shown while it is read anew. */
import { QueryClient, type QueryKey, queryOptions, useQuery } from "@tanstack/react-query";
import { type Answer, type Asked, call, type Reading } from "./client.ts";
import { isPassing } from "./problem.ts";

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      gcTime: 30 * 60_000,
      retry: (count, error) => count < 2 && isPassing(error),
      retryDelay: (count) => 1000 * 2 ** count,
      refetchOnWindowFocus: true,
      // What was shown from before is read anew when the line is back: with this mode it would not be.
      refetchOnReconnect: "always",
      // A read that fails without a network shows what was read before, and says so.
      networkMode: "always",
    },
  },
});

/** The name first, so that all readings of one kind can be made stale together. */
export const keyOf = <N extends Reading>(name: N, asked: Asked<N> = {}): QueryKey => [name, asked];

export const reading = <N extends Reading>(name: N, asked: Asked<N> = {}) =>
  queryOptions<Answer<N>>({ queryKey: keyOf(name, asked), queryFn: ({ signal }) => call(name, asked, { signal }) });

/** Reads a route; `data` is undefined until something has come. */
export const useRead = <N extends Reading>(name: N, asked: Asked<N> = {}, options: { readonly enabled?: boolean } = {}) =>
  useQuery({ ...reading(name, asked), ...options });

/** What was read by these routes is no longer true. */
export const makeStale = (...names: readonly Reading[]): Promise<unknown> =>
  Promise.all(names.map((name) => queries.invalidateQueries({ queryKey: [name] })));
