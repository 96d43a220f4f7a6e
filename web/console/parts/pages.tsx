/** A list that comes in pages: what was loaded stays loaded when somebody goes back to it. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ComponentChildren } from "preact";
import { type Answer, type Asked, callPage, type Query, type Reading } from "../api/client.ts";
import { isRecord } from "../api/problem.ts";
import { defineWords } from "../words/words.ts";
import { Failure, Skeleton } from "./states.tsx";

export const id = { more: "Muat lagi", loading: "Memuat…" };
export type PagesWords = typeof id;
const en: PagesWords = { more: "Load more", loading: "Loading…" };
const pagesWords = defineWords<PagesWords>(id, async () => ({ en }));

type Listed = { readonly items: readonly unknown[]; readonly cursor?: string | undefined };
type Lists = { [N in Reading]: Answer<N> extends Listed ? N : never }[Reading];
export type ItemOf<N extends Lists> = Answer<N>["items"][number];

const cursorOf = (page: unknown): string | undefined =>
  isRecord(page) && typeof page.cursor === "string" ? page.cursor : undefined;

type Props<N extends Lists> = {
  readonly route: N;
  readonly asked?: Omit<Asked<N>, "query">;
  readonly query?: Query<N>;
  /** What stands there where there is nothing. */
  readonly empty: ComponentChildren;
  readonly children: (items: readonly ItemOf<N>[]) => ComponentChildren;
};
export function Pages<N extends Lists>({ route, asked, query, empty, children }: Props<N>) {
  const words = pagesWords.use();
  const list = useInfiniteQuery({
    queryKey: [route, "pages", asked, query],
    initialPageParam: "",
    queryFn: ({ pageParam, signal }): Promise<Answer<N>> =>
      callPage(route, { ...asked, query: { limit: 50, ...query, cursor: pageParam } }, { signal }),
    getNextPageParam: cursorOf,
  });
  if (list.data === undefined)
    return list.error ? <Failure error={list.error} again={() => void list.refetch()} /> : <Skeleton />;
  const items = list.data.pages.flatMap((page: Answer<N>): readonly ItemOf<N>[] => page.items);
  if (items.length === 0) return empty;
  return (
    <>
      {children(items)}
      {list.error && <Failure error={list.error} again={() => void list.fetchNextPage()} />}
      {list.hasNextPage && (
        <p class="buttons after unprinted">
          <button type="button" class="button" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {list.isFetchingNextPage ? words.loading : words.more}
          </button>
        </p>
      )}
    </>
  );
}
