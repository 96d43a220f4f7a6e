/** Every command on a placement or a follow-up goes through here: load, check whose it is, decide, commit in one transaction. */
import { processAnswer } from "../../api/answers.ts";
import type { Client } from "../../domain/clients/client.ts";
import { barsContactWith } from "../../domain/clients/consent.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { notFound } from "../../domain/errors.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import type { FollowUpContext } from "../../domain/follow-ups/rules.ts";
import type { Office } from "../../domain/offices/office.ts";
import { isLive } from "../../domain/placements/moves.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import type { Actor } from "../../domain/process/actor.ts";
import type { Decision } from "../../domain/process/decision.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { actorName } from "../../store/audit.ts";
import type { Write } from "../../store/dynamodb.ts";
import type { Stored } from "../../store/processes.ts";
import { receiptPut } from "../../store/receipts.ts";
import type { WaitRow } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";
import { earlierAnswer, type Idempotency, idempotencyPut } from "../idempotency.ts";
import { ruleContext, todayIn } from "../office-times.ts";
import { type ReceiptInput, receiptAt } from "../request.ts";
import { processWrites } from "./process-writes.ts";
import { commitWithRetry, type Plan } from "./retry.ts";

/** A process as loaded, with what its rules may know. */
export type Loaded<S> = {
  readonly stored: Stored<S>;
  readonly state: S;
  readonly office: Office;
  readonly context: FollowUpContext;
  readonly client: Client;
  readonly vacancies: ReadonlyMap<string, Vacancy>;
  /** The open wait, with the answer by link that it may hold; a change that ends it holds on its revision as read. */
  readonly wait: WaitRow | undefined;
};

/** What every command on a process answers: where it stands now. Holds no personal data, so that it may be kept for a repeat. */
export type ProcessAnswer = {
  readonly id: string;
  readonly status: string;
  readonly reason?: string | undefined;
  readonly version: number;
  readonly waitNo: number;
  readonly deadline?: string | undefined;
};

export type ChangeOptions<S> = {
  readonly actor: Actor;
  /** The office that the actor belongs to; another one's process does not exist for them. Absent: the system itself. */
  readonly officeId?: string | undefined;
  readonly idempotency?: Idempotency | undefined;
  /** How a person's word was taken that the actor records; kept with the version to which it led. */
  readonly receipt?: ReceiptInput | undefined;
  /** Vacancies that the rule needs beside those still alive on the shortlist. */
  readonly alsoVacancies?: (state: S) => readonly string[];
  /** Further writes that belong to the same act. */
  readonly alsoWrites?: (loaded: Loaded<S>, after: S) => readonly Write[];
  /** The revision of the answer by link that takes effect with this change. */
  readonly appliedRev?: number | undefined;
};

export const answerOf = (state: Placement | FollowUp): ProcessAnswer => ({
  id: state.id,
  status: state.status,
  reason: state.reason,
  version: state.version,
  waitNo: state.waitNo,
  deadline: state.deadline,
});

type Decide<S> = (loaded: Loaded<S>) => Decision<S> | Promise<Decision<S>>;

/** Changes a placement. Errors: NOT_FOUND, whatever the rule refuses with, CONFLICT where the world never holds still. */
export function changePlacement(
  deps: Deps,
  id: string,
  options: ChangeOptions<Placement>,
  decide: Decide<Placement>,
): Promise<ProcessAnswer> {
  return change(deps, id, (one) => deps.store.processes.placement(one), liveVacancies, options, decide);
}

/** Changes a follow-up; the same rules. */
export function changeFollowUp(
  deps: Deps,
  id: string,
  options: ChangeOptions<FollowUp>,
  decide: Decide<FollowUp>,
): Promise<ProcessAnswer> {
  return change(
    deps,
    id,
    (one) => deps.store.processes.followUp(one),
    (state) => [state.vacancyId],
    options,
    decide,
  );
}

const liveVacancies = (state: Placement): readonly string[] => state.shortlist.filter(isLive).map((entry) => entry.vacancyId);

