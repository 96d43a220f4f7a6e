/** The relay: takes one row of the outbox, does what it says, marks it done. Anything may crash anywhere; everything may come twice. */
import { addMilliseconds, type Instant } from "../../domain/calendar/instant.ts";
import { executionOf } from "../../domain/processes.ts";
import { leaseMs, mostTries, type OutboxRow } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { applyAnswer } from "../links/apply-answer.ts";
import { processStatus } from "../process/process-status.ts";
import { fanOut } from "./fan-out.ts";
import { reconcilePage } from "./reconcile.ts";
import type { RelayDeps, RelayResult, Taken } from "./relay-deps.ts";
import { sendDigest } from "./send-digest.ts";
import { sendMessage } from "./send-mail.ts";
import { sendReport } from "./send-report.ts";

/** Works one row off. Never throws for what the row's effect throws: the row is put off, and after twelve tries dead. */
export async function relayRow(deps: RelayDeps, pk: string): Promise<RelayResult> {
  const now = deps.now();
  const lease = addMilliseconds(now, leaseMs);
  const row = await deps.store.outbox.lease(pk, now, lease);
  if (!row) return "NOT_TAKEN";
  // A row that kills its relay each time never gets as far as an error.
  if (row.tries > mostTries) return markDead(deps, row, lease);
  try {
    const status = await takeEffect(deps, row, pk);
    if (typeof status === "object") {
      await deps.store.outbox.putOff(pk, lease, status.until, false);
      return "PUT_OFF";
    }
    await deps.store.outbox.finish(pk, lease, status, deps.now());
    return status;
  } catch (error) {
    deps.noteFailure(row, error);
    if (row.tries >= mostTries) return markDead(deps, row, lease);
    await deps.store.outbox.putOff(pk, lease, addMilliseconds(deps.now(), backoff(row.tries - 1)), true);
    return "PUT_OFF";
  }
}

async function markDead(deps: RelayDeps, row: OutboxRow, lease: Instant): Promise<"DEAD"> {
  await deps.store.outbox.finish(row.pk, lease, "DEAD", deps.now());
  deps.noteDead(row);
  return "DEAD";
}

/** 10 s, 20 s, 40 s … at most an hour between tries: twelve tries cover about four hours of an outage. */
const backoff = (tries: number): number => Math.min(3_600_000, 10_000 * 2 ** tries);

async function takeEffect(deps: RelayDeps, row: OutboxRow, pk: string): Promise<Taken> {
  switch (row.kind) {
    case "START":
      // Replaced by the reconciler before it came to it: two executions would take the waits from each other.
      if ((await deps.store.processes.row(row.ref.processId))?.run !== row.ref.run) return "SKIPPED";
      await deps.outside.startExecution(executionOf(row.ref));
      return "DONE";
    case "CALLBACK":
      await callBack(deps, row.ref.processId, row.ref.waitNo);
      return "DONE";
    case "APPLY":
      await applyAnswer(deps, row.ref.processId, row.ref.waitNo, row.ref.rev);
      return "DONE";
    case "MAIL": {
      const moot = row.guard && (await isMoot(deps, row.guard));
      return moot ? moot : sendMessage(deps, row, pk);
    }
    case "REPORT":
      await sendReport(deps, row.ref, pk);
      return "DONE";
    case "DIGEST":
      return sendDigest(deps, row.ref, pk);
    case "FANOUT":
      await fanOut(deps, row.ref);
      return "DONE";
    case "RECONCILE":
      await reconcilePage(deps, row.ref);
      return "DONE";
  }
}

/** A mail for a question is moot once it is answered; while the answer can still be undone, nobody knows. */
async function isMoot(deps: Deps, guard: { processId: string; waitNo: number }): Promise<Taken | undefined> {
  const wait = await deps.store.waits.wait(guard.processId, guard.waitNo);
  if (!wait || wait.outcome !== undefined) return "SKIPPED";
  return wait.answer ? { until: addMilliseconds(wait.answer.effectiveAt, afterAnswer) } : undefined;
}

/** So long after an answer takes effect its question is looked at again, in milliseconds. */
const afterAnswer = 60_000;

/**
 * Tells the execution where the process stands now. Without a token there is nothing to tell: the token that comes will order
 * another callback. A token that is gone may have been replaced meanwhile: read again, and end when it is still the same.
 */
async function callBack(deps: RelayDeps, processId: string, waitNo: number): Promise<void> {
  let last: string | undefined;
  for (;;) {
    const wait = await deps.store.waits.wait(processId, waitNo);
    if (!wait?.token || wait.token === last) return;
    const output = JSON.stringify(await processStatus(deps, processId));
    if ((await deps.outside.sendTaskSuccess(wait.token, output)) === "TAKEN") return;
    last = wait.token;
  }
}
