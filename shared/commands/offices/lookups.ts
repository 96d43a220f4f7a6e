/** A number that is known already is told to whom it may concern, in a way that can be traced and is no way to try numbers. */
import { DomainError, refusal } from "../../domain/errors.ts";
import { countOn, lookupsInRows, mostLookups } from "../../domain/offices/lookups.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { actorName } from "../../store/audit.ts";
import type { Write } from "../../store/dynamodb.ts";
import { lookupWrites } from "../../store/lookups.ts";
import type { Deps } from "../deps.ts";
import { todayIn } from "../office-times.ts";
import { commitWithRetry } from "../process/retry.ts";
import { actorOf, officeOf } from "../request.ts";

/** What a look-up found, as the audit names it. */
export type Found = { readonly event: "nikKnown" | "certificateKnown" | "transferAsked"; readonly about: string | undefined };

/** The day in the office of a member of staff; refuses who has found out enough on it. Errors: LOOKUPS_EXHAUSTED. */
export async function openLookup(deps: Deps, staff: Staff): Promise<string> {
  const day = todayIn(await officeOf(deps, staff), deps.now());
  const kept = await deps.store.lookups.of(staff.id);
  if (countOn(kept, day) >= mostLookups) throw refusal("LOOKUPS_EXHAUSTED");
  return day;
}

/** Keeps that a member of staff found something out, together with what else belongs to the same act. */
export async function keepLookup<T>(
  deps: Deps,
  staff: Staff,
  day: string,
  { event, about }: Found,
  { response, writes }: { readonly response: T; readonly writes: (at: string) => readonly Write[] },
): Promise<T> {
  const count = await commitWithRetry(deps, async () => {
    const kept = await deps.store.lookups.of(staff.id);
    const at = deps.now();
    const lookup = { staffId: staff.id, actor: actorName(actorOf(staff)), event, about, day, at };
    return { kind: "write" as const, response: countOn(kept, day) + 1, writes: [...lookupWrites(kept, lookup), ...writes(at)] };
  });
  if (count >= lookupsInRows) deps.noteLookups?.(count);
  return response;
}

/**
 * Runs what may find out that a number is known. What it finds is traced before it is told.
 * @param describe what the one who asks may be told of whom the number belongs to
 */
export async function traceLookup<T>(
  deps: Deps,
  staff: Staff,
  describe: (error: DomainError) => Promise<{ readonly found: Found; readonly error: DomainError } | undefined>,
  run: () => Promise<T>,
): Promise<T> {
  const day = await openLookup(deps, staff);
  try {
    return await run();
  } catch (error) {
    const told = error instanceof DomainError ? await describe(error) : undefined;
    if (!told) throw error;
    await keepLookup(deps, staff, day, told.found, { response: undefined, writes: () => [] });
    throw told.error;
  }
}
