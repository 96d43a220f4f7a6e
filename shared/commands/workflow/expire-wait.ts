/** The time of a wait is up: apply the answer that still waits for its ten minutes, else let silence decide. */
import { unchanged } from "../../domain/decision.ts";
import { followUpFallsSilent } from "../../domain/follow-up/follow-up-rules.ts";
import { fallSilent } from "../../domain/placement/silence.ts";
import { changeFollowUp, changePlacement } from "../change-process.ts";
import type { Deps } from "../deps.ts";
import { applyAnswer } from "../links/apply-answer.ts";
import { type WhereItStands, whereItStands } from "./where-it-stands.ts";

/** Ends a wait by silence. No change where it is decided already, or its deadline has not come. */
export async function expireWait(deps: Deps, processId: string, waitNo: number): Promise<WhereItStands> {
  const wait = await deps.store.processes.wait(processId, waitNo);
  if (!wait || wait.outcome !== undefined || deps.now() < wait.deadline) return whereItStands(deps, processId);
  if (wait.answer) await applyAnswer(deps, processId, waitNo, wait.answer.rev);
  const options = { actor: { kind: "system" } } as const;
  if (processId.startsWith("fu_"))
    await changeFollowUp(deps, processId, options, ({ state, context }) =>
      state.waitNo === waitNo && state.waitOpen ? followUpFallsSilent(state, context) : unchanged,
    );
  else
    await changePlacement(deps, processId, options, ({ state, context }) =>
      state.waitNo === waitNo && state.waitOpen ? fallSilent(state, context) : unchanged,
    );
  return whereItStands(deps, processId);
}
