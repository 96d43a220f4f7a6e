/** Many reads at once, and not too many. */

/** Works on every item, so many at a time; the results stand in the order of the items. The first error ends it. */
export async function mapAtOnce<T, R>(items: readonly T[], most: number, work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const queue = [...items.entries()];
  const results: [number, R][] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) results.push([next[0], await work(next[1])]);
  };
  await Promise.all(Array.from({ length: Math.min(most, items.length) }, worker));
  return results.toSorted(([one], [other]) => one - other).map(([, result]) => result);
}
