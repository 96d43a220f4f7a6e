/** Every command on a process goes through here: load, check whose it is, decide, commit in one transaction. */
import { processResponse } from "../../api/responses.ts";
import type { Instant } from "../../domain/calendar/instant.ts";
import type { Client } from "../../domain/clients/client.ts";
import { acrossNames, barsContactWith, type Consent } from "../../domain/clients/consent.ts";
import { reportingOf } from "../../domain/clients/reporting.ts";
import { type CallReason, whyCall } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { namesOf } from "../../domain/employers/merge.ts";
import { notFound, refusal } from "../../domain/errors.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import type { FollowUpContext } from "../../domain/follow-ups/rules.ts";
import type { Office } from "../../domain/offices/office.ts";
import { currentEntry, type Placement } from "../../domain/placements/placement.ts";
import type { Actor } from "../../domain/process/actor.ts";
import type { Decision } from "../../domain/process/decision.ts";
import { type Process, vacanciesOf } from "../../domain/processes.ts";
import { hasSeat, type Vacancy } from "../../domain/vacancies/vacancy.ts";
import { actorName } from "../../store/audit.ts";
import type { Write } from "../../store/dynamodb.ts";
import { receiptPut } from "../../store/receipts.ts";
import type { Stored } from "../../store/record.ts";
import type { WaitRow } from "../../store/waits.ts";
import { byId } from "../by-id.ts";
import type { Deps } from "../deps.ts";
import { earlierResponse, type Idempotency, idempotencyPut } from "../idempotency.ts";
import { ruleContext, todayIn } from "../office-times.ts";
import { type ReceiptInput, receiptAt } from "../request.ts";
import { processWrites } from "./process-writes.ts";
import { commitWithRetry, type Plan } from "./retry.ts";

/** A process as loaded, with what its rules may know. */
export type Loaded<P> = {
  readonly stored: Stored<P>;
  readonly state: P;
  readonly office: Office;
  readonly context: FollowUpContext;
  readonly client: Client;
  readonly vacancies: ReadonlyMap<string, Vacancy>;
  /** Their employers, by vacancy. */
  readonly employers: ReadonlyMap<string, Employer>;
  /** The open wait, with the answer by link that it may hold; a change that ends it holds on its revision as read. */
  readonly wait: WaitRow | undefined;
  /** When the question that is open was first put: at an earlier wait, where it was put again. */
  readonly questionOpenedAt: Instant | undefined;
  /** Every receipt of the client's consents. */
  readonly consents: readonly Consent[];
};

/** The response of every command on a process: its status now. Holds no personal data, so that it may be kept for a repeat. */
export type ProcessResponse = {
  readonly id: string;
  readonly status: string;
  readonly reason?: string | undefined;
  readonly version: number;
  readonly waitNo: number;
  readonly deadline?: string | undefined;
};

export type ChangeOptions<P> = {
  readonly actor: Actor;
  /** The office that the actor belongs to; another one's process does not exist for them. Absent: the system itself. */
  readonly officeId?: string | undefined;
  readonly idempotency?: Idempotency | undefined;
  /** The wait that the actor saw; where another one is open by now, nothing is changed. */
  readonly waitNo?: number | undefined;
  /** How a person's word was taken that the actor records; kept with the version to which it led. */
  readonly receipt?: ReceiptInput | undefined;
  /** Vacancies that the rule needs beside those still alive on the shortlist. */
  readonly alsoVacancies?: (state: P) => readonly string[];
  /** Further writes that belong to the same act. */
  readonly alsoWrites?: (loaded: Loaded<P>, after: P) => readonly Write[];
  /** The revision of the answer by link that takes effect with this change. */
  readonly appliedRev?: number | undefined;
};

export const responseOf = (state: Process): ProcessResponse => ({
  id: state.id,
  status: state.status,
  reason: state.reason,
  version: state.version,
  waitNo: state.waitNo,
  deadline: state.deadline,
});

type Decide<P> = (loaded: Loaded<P>) => Decision<P> | Promise<Decision<P>>;
type Change<P> = (deps: Deps, id: string, options: ChangeOptions<P>, decide: Decide<P>) => Promise<ProcessResponse>;

/** Changes a placement. Errors: NOT_FOUND, whatever the rule refuses with, CONFLICT where others never stop changing it. */
export const changePlacement: Change<Placement> = (deps, id, options, decide) =>
  change(deps, () => deps.store.processes.placement(id), options, decide);

/** Changes a follow-up; the same errors. */
export const changeFollowUp: Change<FollowUp> = (deps, id, options, decide) =>
  change(deps, () => deps.store.processes.followUp(id), options, decide);

/** Changes a process, whatever its kind; the same errors. */
export const changeProcess: Change<Process> = (deps, id, options, decide) =>
  change(deps, () => deps.store.processes.process(id), options, decide);

