/** Who of an office is in charge of what is left with an officer: the officer, who stands in for them, or else the supervisors. */
import type { LocalDate } from "../calendar/local-date.ts";
import { type Cover, mayCarry, type Staff } from "./staff.ts";

/** Who stands in for a member of staff on a day; of several, whoever begins last. */
export const coverOn = ({ covers = [] }: Staff, day: LocalDate): Cover | undefined =>
  covers.filter(({ from, to }) => from <= day && day <= to).toSorted((one, other) => other.from.localeCompare(one.from))[0];

/**
 * The one person who is in charge on a day. A cover who is away too is covered in turn. Undefined where nobody is: the officer
 * has left and nobody took over, or all who stand in for each other are away.
 * @param staff everybody of the office
 */
export function carrierOf(officerId: string, staff: readonly Staff[], day: LocalDate): Staff | undefined {
  const asked = new Set<string>();
  for (let id: string | undefined = officerId; id !== undefined && !asked.has(id); ) {
    asked.add(id);
    const member: Staff | undefined = staff.find((one) => one.id === id);
    if (!member || !mayCarry(member)) return undefined;
    const cover: Cover | undefined = coverOn(member, day);
    if (!cover) return member;
    id = cover.by;
  }
  return undefined;
}

/** Whose work a member of staff sees to on a day: their own, also while they are away, and that of everybody they stand in for. */
export const carriedBy = (member: Staff, staff: readonly Staff[], day: LocalDate): readonly string[] => [
  member.id,
  ...staff
    .filter(({ id }) => id !== member.id && carrierOf(id, staff, day)?.id === member.id)
    .map(({ id }) => id)
    .sort(),
];

export const isSupervising = ({ active, role }: Staff): boolean => active && role === "supervisor";

/** Who is in charge on a day: where nobody carries it, the supervisors, so that nothing is lost. */
export function inChargeOf(officerId: string, staff: readonly Staff[], day: LocalDate): readonly Staff[] {
  const carrier = carrierOf(officerId, staff, day);
  return carrier ? [carrier] : staff.filter(isSupervising);
}
