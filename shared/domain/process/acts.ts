/** The acts of staff on a process, by the transitions that each takes: what its tables allow in a status, and what is ahead there. */
import type { Action } from "../offices/access-policy.ts";
import type { Block, Standing } from "../offices/acts.ts";
import type { StatusRow } from "./status.ts";
import { successorsIn, type Transition } from "./transition.ts";

/** An act on a process. */
export type ProcessAct<S, N extends string> = {
  /** The transitions that it takes: what it does decides which. All are of one action of the access policy. */
  readonly takes: readonly N[];
  /** It is shown, blocked, where its turn comes next. */
  readonly ahead?: true;
  /** Whether it makes no sense although the status allows it. */
  readonly absent?: (state: S) => boolean;
  /** What stands in its way although the status allows it. */
  readonly blocked?: (state: S) => Block | undefined;
};

type Tables<S extends string> = {
  /** The statuses in the order in which a process goes through them. */
  readonly statuses: Readonly<Record<S, StatusRow>>;
  readonly transitions: Readonly<Record<string, Transition<S>>>;
  /** What has to happen in a status before its next acts can be done. */
  readonly after: Readonly<Partial<Record<S, Block>>>;
};

/** The action of the access policy by which staff take an act's transitions. */
export function actionOf(transitions: Readonly<Record<string, Transition>>, takes: readonly string[]): Action {
  const acts = new Set(
    takes.flatMap((name) => transitions[name]?.by.flatMap((way) => (way !== "system" && "act" in way ? [way.act] : [])) ?? []),
  );
  const [action, ...others] = acts;
  if (action === undefined || others.length > 0) throw new Error(`an act takes what no one action allows: ${takes}`);
  return action;
}

/** How an act stands in a status by the tables, and by what the act itself knows of the state. */
export function standingOf<S extends string, P extends { readonly status: S }>(
  tables: Tables<S>,
  { takes, ahead, absent, blocked }: ProcessAct<P, string>,
  state: P,
): Standing {
  const rows = takes.flatMap((name) => tables.transitions[name] ?? []);
  const statuses = rows.flatMap(({ from, amends = [] }) => [...from, ...amends]);
  if (statuses.includes(state.status)) return absent?.(state) ? "ABSENT" : (blocked?.(state) ?? "FREE");
  const isNext = ahead && comingAfter(tables, state.status).some((status) => statuses.includes(status));
  return (isNext && tables.after[state.status]) || "ABSENT";
}

/** The statuses further on that may be next: a task is passed at once, and what it leads to is meant. */
function comingAfter<S extends string>({ statuses, transitions }: Tables<S>, status: S): readonly S[] {
  const order: readonly string[] = Object.keys(statuses);
  return successorsIn(transitions, status)
    .flatMap((next) => (statuses[next].kind === "TASK" ? successorsIn(transitions, next) : [next]))
    .filter((next) => order.indexOf(next) > order.indexOf(status));
}
