/** Keeps the token with which a waiting execution can be told that its wait is over. */
import { notFound } from "../../domain/errors.ts";
import { outboxPut } from "../../store/outbox.ts";
import { tokenOfDecidedWait } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";

export type TokenToHold = {
  readonly processId: string;
  readonly waitNo: number;
  readonly token: string;
  /** When the state was entered and which retry this is: sorts as text; a later one wins over an earlier. */
  readonly at: string;
};

/**
 * Stores the token of a wait. Where the wait has been decided before the token came, a callback is ordered in the same
 * transaction, since the one that was ordered with the decision found no token. An older token than the stored one is dropped.
 */
export async function holdToken(deps: Deps, { processId, waitNo, token, at }: TokenToHold): Promise<void> {
  if (await deps.store.waits.holdToken(processId, waitNo, token, at)) return;
  const result = await deps.store.database.commit([
    tokenOfDecidedWait(processId, waitNo, token, at),
    outboxPut(deps.newId("outbox"), { kind: "CALLBACK", ref: { processId, waitNo } }, deps.now()),
  ]);
  if (result.kind === "committed") return;
  if (result.kind === "conflict") throw new Error("another transaction holds the wait: try again");
  if (!(await deps.store.waits.wait(processId, waitNo))) throw notFound("wait");
}
