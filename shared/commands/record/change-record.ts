/**
 * Every command on a record goes through here: load, check whose it is, find an earlier response, decide, and commit the next
 * version with audit, idempotency and whatever else belongs to the act in one transaction. None of these can be left out.
 */
import type * as z from "zod";
import { created } from "../../api/responses.ts";
import { type Instant, localDateOf } from "../../domain/calendar/instant.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { newerVersion, notFound } from "../../domain/errors.ts";
import type { Action } from "../../domain/offices/access-policy.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { actorName } from "../../store/audit.ts";
import { outboxPut } from "../../store/outbox.ts";
import type { Stored } from "../../store/record.ts";
import type { Deps } from "../deps.ts";
import { earlierResponse, type Idempotency, idempotencyPut } from "../idempotency.ts";
import { commitWithRetry, type Plan } from "../process/retry.ts";
import { actorOf, officeOf, requireReach } from "../request.ts";
import type { RecordDecision } from "./decision.ts";
import type { RecordKind } from "./records.ts";

export type RecordResponse = z.infer<typeof created>;

/** A request of a member of staff; the same request twice is one request. */
export type RecordRequest = { readonly staff: Staff; readonly idempotency: Idempotency | undefined };

/** What a decision may know beside the record. */
export type RecordFacts = { readonly office: Office; readonly now: Instant; readonly today: LocalDate };

type Decided<S> = RecordDecision<S, RecordResponse> | Promise<RecordDecision<S, RecordResponse>>;

/** The record that a member of staff asks for. Errors: NOT_FOUND, also for another office's; NOT_ALLOWED. */
export async function loadRecord<S>(
  deps: Deps,
  kind: RecordKind<S>,
  { staff, id, action }: { readonly staff: Staff; readonly id: string; readonly action: Action },
): Promise<Stored<S>> {
  const stored = await kind.load(deps.store, id);
  if (!stored) throw notFound(kind.what);
  requireReach(staff, action, kind.belongsTo(stored.state), kind.what);
  return stored;
}

export type ChangeOptions = {
  readonly request: RecordRequest;
  readonly action: Action;
  readonly id: string;
  /** The version that the asker has seen; any, where none is named. */
  readonly expectedVersion?: number | undefined;
};

/** Changes a record. Errors: NOT_FOUND, NOT_ALLOWED, whatever is decided, CONFLICT where it is no longer the version as seen. */
export function changeRecord<S>(
  deps: Deps,
  kind: RecordKind<S>,
  { request, action, id, expectedVersion }: ChangeOptions,
  decide: (state: S, facts: RecordFacts) => Decided<NoInfer<S>>,
): Promise<RecordResponse> {
  return commitWithRetry(
    deps,
    async () => {
      const stored = await loadRecord(deps, kind, { staff: request.staff, id, action });
      const earlier = await earlierResponse(deps, request.idempotency, created);
      if (earlier) return earlier;
      const version = kind.versionOf(stored.state);
      if (expectedVersion !== undefined && expectedVersion !== version)
        throw newerVersion({ ...kind.shown(stored.state), version });
      const facts = await loadRecordFacts(deps, request.staff);
      return planOf(deps, kind, stored, await decide(stored.state, facts), authorOf(request, facts.now));
    },
    kind.finalRefusals,
  );
}

/** Records something new, which belongs to the asker's own office or to none. Errors: NOT_ALLOWED, whatever is decided. */
export function createRecord<S>(
  deps: Deps,
  kind: RecordKind<S>,
  { request, action }: { readonly request: RecordRequest; readonly action: Action },
  decide: (facts: RecordFacts) => Decided<NoInfer<S>>,
): Promise<RecordResponse> {
  const { staff, idempotency } = request;
  return commitWithRetry(
    deps,
    async () => {
      requireReach(staff, action, { officeId: staff.officeId }, kind.what);
      const earlier = await earlierResponse(deps, idempotency, created);
      if (earlier) return earlier;
      const facts = await loadRecordFacts(deps, staff);
      const decision = await decide(facts);
      if (decision.kind === "changed") requireReach(staff, action, kind.belongsTo(decision.state), kind.what);
      return planOf(deps, kind, undefined, decision, authorOf(request, facts.now));
    },
    kind.finalRefusals,
  );
}

/** Sets a record up, or changes it where it is known: by an operator, who may come twice and asks for no office. */
export function setUpRecord<S, R>(
  deps: Deps,
  kind: RecordKind<S>,
  id: string,
  decide: (before: S | undefined) => Promise<RecordDecision<NoInfer<S>, R>>,
): Promise<R> {
  return commitWithRetry(deps, async () => {
    const stored = await kind.load(deps.store, id);
    return planOf(deps, kind, stored, await decide(stored?.state), {
      actor: "operator",
      idempotency: undefined,
      now: deps.now(),
    });
  });
}

/** Changes a record at the order of an act that touches many: its actor is told by the order. Nothing, where the record is gone. */
export function changeAsOrdered<S>(
  deps: Deps,
  kind: RecordKind<S>,
  id: string,
  actor: string,
  decide: (state: S | undefined) => RecordDecision<NoInfer<S>, undefined>,
): Promise<undefined> {
  return commitWithRetry(deps, async () => {
    const stored = await kind.load(deps.store, id);
    return planOf(deps, kind, stored, decide(stored?.state), { actor, idempotency: undefined, now: deps.now() });
  });
}

async function loadRecordFacts(deps: Deps, staff: Staff): Promise<RecordFacts> {
  const office = await officeOf(deps, staff);
  const now = deps.now();
  return { office, now, today: localDateOf(now, office.zone) };
}

type Author = { readonly actor: string; readonly idempotency: Idempotency | undefined; readonly now: Instant };

const authorOf = ({ staff, idempotency }: RecordRequest, now: Instant): Author => ({
  actor: actorName(actorOf(staff)),
  idempotency,
  now,
});

/** A decision as the writes of one transaction. */
async function planOf<S, R>(
  deps: Deps,
  kind: RecordKind<S>,
  before: Stored<S> | undefined,
  decision: RecordDecision<S, R>,
  { actor, idempotency, now }: Author,
): Promise<Plan<R>> {
  if (decision.kind === "refused") throw decision.error;
  if (decision.kind === "unchanged") return { kind: "done", response: decision.response };
  const { state, event, fields, told, response, effects = [], writes = [] } = decision;
  return {
    kind: "write",
    response,
    writes: [
      ...kind.write(before, kind.sealed ? await kind.sealed(deps, state) : state, { at: now, actor, event, fields, ...told }),
      ...writes,
      ...effects.map((effect) => outboxPut(deps.newId("outbox"), effect, now)),
      ...idempotencyPut(idempotency, response, now),
    ],
  };
}
