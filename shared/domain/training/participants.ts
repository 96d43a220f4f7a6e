/** Who takes part in a batch: seats first, then a waiting list, from which whoever waits longest moves up. */
import type { Instant } from "../calendar/instant.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { ErrorDetail } from "../errors.ts";
import type { Batch, Participant } from "./batch.ts";
import type { ParticipantState } from "./kinds.ts";

/** Whether somebody has, or had to the end, one of the seats. */
const isSeated = ({ state }: Participant): boolean => state === "ENROLLED" || state === "COMPLETED" || state === "NOT_COMPLETED";

export const seatsTaken = ({ participants }: Pick<Batch, "participants">): number => participants.filter(isSeated).length;

export const seatsFree = (batch: Pick<Batch, "seats" | "participants">): number => Math.max(0, batch.seats - seatsTaken(batch));

const stateOf = ({ participants }: Pick<Batch, "participants">, clientId: string): ParticipantState | undefined =>
  participants.find((one) => one.clientId === clientId)?.state;

/** Gives the seats that are free to whoever has waited longest. */
export function moveUp(batch: Batch, now: Instant): Batch {
  const waiting = batch.participants.filter(({ state }) => state === "WAITING");
  const next = new Set(
    waiting
      .toSorted((one, other) => one.since.localeCompare(other.since))
      .slice(0, seatsFree(batch))
      .map(({ clientId }) => clientId),
  );
  if (next.size === 0) return batch;
  return {
    ...batch,
    participants: batch.participants.map((one) => (next.has(one.clientId) ? { ...one, state: "ENROLLED", since: now } : one)),
  };
}

/** Enrols in the order that is given; whoever finds no seat waits for one. Who is there already stays as they are. */
export function enrol(batch: Batch, clientIds: readonly string[], now: Instant): Batch {
  const isThere = (clientId: string): boolean => {
    const state = stateOf(batch, clientId);
    return state !== undefined && state !== "LEFT";
  };
  const added = [...new Set(clientIds)].filter((clientId) => !isThere(clientId));
  const others = batch.participants.filter(({ clientId }) => !added.includes(clientId));
  // They wait from the same moment: the order of the list is theirs.
  const waiting = added.map((clientId): Participant => ({ clientId, state: "WAITING", since: now }));
  return moveUp({ ...batch, participants: [...others, ...waiting] }, now);
}

/** Lets people go before the end; their seats go to whoever waits. */
export function leave(batch: Batch, clientIds: readonly string[], now: Instant): Batch {
  const gone = new Set(clientIds);
  const participants = batch.participants.map((one) =>
    gone.has(one.clientId) && (one.state === "ENROLLED" || one.state === "WAITING")
      ? { ...one, state: "LEFT" as const, since: now }
      : one,
  );
  return moveUp({ ...batch, participants }, now);
}

/** Those of a request whom the batch does not know, or who are in none of these states; by their place in it. */
export const notIn = (
  batch: Batch,
  clientIds: readonly string[],
  states: readonly ParticipantState[],
  path: string,
): readonly ErrorDetail[] =>
  clientIds.flatMap((clientId, at) => {
    const state = stateOf(batch, clientId);
    return state !== undefined && states.includes(state) ? [] : [{ code: "training.no-participant", path: `${path}.${at}` }];
  });

/** Writes down who was absent on a day, in the place of what was written before. */
export const attend = (batch: Batch, day: LocalDate, absent: readonly string[]): Batch => ({
  ...batch,
  attendance: [...batch.attendance.filter((one) => one.day !== day), { day, absent: [...new Set(absent)] }].toSorted(
    (one, other) => one.day.localeCompare(other.day),
  ),
});

/** On how many of the recorded days somebody was there. */
export const presentOf = ({ attendance }: Pick<Batch, "attendance">, clientId: string): number =>
  attendance.filter(({ absent }) => !absent.includes(clientId)).length;
