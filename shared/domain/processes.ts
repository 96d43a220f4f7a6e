/**
 * The kinds of process that there are, each one entry: how its ids begin, which machine carries it, its statuses and
 * transitions, its shape, and what happens when it expires. What every process needs is written once, over this registry.
 */

import * as z from "zod";
import type { Instant } from "./calendar/instant.ts";
import { type FollowUp, followUp } from "./follow-ups/follow-up.ts";
import { expireFollowUp, type FollowUpContext } from "./follow-ups/rules.ts";
import { followUpStatusRows } from "./follow-ups/statuses.ts";
import { followUpTransitions, takeFollowUp } from "./follow-ups/transitions.ts";
import { type IdKind, idPrefixes } from "./identifiers/ids.ts";
import { expirePlacement } from "./placements/expiry.ts";
import { followMergerOfPlacement, type MergerOfEmployer } from "./placements/follow-merger.ts";
import { handOverPlacement } from "./placements/hand-over.ts";
import { isLive } from "./placements/live-entries.ts";
import { currentEntry, type Placement, placement } from "./placements/placement.ts";
import { placementStatusRows } from "./placements/statuses.ts";
import { take, transitions } from "./placements/transitions.ts";
import { type Decision, unchanged } from "./process/decision.ts";
import type { LinkAction } from "./process/effect.ts";
import type { Awaited, StatusRow } from "./process/status.ts";
import type { Transition } from "./process/transition.ts";

export type Process = Placement | FollowUp;
export type ProcessKind = Process["kind"];
export type ProcessOf<K extends ProcessKind> = Extract<Process, { readonly kind: K }>;
export type ProcessStatus = Process["status"];

type ProcessEntry = {
  readonly idKind: IdKind;
  /** The partition of its items begins so. */
  readonly partition: string;
  /** The state machine that carries it, and the name of its id in that machine's input. */
  readonly machine: "placement" | "followUp";
  readonly input: string;
  readonly statuses: Readonly<Record<string, StatusRow>>;
  readonly transitions: Readonly<Record<string, Transition>>;
  readonly schema: z.ZodType<Process>;
};

export const processKinds = {
  PLACEMENT: {
    idKind: "placement",
    partition: "PL",
    machine: "placement",
    input: "placementId",
    statuses: placementStatusRows,
    transitions,
    schema: placement,
  },
  FOLLOW_UP: {
    idKind: "followUp",
    partition: "FU",
    machine: "followUp",
    input: "followUpId",
    statuses: followUpStatusRows,
    transitions: followUpTransitions,
    schema: followUp,
  },
} as const satisfies Record<ProcessKind, ProcessEntry>;

const kinds: readonly ProcessKind[] = ["PLACEMENT", "FOLLOW_UP"];
const entries: Readonly<Record<ProcessKind, ProcessEntry>> = processKinds;

/** The entry of a kind. */
export const entryOf = (kind: ProcessKind): ProcessEntry => entries[kind];

/** The kind of the process that an id belongs to, by the prefix of the registry. Throws where the id is no process's. */
export function kindOfId(id: string): ProcessKind {
  const found = kinds.find((kind) => id.startsWith(`${idPrefixes[entries[kind].idKind]}_`));
  if (found === undefined) throw new Error("the id is no process's");
  return found;
}

const ofAnyKind = new RegExp(`^(?:${kinds.map((kind) => idPrefixes[entries[kind].idKind]).join("|")})_\\w{26}$`);

/** Whether a text is the id of a process. */
export const isProcessId = (text: string): boolean => ofAnyKind.test(text);

/** Every status of every kind with its row. */
export const statusRows: readonly (readonly [status: string, row: StatusRow])[] = kinds.flatMap((kind) =>
  Object.entries(entries[kind].statuses),
);

/** A process as it is stored. One that was written before processes carried their kind is told by its id. */
export const process: z.ZodType<Process> = z.preprocess(
  (row) =>
    typeof row === "object" && row !== null && "id" in row && typeof row.id === "string" && !("kind" in row)
      ? { ...row, kind: kindOfId(row.id) }
      : row,
  z.discriminatedUnion("kind", [placement, followUp]),
);

/** The row of a process's status. */
export const statusRowOf = ({ kind, status }: { readonly kind: ProcessKind; readonly status: string }): StatusRow => {
  const row = entries[kind].statuses[status];
  if (row === undefined) throw new Error(`a ${kind} has no status ${status}`);
  return row;
};

/** Whether a process is still under way: it waits, or a task is at work. */
export const isUnderWay = (state: { readonly kind: ProcessKind; readonly status: string }): boolean =>
  statusRowOf(state).kind !== "ENDED";

