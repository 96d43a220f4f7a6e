/**
 * A transition is a row of a table and is taken by one function: it refuses a status or an actor that the row does not name,
 * leads nowhere else than the row says, gives the event its name, and the write its condition.
 */
import type { Instant } from "../calendar/instant.ts";
import { refusal } from "../errors.ts";
import { type Action, mayEver } from "../offices/access-policy.ts";
import type { DeadlineSettings } from "../offices/deadline-settings.ts";
import type { Actor } from "./actor.ts";
import { type Decided, type Refused, refused } from "./decision.ts";
import type { Effect, LinkAction } from "./effect.ts";
import type { ProcessState } from "./process.ts";
import type { StatusRow } from "./status.ts";
import { voiceAfter } from "./voice.ts";

/** A way to take a transition: an act of staff, for whom the access policy allows it; an answer by link; the system itself. */
export type Way = { readonly act: Action } | { readonly link: LinkAction } | "system";

export type Transition<S extends string = string> = {
  /** The statuses that it leads away from. */
  readonly from: readonly S[];
  /** Where it can lead; which of them, the rule says. */
  readonly to: readonly S[];
  /** The statuses in which it may change the process without deciding its wait. */
  readonly amends?: readonly S[];
  readonly by: readonly Way[];
};

/** What the taking of a transition may know beside the state. */
export type ProcessContext = {
  readonly now: Instant;
  readonly actor: Actor;
  readonly settings: DeadlineSettings;
  /** The end of the office's day, so many working days after a moment (now, where none is given). */
  readonly deadlineAfter: (workingDays: number, from?: Instant) => Instant;
};

/** What a rule may change of a process; the rest is the transition's. */
export type Changes<P> = Partial<Omit<P, "id" | "kind" | "status" | "version" | "waitNo" | "waitOpen">>;

/** A transition that may be taken: each of its ends is a decision. */
export type Step<P, S> = {
  readonly kind: "step";
  /**
   * Decides the open wait and leads to a status. One that waits gets a wait of its own, with the deadline of its row unless the
   * changes name another.
   */
  readonly to: (status: S, changes?: Changes<P>, effects?: readonly Effect[]) => Decided<P>;
  /** Decides the open wait and puts the same question once more. */
  readonly again: (changes?: Changes<P>, effects?: readonly Effect[]) => Decided<P>;
  /** Takes over what another transition has decided on a state that this one brings about, with what this one adds. */
  readonly as: (other: Decided<P>, effects?: readonly Effect[]) => Decided<P>;
  /** Changes the process and lets its wait stand. */
  readonly amend: (changes: Changes<P>, effects?: readonly Effect[]) => Decided<P>;
};

/** Whether an actor may take a transition at all. */
export const mayTake = (actor: Actor, { by }: Transition): boolean =>
  by.some((way) => {
    if (way === "system") return actor.kind === "system";
    return "act" in way ? actor.kind === "staff" && mayEver(actor.role, way.act) : actor.kind === "link";
  });

