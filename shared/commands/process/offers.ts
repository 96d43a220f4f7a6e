/** What the asker may do on a process now. */
import { actsFor, type ProcessActName } from "../../domain/acts.ts";
import { relationOf } from "../../domain/offices/access-policy.ts";
import type { Offer } from "../../domain/offices/acts.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import type { Process } from "../../domain/processes.ts";
import { blockWords } from "../../messages/act-words.ts";
import type { WaitRow } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";

/** @param wait the open wait, with the answer by link that it may hold */
export function processOffers(
  deps: Deps,
  staff: Staff,
  state: Process,
  wait: WaitRow | undefined,
): readonly Offer<ProcessActName>[] {
  const moment = { now: deps.now(), pending: wait?.answer !== undefined, ownVoice: state.voice === staff.id };
  return actsFor(staff.role, relationOf(staff, state), { ...state, ...moment });
}

/** With what stands in the way in words. */
export const inWords = <A extends string>(offers: readonly Offer<A>[]) =>
  offers.map((offer) => (offer.blocked === undefined ? offer : { ...offer, words: blockWords[offer.blocked] }));
