/** What becomes of a state that has failed: a retry, a catcher, or the end of the execution. */
import { type Course, leaveState, type Plan, scopeOf } from "./course.ts";
import { type Failure, isNamedBy, StateFailed } from "./errors.ts";
import * as history from "./history.ts";
import { parseJson } from "./json.ts";
import type { EventDraft } from "./store.ts";

/** Plans what follows a failure: the first retrier that names it and has attempts left, else the first catcher that names it. */
export async function takeFailure(course: Course, raised: Failure): Promise<Plan> {
  const { state, row, now } = course;
  const failure = raised.raised === true ? { ...raised, cause: placed(course, raised.cause) } : raised;
  const events = [...course.events];
  if (failure.location !== undefined) events.push(history.evaluationFailed(state, failure, failure.location));
  if (state.type === "Task") {
    const counts = row.phase === "enter" ? state.retriers.map(() => 0) : parseCounts(row.retriers, state.retriers.length);
    const index = state.retriers.findIndex(({ errorEquals }) => isNamedBy(errorEquals, failure));
    const [retrier, count] = [state.retriers[index], counts[index] ?? 0];
    if (retrier !== undefined && count < retrier.maxAttempts) {
      const grown = retrier.intervalSeconds * retrier.backoffRate ** count;
      const seconds = Math.min(grown, retrier.maxDelaySeconds ?? grown) * (retrier.jitter ? Math.random() : 1);
      const retriers = counts.with(index, count + 1);
      return { events, to: { kind: "retry", due: now + Math.round(Math.min(seconds, 31_622_400) * 1_000), retriers } };
    }
    const caught = state.catchers.findIndex(({ errorEquals }) => isNamedBy(errorEquals, failure));
    const catcher = state.catchers[caught];
    if (catcher !== undefined) {
      const errorOutput = { Error: failure.error ?? "", Cause: failure.cause ?? "" };
      const scope = scopeOf(course, { errorOutput });
      try {
        return await leaveState({ ...course, events }, catcher, scope, errorOutput, catcher.next, `Catch[${caught}]/`);
      } catch (thrown) {
        if (!(thrown instanceof StateFailed)) throw thrown;
        return failExecution(course, events, thrown.failure);
      }
    }
  }
  return { events: [...events, history.executionFailed(failure)], to: { kind: "fail", failure } };
}

/** A catcher that fails itself is not caught again. */
function failExecution(course: Course, before: readonly EventDraft[], raised: Failure): Plan {
  const failure = raised.raised === true ? { ...raised, cause: placed(course, raised.cause) } : raised;
  const evaluation = failure.location === undefined ? [] : [history.evaluationFailed(course.state, failure, failure.location)];
  return { events: [...before, ...evaluation, history.executionFailed(failure)], to: { kind: "fail", failure } };
}

/** A cause that the interpreter itself gives tells the state and its entry. */
function placed(course: Course, cause: string | undefined): string {
  const place = `An error occurred while executing the state '${course.state.name}' (entered at the event id #${course.enteredEvent}).`;
  return cause === undefined ? place : `${place} ${cause}`;
}

function parseCounts(text: string, length: number): number[] {
  const counts = parseJson(text);
  return Array.from({ length }, (_, index) => {
    const count = Array.isArray(counts) ? counts[index] : undefined;
    return typeof count === "number" ? count : 0;
  });
}