function change<P extends Process>(
  deps: Deps,
  load: () => Promise<Stored<P> | undefined>,
  options: ChangeOptions<P>,
  decide: Decide<P>,
): Promise<ProcessResponse> {
  return commitWithRetry(deps, async (): Promise<Plan<ProcessResponse>> => {
    const stored = await load();
    if (!stored || (options.officeId !== undefined && stored.state.officeId !== options.officeId)) throw notFound("placement");
    const earlier = await earlierResponse(deps, options.idempotency, processResponse);
    if (earlier) return earlier;
    refuseUnlessSeen(stored.state, options.waitNo);
    const loaded = await loadFacts(deps, stored, options);
    const decision = await decide(loaded);
    if (decision.kind === "refused") throw decision.error;
    if (decision.kind === "unchanged") return { kind: "done", response: responseOf(stored.state) };
    const { state: after } = decision;
    const writes = await processWrites(deps, {
      before: stored,
      decision,
      context: loaded.context,
      waitRev: loaded.wait?.rev ?? 0,
      vacancies: loaded.vacancies,
      employers: loaded.employers,
      told: options.receipt && toldOf(options.receipt, loaded.context.now),
      appliedRev: options.appliedRev,
    });
    const response = responseOf(after);
    return {
      kind: "write",
      response,
      writes: [
        ...writes,
        ...(options.receipt ? [receiptPut(after, receiptAt(options.receipt, loaded.context.now), actorName(options.actor))] : []),
        ...(options.alsoWrites?.(loaded, after) ?? []),
        ...idempotencyPut(options.idempotency, response, loaded.context.now),
      ],
    };
  });
}

function toldOf(input: ReceiptInput, now: Instant) {
  const { how, at } = receiptAt(input, now);
  return { how, saidAt: at < now ? at : undefined };
}

/** Refuses an act that was meant for an earlier question. Errors: STATUS_CONFLICT with where it stands now. */
function refuseUnlessSeen({ status, waitNo }: Process, seen: number | undefined): void {
  if (seen === undefined || seen === waitNo) return;
  throw refusal("STATUS_CONFLICT", [
    { code: status, path: "status" },
    { code: "WAIT_NO", path: "waitNo", value: String(waitNo) },
  ]);
}

/** The open wait, the office's calendar, the client, and the vacancies that a rule may ask about. */
async function loadFacts<P extends Process>(
  deps: Deps,
  stored: Stored<P>,
  { actor, alsoVacancies }: ChangeOptions<P>,
): Promise<Loaded<P>> {
  const { state } = stored;
  const vacancyIds = new Set([...vacanciesOf(state), ...(alsoVacancies?.(state) ?? [])]);
  const [office, client, receipts, wait, first, vacancies] = await Promise.all([
    deps.store.offices.office(state.officeId),
    deps.store.clients.client(state.clientId),
    deps.store.consents.ofClient(state.clientId),
    state.waitOpen ? deps.store.waits.wait(state.id, state.waitNo) : undefined,
    state.waitOpen && state.stage > 1 ? deps.store.waits.wait(state.id, state.waitNo - state.stage + 1) : undefined,
    byId([...vacancyIds], deps.store.vacancies.vacancies),
  ]);
  if (!office) throw notFound("office");
  if (!client) throw notFound("client");
  const now = deps.now();
  const employers = await loadEmployers(deps, vacancies);
  const consents = acrossNames(receipts, [...employers.values()].map(namesOf));
  const context = ruleContext(office, now, actor, {
    withSeat: idsOf(vacancies, hasSeat),
    byPhone: callsOf(employers),
    expired: idsOf(vacancies, (vacancy) => vacancy.validUntil < todayIn(office, now)),
    reporting: reportingOf(client.state),
    mayContact: (employerId) => !barsContactWith(consents, employerId),
  });
  // However often it was sent anew: the employer knows of it since it was asked first.
  const questionOpenedAt = askedAtOf(state) ?? (first ?? wait)?.openedAt;
  return { stored, state, office, client: client.state, wait, questionOpenedAt, consents, vacancies, employers, context };
}

const askedAtOf = (state: Process): Instant | undefined =>
  state.kind === "PLACEMENT" && state.status === "AWAITING_EMPLOYER" ? currentEntry(state)?.askedAt : undefined;

const idsOf = (vacancies: ReadonlyMap<string, Vacancy>, fits: (vacancy: Vacancy) => boolean): ReadonlySet<string> =>
  new Set([...vacancies.values()].filter(fits).map((vacancy) => vacancy.id));

/** The employers of the vacancies, by vacancy: whether a mail reaches them, and to whom a link goes. */
async function loadEmployers(deps: Deps, vacancies: ReadonlyMap<string, Vacancy>): Promise<ReadonlyMap<string, Employer>> {
  const ids = [...vacancies.values()].map(({ employerId }) => employerId);
  const found = await byId(ids, deps.store.employers.employers);
  return new Map(
    [...vacancies].flatMap(([vacancyId, { employerId }]) => {
      const employer = found.get(employerId);
      return employer ? [[vacancyId, employer] as const] : [];
    }),
  );
}

const callsOf = (employers: ReadonlyMap<string, Employer>): ReadonlyMap<string, CallReason> =>
  new Map(
    [...employers].flatMap(([vacancyId, { contact }]) => {
      const why = whyCall(contact);
      return why === undefined ? [] : [[vacancyId, why] as const];
    }),
  );
