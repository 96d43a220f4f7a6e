/** The daily reconciler: every open process has an execution that carries it, and no wait outlives its deadline by an hour. */
import { addMilliseconds } from "../../domain/calendar/instant.ts";
import { refusal } from "../../domain/errors.ts";
import { system } from "../../domain/process/actor.ts";
import { executionOf, isUnderWay, kindOfId, replaceExecution } from "../../domain/processes.ts";
import { dueShards } from "../../store/keys.ts";
import { type OutboxEffect, outboxPut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { changeProcess } from "../process/change-process.ts";
import { expireWait } from "../workflow/expire-wait.ts";
import type { RelayDeps } from "./relay-deps.ts";

const pageSize = 25;
const grace = 3_600_000;
/** A process that moved within this time is surely carried, in milliseconds. */
const settling = 300_000;

/**
 * Looks after one page of the open processes of a shard and orders the next page. One that cannot be handled becomes a row of
 * its own, with its own tries and its own alarm: it must not keep those behind it from being looked after, today and every day.
 */
export async function reconcilePage(deps: RelayDeps, ref: Extract<OutboxEffect, { kind: "RECONCILE" }>["ref"]): Promise<void> {
  const { shard, only } = ref;
  if (only !== undefined) return reconcileProcess(deps, only);
  const page = await deps.store.processes.open(shard, { limit: pageSize, cursor: ref.cursor });
  const further: (typeof ref)[] = page.cursor ? [{ shard, cursor: page.cursor }] : [];
  for (const { id } of page.items) await reconcileProcess(deps, id).catch(() => further.push({ shard, only: id }));
  if (further.length === 0) return;
  const rows = further.map((next) => outboxPut(deps.newId("outbox"), { kind: "RECONCILE", ref: next }, deps.now()));
  const result = await deps.store.database.commit(rows);
  if (result.kind !== "committed") throw refusal("CONFLICT");
}

/** Brings one process back to life where it has none: its wait is expired, its execution started anew as the next run. */
export async function reconcileProcess(deps: RelayDeps, id: string): Promise<void> {
  const before = await deps.store.processes.row(id);
  if (!before) return;
  const wait = before.waitOpen ? await deps.store.waits.wait(id, before.waitNo) : undefined;
  if (before.waitOpen && before.deadline && addMilliseconds(before.deadline, grace) < deps.now())
    await expireWait(deps, id, before.waitNo);
  const row = await deps.store.processes.row(id);
  if (!row || !isUnderWay({ kind: kindOfId(id), status: row.status })) return;
  const { machine, name } = executionOf({ processId: id, attempt: row.attempt ?? 1, run: row.run });
  const execution = await deps.outside.stateOf(machine, name);
  // An execution that was started just now may not be seen yet: DescribeExecution is eventually consistent.
  const isFresh = wait !== undefined && addMilliseconds(wait.openedAt, settling) > deps.now();
  if (execution === "RUNNING" || (execution === "UNKNOWN" && isFresh)) return;
  const run = row.run + 1;
  const start = outboxPut(
    deps.newId("outbox"),
    { kind: "START", ref: { processId: id, attempt: row.attempt ?? 1, run } },
    deps.now(),
  );
  await changeProcess(deps, id, { actor: system, alsoWrites: () => [start] }, ({ state, context }) =>
    replaceExecution(state, row.run, context),
  );
}

/** Orders a pass over every shard in which a process is open; the relay does the rest, page by page. */
export async function orderReconciliation(deps: Deps): Promise<{ readonly shards: number }> {
  const all = Array.from({ length: dueShards }, (_, shard) => shard);
  const firsts = await Promise.all(all.map((shard) => deps.store.processes.open(shard, { limit: 1 })));
  const shards = all.filter((shard) => (firsts[shard]?.items.length ?? 0) > 0);
  if (shards.length === 0) return { shards: 0 };
  await deps.store.database.commit(
    shards.map((shard) => outboxPut(deps.newId("outbox"), { kind: "RECONCILE", ref: { shard } }, deps.now())),
  );
  return { shards: shards.length };
}