/** Whether the officer has said that work has begun, and it is the employer's turn: until that has not answered in its time. */
const hasConfirmed = (state: Process): boolean =>
  state.kind === "PLACEMENT" &&
  state.status === "AWAITING_CONFIRMATION" &&
  state.confirmedBy.officer !== undefined &&
  state.stage === 1;

/** Whom or what the open wait of a process is for; the officer too where somebody has to be called. */
export function awaitedIn(state: Process): readonly Awaited[] {
  const row = statusRowOf(state);
  if (!state.waitOpen || row.kind !== "WAITS") return [];
  const awaited = hasConfirmed(state) ? row.waitsFor.filter((whom) => whom !== "officer") : row.waitsFor;
  return state.needsCall && !awaited.includes("officer") ? [...awaited, "officer"] : awaited;
}

/** Whether the question of a process, as it stands, is answered by such a link: its status has a transition that one takes. */
export const isAnsweredBy = ({ kind, status }: Process, action: LinkAction): boolean =>
  Object.values(entries[kind].transitions).some(
    ({ by, from, amends = [] }) =>
      by.some((way) => way !== "system" && "link" in way && way.link === action) && [...from, ...amends].includes(status),
  );

/** The placement that a process is, or follows up. */
export const placementIdOf = (state: Process): string => (state.kind === "PLACEMENT" ? state.id : state.placementId);

/** The vacancy that a process is about now, where it is about one. */
export const vacancyIdOf = (state: Process): string | undefined =>
  state.kind === "PLACEMENT" ? currentEntry(state)?.vacancyId : state.vacancyId;

/** Whom the officer has had asked at the employer of a vacancy, where that is not the contact of its record. */
export const contactIdOf = (state: Process, vacancyId: string | undefined): string | undefined =>
  state.kind === "PLACEMENT" ? state.shortlist.findLast((entry) => entry.vacancyId === vacancyId)?.contactId : undefined;

/** The vacancies that a rule may ask about: the live ones of a shortlist, or the one of a follow-up. */
export const vacanciesOf = (state: Process): readonly string[] =>
  state.kind === "PLACEMENT" ? state.shortlist.filter(isLive).map((entry) => entry.vacancyId) : [state.vacancyId];

/** The open wait has expired. */
export const expire = (state: Process, context: FollowUpContext): Decision<Process> =>
  state.kind === "PLACEMENT" ? expirePlacement(state, context) : expireFollowUp(state, context);

/** A lost execution is replaced by the next run; unchanged where it was replaced already, or nothing is under way any more. */
export function replaceExecution(state: Process, lostRun: number, context: FollowUpContext): Decision<Process> {
  if (state.run !== lostRun || !isUnderWay(state)) return unchanged;
  const changes = { run: lostRun + 1 };
  if (state.kind === "PLACEMENT") {
    const step = take("executionReplaced", state, context);
    return step.kind === "refused" ? step : step.amend(changes);
  }
  const step = takeFollowUp("executionReplaced", state, context);
  return step.kind === "refused" ? step : step.amend(changes);
}

/**
 * Another officer is in charge of a process from now on; what has ended stays with whom it had.
 * @param since when it was ordered, which may be a while ago
 */
export function handOver(state: Process, officerId: string, since: Instant, context: FollowUpContext): Decision<Process> {
  if (!isUnderWay(state) || state.officerId === officerId) return unchanged;
  if (state.kind === "PLACEMENT") return handOverPlacement(state, officerId, since, context);
  const step = takeFollowUp("handOver", state, context);
  return step.kind === "refused" ? step : step.amend({ officerId, officerSince: since });
}

/** A process names another record of its employer from now on; what has ended, too, so that lists find it. */
export function followMerger(state: Process, merger: MergerOfEmployer, context: FollowUpContext): Decision<Process> {
  if (state.kind === "PLACEMENT") return followMergerOfPlacement(state, merger, context);
  const { from, to } = merger;
  if (state.employerId !== from) return unchanged;
  const step = takeFollowUp("employerMerged", state, context);
  return step.kind === "refused" ? step : step.amend({ employerId: to });
}

/** The execution that carries a run of a process. Its input holds the id and nothing else. */
export function executionOf({
  processId,
  attempt,
  run,
}: {
  readonly processId: string;
  readonly attempt: number;
  readonly run: number;
}): {
  readonly machine: ProcessEntry["machine"];
  readonly name: string;
  readonly input: string;
} {
  const kind = kindOfId(processId);
  const { machine, input } = entries[kind];
  const name = processId.replace("_", "-");
  return {
    machine,
    name: kind === "PLACEMENT" ? `${name}-a${attempt}-r${run}` : `${name}-r${run}`,
    input: JSON.stringify({ [input]: processId }),
  };
}
