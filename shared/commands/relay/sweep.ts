/** The sweep: what is due and was not done by the stream. It is the guarantee; the stream is only the fast path. */
import { outboxShards } from "../../store/keys.ts";
import type { RelayDeps, RelayResult } from "./relay-deps.ts";
import { relayRow } from "./relay-row.ts";

/**
 * Works off due rows of every shard, at most so many a shard. Returns how many ended how. A row that cannot even be looked at
 * holds up none behind it; it is thrown once everything else is done, so that the invocation counts as failed.
 */
export async function sweepOutbox(deps: RelayDeps, perShard = 200): Promise<Readonly<Partial<Record<RelayResult, number>>>> {
  const counts: Partial<Record<RelayResult, number>> = {};
  const shards = Array.from({ length: outboxShards }, (_, shard) => shard);
  const errors: unknown[] = [];
  await Promise.all(
    shards.map(async (shard) => {
      const page = await deps.store.outbox.due(shard, deps.now(), perShard);
      for (const { pk } of page.items) {
        try {
          const result = await relayRow(deps, pk);
          counts[result] = (counts[result] ?? 0) + 1;
        } catch (error) {
          errors.push(error);
        }
      }
    }),
  );
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} rows of the outbox could not be looked at`);
  return counts;
}
