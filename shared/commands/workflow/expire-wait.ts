/** The time of a wait is up: apply the answer that still waits for its ten minutes, else let it expire. */
import { system } from "../../domain/process/actor.ts";
import { unchanged } from "../../domain/process/decision.ts";
import { expire } from "../../domain/processes.ts";
import type { Deps } from "../deps.ts";
import { applyAnswer } from "../links/apply-answer.ts";
import { changeProcess } from "../process/change-process.ts";
import { type ProcessStatusNow, processStatus } from "../process/process-status.ts";

/**
 * Expires a wait. No change where it is decided already, or its deadline has not come. An answer that was acknowledged in the
 * meantime, however late we see it, is applied instead: a wait expires only as it was read.
 */
export async function expireWait(deps: Deps, processId: string, waitNo: number): Promise<ProcessStatusNow> {
  for (;;) {
    const wait = await deps.store.waits.wait(processId, waitNo);
    if (!wait || wait.outcome !== undefined || deps.now() < wait.deadline) break;
    if (wait.answer) await applyAnswer(deps, processId, waitNo, wait.answer.rev);
    if (!(await expireUnanswered(deps, processId, waitNo))) break;
  }
  return processStatus(deps, processId);
}

/** True: an answer stands in the way. */
async function expireUnanswered(deps: Deps, processId: string, waitNo: number): Promise<boolean> {
  let answered = false;
  await changeProcess(deps, processId, { actor: system }, ({ state, wait, context }) => {
    answered = wait?.waitNo === waitNo && wait.answer !== undefined;
    return wait?.waitNo === waitNo && !answered ? expire(state, context) : unchanged;
  });
  return answered;
}