/** The function that takes the transitions of a process, by their names. */
export const taking =
  <P extends ProcessState>() =>
  <S extends P["status"], T extends Readonly<Record<string, Transition<S>>>>(
    statuses: Readonly<Record<S, StatusRow>>,
    transitions: T,
  ) =>
  <N extends keyof T & string>(name: N, state: P, context: ProcessContext): Step<P, T[N]["to"][number]> | Refused => {
    const row: Transition | undefined = transitions[name];
    if (row === undefined) throw new Error(`there is no transition ${name}`);
    const { amends = [] } = row;
    if (!row.from.includes(state.status) && !amends.includes(state.status))
      return refused(refusal("STATUS_CONFLICT", [{ code: state.status }]));
    if (!mayTake(context.actor, row)) return refused(refusal("NOT_ALLOWED"));
    const decided = (next: P, effects: readonly Effect[]): Decided<P> => ({
      kind: "decided",
      expected: { status: state.status, version: state.version },
      state: { ...next, voice: voiceAfter(state.voice, context.actor) },
      effects,
      event: name,
    });
    const lead = (status: string, changes: Changes<P>, effects: readonly Effect[]): Decided<P> => {
      if (!row.from.includes(state.status) || !row.to.includes(status))
        throw new Error(`${name} does not lead from ${state.status} to ${status}`);
      const waits = rowOf(statuses, status);
      const deadline = deadlineOf(waits, context);
      const opens = waits.kind === "WAITS";
      const next = { ...state, reason: undefined, needsCall: undefined, stage: 1, deadline, ...changes };
      if (opens && next.deadline === undefined) throw new Error(`${name} gives ${status} no deadline`);
      return decided(
        {
          ...next,
          status,
          version: state.version + 1,
          waitNo: opens ? state.waitNo + 1 : state.waitNo,
          waitOpen: opens,
        },
        effects,
      );
    };
    return {
      kind: "step",
      to: (status, changes = {}, effects = []) => lead(status, changes, effects),
      again: (changes = {}, effects = []) => lead(state.status, changes, effects),
      as: (other, effects = []) => {
        if (!row.from.includes(state.status) || !row.to.includes(other.state.status))
          throw new Error(`${name} does not lead from ${state.status} to ${other.state.status}`);
        return decided(other.state, [...effects, ...other.effects]);
      },
      amend: (changes, effects = []) => {
        if (!amends.includes(state.status)) throw new Error(`${name} does not amend ${state.status}`);
        return decided({ ...state, ...changes, version: state.version + 1 }, effects);
      },
    };
  };

const rowOf = (statuses: Readonly<Record<string, StatusRow>>, status: string): StatusRow => {
  const row = statuses[status];
  if (row === undefined) throw new Error(`there is no status ${status}`);
  return row;
};

/** The deadline that a status gets by its row; undefined where it does not wait, or its transition must say. */
function deadlineOf(row: StatusRow, { settings, deadlineAfter }: ProcessContext): Instant | undefined {
  return row.kind === "WAITS" && row.deadline !== "GIVEN" ? deadlineAfter(settings[row.deadline]) : undefined;
}

/** The fields with which a process begins in a status. @param given the deadline, where the status's row leaves it to the transition */
export function beginIn<S extends string>(
  statuses: Readonly<Record<S, StatusRow>>,
  status: S,
  context: ProcessContext,
  given?: Instant,
) {
  const row = rowOf(statuses, status);
  const waits = row.kind === "WAITS";
  return {
    status,
    stage: 1,
    version: 1,
    waitNo: waits ? 1 : 0,
    waitOpen: waits,
    deadline: given ?? deadlineOf(row, context),
    run: 1,
  };
}

/** Takes the transition with which a process begins: nothing is there yet, which is the condition of its write. */
export function begin<P extends ProcessState>(
  transitions: { readonly start: Transition },
  state: P,
  { actor }: ProcessContext,
): Decided<P> | Refused {
  if (!mayTake(actor, transitions.start)) return refused(refusal("NOT_ALLOWED"));
  if (!transitions.start.to.includes(state.status)) throw new Error(`nothing begins in ${state.status}`);
  const voice = actor.kind === "staff" ? actor.staffId : undefined;
  return { kind: "decided", state: { ...state, voice }, effects: [], event: "start" };
}

/** Refuses what comes after the deadline of the open wait, even before that has expired. */
export const afterDeadline = (state: ProcessState, at: Instant): Refused | undefined =>
  state.deadline !== undefined && at >= state.deadline ? refused(refusal("DEADLINE_PASSED")) : undefined;

/** Every status that can follow a status, in the order of the table: what the choice after each wait lists. */
export function successorsIn<S extends string>(transitions: Readonly<Record<string, Transition<S>>>, status: S): readonly S[] {
  const rows = Object.values(transitions).filter((row) => row.from.includes(status));
  return [...new Set(rows.flatMap((row) => row.to))];
}
