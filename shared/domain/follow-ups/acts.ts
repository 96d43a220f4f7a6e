/** The acts of staff on a follow-up, each by the transitions that it takes. */
import { type Asker, type Block, type Offer, offersOf } from "../offices/acts.ts";
import { actionOf, type ProcessAct, standingOf } from "../process/acts.ts";
import type { FollowUp } from "./follow-up.ts";
import { type FollowUpStatus, followUpStatusRows } from "./statuses.ts";
import { type FollowUpTransitionName, followUpTransitions } from "./transitions.ts";

/** As much of a follow-up as its acts depend on. */
export type FollowUpNow = Pick<FollowUp, "kind" | "status">;

type Act = ProcessAct<FollowUpNow, FollowUpTransitionName>;

export const followUpActs = {
  recordFollowUp: { takes: ["oneSideSays", "retained"], ahead: true },
  recordLostWork: { takes: ["workEnded"] },
} as const satisfies Record<string, Act>;

export type FollowUpAct = keyof typeof followUpActs;

const after = { AWAITING_DAY: "AFTER_DAY" } as const satisfies Partial<Record<FollowUpStatus, Block>>;

const isFollowUpAct = (name: string): name is FollowUpAct => name in followUpActs;
export const followUpActNames: readonly FollowUpAct[] = Object.keys(followUpActs).filter(isFollowUpAct);

/** What somebody may do on a follow-up now. */
export const actsOnFollowUp = (asker: Asker, state: FollowUpNow): readonly Offer<FollowUpAct>[] =>
  offersOf(
    asker,
    followUpActNames.map((name) => {
      const act: Act = followUpActs[name];
      const standing = standingOf({ statuses: followUpStatusRows, transitions: followUpTransitions, after }, act, state);
      return [name, actionOf(followUpTransitions, act.takes), standing] as const;
    }),
  );
