/** The entries of a shortlist of which something can still come. */
import type { Effect } from "../process/effect.ts";
import type { Placement } from "./placement.ts";
import type { ShortlistEntry } from "./shortlist.ts";

const liveStates: readonly ShortlistEntry["state"][] = ["APPROVED", "CLIENT_ACCEPTED", "ASKED", "INTERVIEW", "CHOSEN"];

/** How an employer dropped out whose yes still counts: by silence, by a no that it takes back, by a result that never came. */
const reopened: readonly ShortlistEntry["state"][] = [
  "EMPLOYER_SILENT",
  "EMPLOYER_DECLINED",
  "UNREACHED",
  "NOT_CHOSEN",
  "NO_SHOW",
];

/** Whether an employer has dropped out and may still say yes. */
export const mayStillSayYes = ({ state }: Pick<ShortlistEntry, "state">): boolean => reopened.includes(state);

/** Whether a client who was silent may still answer: the officer has not decided yet, and not all that was asked was recalled. */
export const mayStillAnswer = ({ reason, shortlist }: Silenced): boolean =>
  reason === "CLIENT_SILENT" && shortlist.some(({ state }) => state === "APPROVED");
type Silenced = Pick<Placement, "reason"> & { readonly shortlist: readonly Pick<ShortlistEntry, "state">[] };

/** Whether something can still come of an entry. */
export const isLive = (entry: ShortlistEntry): boolean => liveStates.includes(entry.state);

/** Replaces the entry of one vacancy that is still alive. */
export const withEntry = (state: Placement, vacancyId: string, change: Partial<ShortlistEntry>): ShortlistEntry[] =>
  state.shortlist.map((entry) => (entry.vacancyId === vacancyId && isLive(entry) ? { ...entry, ...change } : entry));

/** The shortlist without what was proposed and never asked: those employers have declined nothing and may be proposed again. */
export const withoutLive = (state: Placement): ShortlistEntry[] =>
  state.shortlist.filter((entry) => entry.state !== "APPROVED" && entry.state !== "CLIENT_ACCEPTED");

/** Takes every live proposal off its vacancy. */
export const dropAll = (state: Placement): Effect[] =>
  state.shortlist.filter(isLive).map((entry) => ({ kind: "DROP_PROPOSAL", vacancyId: entry.vacancyId }));
