/** Records by their ids. */

/** The records of some ids, each read once however often it is named; what is gone is left out. */
export async function byId<T>(
  ids: readonly string[],
  readMany: (ids: readonly string[]) => Promise<readonly (T | undefined)[]>,
): Promise<ReadonlyMap<string, T>> {
  const distinct = [...new Set(ids)];
  const found = await readMany(distinct);
  return new Map(distinct.flatMap((id, at) => (found[at] === undefined ? [] : [[id, found[at]] as const])));
}
