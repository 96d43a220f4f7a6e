/** Who of an office work may be left with. */
import type { DomainError } from "../../domain/errors.ts";
import { refusal } from "../../domain/errors.ts";
import { mayCarry, type Staff } from "../../domain/offices/staff.ts";

/** Refuses who is not of the office, has left, carries no placements, or is the one whose work it is. */
export function refuseReceiver(colleagues: readonly Staff[], to: string, from: string, path: string): DomainError | undefined {
  const carries = colleagues.some((member) => member.id === to && mayCarry(member));
  return carries && to !== from ? undefined : refusal("REQUEST_INVALID", [{ code: "staff.cannot-carry", path }]);
}
