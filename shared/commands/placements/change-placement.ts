/** What the commands of staff on a placement share. */
import type { Route } from "../../api/routes.ts";
import { refusal } from "../../domain/errors.ts";
import { currentEntry, type Placement } from "../../domain/placements/placement.ts";
import { type Decision, refused } from "../../domain/process/decision.ts";
import type { Loaded } from "../process/change-process.ts";
import { actorOf, type ReceiptInput, type StaffRequest } from "../request.ts";

/** @param receipt how the word was taken that the request records, where it records one */
export const optionsOf = <R extends Route>({ staff, idempotency, body }: StaffRequest<R>, receipt?: ReceiptInput) => ({
  actor: actorOf(staff),
  officeId: staff.officeId,
  idempotency,
  waitNo: waitNoIn(body),
  receipt,
});

/** The wait that the asker's screen showed; not every command names one. */
const waitNoIn = (body: unknown): number | undefined =>
  typeof body === "object" && body !== null && "waitNo" in body && typeof body.waitNo === "number" ? body.waitNo : undefined;

/**
 * Holds a word about an employer to the one that was being asked when the request came: where the next one has been asked
 * meanwhile, or the officer's screen is older than that, it must not count for the wrong one.
 */
export function aboutOne<R extends Decision<Placement> | Promise<Decision<Placement>>>(
  named: string | undefined,
  decide: (loaded: Loaded<Placement>) => R,
) {
  let meant = named;
  return (loaded: Loaded<Placement>): R | Decision<Placement> => {
    const asked = currentEntry(loaded.state)?.vacancyId;
    meant ??= asked;
    if (asked !== undefined && asked !== meant)
      return refused(refusal("STATUS_CONFLICT", [{ code: loaded.state.status, value: asked }]));
    return decide(loaded);
  };
}