function change<S extends Placement | FollowUp>(
  deps: Deps,
  id: string,
  load: (id: string) => Promise<Stored<S> | undefined>,
  vacanciesOf: (state: S) => readonly string[],
  options: ChangeOptions<S>,
  decide: Decide<S>,
): Promise<ProcessAnswer> {
  return commitWithRetry(deps, async (): Promise<Plan<ProcessAnswer>> => {
    const stored = await load(id);
    if (!stored || (options.officeId !== undefined && stored.state.officeId !== options.officeId)) throw notFound("placement");
    const earlier = await earlierAnswer(deps, options.idempotency, processAnswer);
    if (earlier) return earlier;
    const loaded = await loadAround(deps, stored, [
      ...vacanciesOf(stored.state),
      ...(options.alsoVacancies?.(stored.state) ?? []),
    ]);
    const decision = await decide(loaded);
    if (decision.kind === "refused") throw decision.error;
    if (decision.kind === "unchanged") return { kind: "done", answer: answerOf(stored.state) };
    const { state: after, effects, event } = decision;
    const linked = effects.flatMap((effect) =>
      effect.kind === "MAIL" && effect.link && effect.vacancyId ? [effect.vacancyId] : [],
    );
    const writes = await processWrites(deps, {
      before: stored,
      after,
      effects,
      event,
      actor: options.actor,
      context: loaded.context,
      waitRev: loaded.wait?.rev ?? 0,
      vacancies: loaded.vacancies,
      employers: await loadEmployers(deps, linked, loaded.vacancies),
      appliedRev: options.appliedRev,
    });
    const answer = answerOf(after);
    return {
      kind: "write",
      answer,
      writes: [
        ...writes,
        ...(options.receipt ? [receiptPut(after, receiptAt(options.receipt, loaded.context.now), actorName(options.actor))] : []),
        ...(options.alsoWrites?.(loaded, after) ?? []),
        ...idempotencyPut(options.idempotency, answer, loaded.context.now),
      ],
    };
  });
}

/** The open wait, the office's calendar, the client, and the vacancies that a rule may ask about. */
async function loadAround<S extends Placement | FollowUp>(
  deps: Deps,
  stored: Stored<S>,
  vacancyIds: readonly string[],
): Promise<Loaded<S>> {
  const { state } = stored;
  const [office, client, consents, wait, ...found] = await Promise.all([
    deps.store.offices.office(state.officeId),
    deps.store.clients.client(state.clientId),
    deps.store.consents.ofClient(state.clientId),
    state.waitOpen ? deps.store.waits.wait(state.id, state.waitNo) : undefined,
    ...[...new Set(vacancyIds)].map((vacancyId) => deps.store.vacancies.vacancy(vacancyId)),
  ]);
  if (!office) throw notFound("office");
  if (!client) throw notFound("client");
  const now = deps.now();
  const vacancies = new Map(found.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  const context = ruleContext(office, now, {
    withSeat: idsOf(vacancies, (one) => one.status === "OPEN" && one.seatsFree > 0),
    expired: idsOf(vacancies, (one) => one.validUntil < todayIn(office, now)),
    reportDay: client.state.reportDay,
    mayContact: (employerId) => !barsContactWith(consents, employerId),
  });
  return { stored, state, office, client: client.state, wait, vacancies, context };
}

const idsOf = (vacancies: ReadonlyMap<string, Vacancy>, fits: (one: Vacancy) => boolean): ReadonlySet<string> =>
  new Set([...vacancies.values()].filter(fits).map((one) => one.id));

async function loadEmployers(
  deps: Deps,
  vacancyIds: readonly string[],
  vacancies: ReadonlyMap<string, Vacancy>,
): Promise<ReadonlyMap<string, Employer>> {
  const pairs = await Promise.all(
    [...new Set(vacancyIds)].map(async (vacancyId) => {
      const vacancy = vacancies.get(vacancyId) ?? (await deps.store.vacancies.vacancy(vacancyId));
      const employer = vacancy ? await deps.store.employers.employer(vacancy.employerId) : undefined;
      return employer ? ([vacancyId, employer] as const) : undefined;
    }),
  );
  return new Map(pairs.filter((pair) => pair !== undefined));
}
