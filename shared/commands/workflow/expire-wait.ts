/** The time of a wait is up: apply the answer that still waits for its ten minutes, else let silence decide. */

import { followUpFallsSilent } from "../../domain/follow-ups/rules.ts";
import { fallSilent } from "../../domain/placements/expiry.ts";
import { unchanged } from "../../domain/process/decision.ts";
import type { WaitRow } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";
import { applyAnswer } from "../links/apply-answer.ts";
import { changeFollowUp, changePlacement } from "../process/change-process.ts";
import { type WhereItStands, whereItStands } from "../process/process-status.ts";

/**
 * Ends a wait by silence. No change where it is decided already, or its deadline has not come. An answer that was acknowledged
 * in the meantime, however late we see it, is applied instead: silence is only what holds on the wait as it was read.
 */
export async function expireWait(deps: Deps, processId: string, waitNo: number): Promise<WhereItStands> {
  for (;;) {
    const wait = await deps.store.waits.wait(processId, waitNo);
    if (!wait || wait.outcome !== undefined || deps.now() < wait.deadline) break;
    if (wait.answer) await applyAnswer(deps, processId, waitNo, wait.answer.rev);
    if (!(await fallSilentUnanswered(deps, processId, waitNo))) break;
  }
  return whereItStands(deps, processId);
}

/** True: an answer stands in the way of silence. */
async function fallSilentUnanswered(deps: Deps, processId: string, waitNo: number): Promise<boolean> {
  let answered = false;
  const isSilent = ({ wait }: { readonly wait: WaitRow | undefined }): boolean => {
    answered = wait?.waitNo === waitNo && wait.answer !== undefined;
    return wait?.waitNo === waitNo && !answered;
  };
  const options = { actor: { kind: "system" } } as const;
  if (processId.startsWith("fu_"))
    await changeFollowUp(deps, processId, options, (loaded) =>
      isSilent(loaded) ? followUpFallsSilent(loaded.state, loaded.context) : unchanged,
    );
  else
    await changePlacement(deps, processId, options, (loaded) =>
      isSilent(loaded) ? fallSilent(loaded.state, loaded.context) : unchanged,
    );
  return answered;
}
