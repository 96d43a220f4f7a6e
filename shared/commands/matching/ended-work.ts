/** Which employers have ended the work of a client before. */
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { endedByEmployer } from "../../domain/follow-ups/lost-work.ts";
import { followUpIdOf } from "../../domain/identifiers/ids.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import type { Deps } from "../deps.ts";

/** How many earlier attempts are looked at, the newest of them. */
const mostAttempts = 10;

/** The employers that ended the client's work in earlier attempts, with its last day. */
export async function employersThatEndedWork(
  deps: Deps,
  { id, clientId }: Pick<Placement, "id" | "clientId">,
): Promise<ReadonlyMap<string, LocalDate>> {
  const attempts = (await deps.store.clients.attempts(clientId)).filter(({ placementId }) => placementId !== id);
  const followUps = await Promise.all(
    attempts.slice(-mostAttempts).map(({ placementId }) => deps.store.processes.followUp(followUpIdOf(placementId))),
  );
  return new Map(
    followUps.flatMap((found) => {
      const lastDay = found && endedByEmployer(found.state);
      return lastDay ? [[found.state.employerId, lastDay] as const] : [];
    }),
  );
}
