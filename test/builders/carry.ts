/** The people of a world, and what each of them does: short words for the tests. */

import { routes } from "../../shared/api/routes.ts";
import { terminateAgreement } from "../../shared/commands/agreements/terminate-agreement.ts";
import { recordConsent } from "../../shared/commands/clients/record-consent.ts";
import { recordFollowUp } from "../../shared/commands/follow-ups/record-follow-up.ts";
import { recordLostWork } from "../../shared/commands/follow-ups/record-lost-work.ts";
import type { LinkCredentials } from "../../shared/commands/links/find-link.ts";
import { type AnswerGiven, answerByLink, undoByLink } from "../../shared/commands/links/use-link.ts";
import { answerForClient } from "../../shared/commands/placements/answer-for-client.ts";
import { answerForEmployer } from "../../shared/commands/placements/answer-for-employer.ts";
import { approveShortlist } from "../../shared/commands/placements/approve-shortlist.ts";
import { confirmStart } from "../../shared/commands/placements/confirm-start.ts";
import { askEmployerAnew, noteEmployerReached } from "../../shared/commands/placements/reach-employer.ts";
import { recordInterview } from "../../shared/commands/placements/record-interview.ts";
import { reviewPlacement } from "../../shared/commands/placements/review-placement.ts";
import { startPlacement } from "../../shared/commands/placements/start-placement.ts";
import { withdrawPlacement } from "../../shared/commands/placements/withdraw-placement.ts";
import type { ProcessResponse } from "../../shared/commands/process/change-process.ts";
import { closeVacancy } from "../../shared/commands/vacancies/close-vacancy.ts";
import type { Client } from "../../shared/domain/clients/client.ts";
import type { Employer } from "../../shared/domain/employers/employer.ts";
import type { Office } from "../../shared/domain/offices/office.ts";
import type { Staff } from "../../shared/domain/offices/staff.ts";
import type { Placement } from "../../shared/domain/placements/placement.ts";
import type { Vacancy } from "../../shared/domain/vacancies/vacancy.ts";
import { consentPut } from "../../shared/store/consents.ts";
import type { Write } from "../../shared/store/dynamodb.ts";
import { staffPut } from "../../shared/store/staff.ts";
import { routeOf } from "./held-to.ts";
import { idNo } from "./ids.ts";
import { agreementPuts, certificatePuts, clientPuts, employerPuts, officePuts, vacancyPuts } from "./put-records.ts";
import {
  buildAgreement,
  buildCertificate,
  buildClient,
  buildConsent,
  buildEmployer,
  buildOffice,
  buildStaff,
  buildVacancy,
} from "./records.ts";
import type { World } from "./world.ts";

export const officer = buildStaff(1);
export const colleague = buildStaff(2);
export const trainer = buildStaff(3, { role: "trainer" });
export const supervisor = buildStaff(4, { role: "supervisor", email: "kepala@titian.test" });
/** Of the whole, and of no office's records. */
export const administrator = buildStaff(5, { role: "administrator", email: "pengelola@titian.test" });
/** Of another office. */
export const stranger = buildStaff(9, { officeId: "bapas-lain" });

export type Seed = {
  readonly office?: Partial<Office>;
  /** Numbers of the clients, or a client with its changes. */
  readonly clients?: readonly Partial<Client>[];
  /** One vacancy with an employer of the same number for each. */
  readonly vacancies?: readonly Partial<Vacancy>[];
  /** What is unusual about the employer of each vacancy, in their order. */
  readonly employers?: readonly Partial<Employer>[];
  /** Numbers of the employers with whom the office has an agreement. */
  readonly agreements?: readonly number[];
  /** Numbers of the clients who hold a verified certificate. */
  readonly certified?: readonly number[];
};

/** Fills the tables: two offices, their staff, clients who consent to profiling, employers with a vacancy each. */
export async function seed(
  world: World,
  { office = {}, clients = [{}], vacancies = [{}], employers = [], agreements = [], certified = [] }: Seed = {},
): Promise<void> {
  const writes: Write[] = [
    ...officePuts(buildOffice(office)),
    ...officePuts(buildOffice({ id: "bapas-lain", name: "Bapas Lain" })),
    ...[officer, colleague, trainer, supervisor, administrator, stranger].map(staffPut),
  ];
  for (const [at, changes] of clients.entries())
    writes.push(...clientPuts(buildClient(at + 1, changes)), consentPut(buildConsent(at + 1)));
  for (const [at, changes] of vacancies.entries()) {
    const employer = buildEmployer(at + 1, employers[at] ?? {});
    writes.push(...employerPuts(employer), ...vacancyPuts(buildVacancy(at + 1, changes), employer));
  }
  for (const no of agreements) writes.push(...agreementPuts(buildAgreement(no)));
  for (const no of certified)
    writes.push(
      ...certificatePuts(buildCertificate(no, { verifiedBy: idNo("staff", 2), verifiedAt: "2026-02-22T02:00:00.000Z" })),
    );
  // As many as one transaction takes.
  for (let from = 0; from < writes.length; from += 100) {
    const result = await world.deps.store.database.commit(writes.slice(from, from + 100));
    if (result.kind !== "committed") throw new Error("the seed was refused");
  }
}

const none = { params: {}, query: {} } as const;
const receipt = { how: "IN_PERSON" } as const;
let keys = 0;
function nextKey(): string {
  keys += 1;
  return `key-${keys}`;
}

/** A new key for a request of a member of staff; the same key again is the same request. */
export function keyFor(staff: Staff, route: string, request: unknown, key = nextKey()) {
  return { subject: staff.id, route, key, request } as const;
}

export function start(world: World, clientNo = 1, withoutCertificate = true, staff = officer): Promise<ProcessResponse> {
  const body = { clientId: idNo("client", clientNo), withoutCertificate };
  const idempotency = keyFor(staff, "/placements", body);
  return world.request("start", (deps) => startPlacement(deps, { ...none, body, staff, idempotency }), routes.startPlacement);
}

/** A request of staff about one placement: the same key however often it has to be sent. */
function ask<B, T>(
  world: World,
  name: string,
  id: string,
  body: B,
  command: (
    deps: World["deps"],
    request: {
      params: { id: string };
      query: Record<string, never>;
      body: B;
      staff: Staff;
      idempotency: ReturnType<typeof keyFor>;
    },
  ) => Promise<T>,
  staff: Staff = officer,
): Promise<T> {
  const idempotency = keyFor(staff, name, body);
  return world.request(name, (deps) => command(deps, { params: { id }, query: {}, body, staff, idempotency }), routeOf[name]);
}

type Approving = Extract<Parameters<typeof approveShortlist>[1]["body"], { decision: "APPROVE" }>;
export const approve = (
  world: World,
  id: string,
  vacancyNos: readonly number[],
  staff = officer,
  more: Partial<Omit<Approving, "decision" | "order">> = {},
): Promise<ProcessResponse> =>
  ask(
    world,
    "approve",
    id,
    { ...more, decision: "APPROVE" as const, order: vacancyNos.map((no) => idNo("vacancy", no)), reason: "urutan petugas" },
    approveShortlist,
    staff,
  );

export const reject = (world: World, id: string): Promise<ProcessResponse> =>
  ask(world, "reject", id, { decision: "APPROVE_NONE" as const }, approveShortlist);

/** The client says yes to the first so many, no to the others. */
export const clientSays = (
  world: World,
  id: string,
  yes: readonly number[],
  no: readonly number[] = [],
  more: Partial<Omit<Parameters<typeof answerForClient>[1]["body"], "answers">> = {},
): Promise<ProcessResponse> =>
  ask(
    world,
    "clientSays",
    id,
    {
      answers: [...yes, ...no].map((number) => ({
        vacancyId: idNo("vacancy", number),
        accepts: yes.includes(number),
        discloseBapas: false,
      })),
      receipt,
      ...more,
    },
    answerForClient,
  );

type EmployerSays = Parameters<typeof answerForEmployer>[1]["body"]["answer"];
type EmployerWord = Omit<Parameters<typeof answerForEmployer>[1]["body"], "answer">;
export const employerSays = (
  world: World,
  id: string,
  answer: EmployerSays,
  more: Partial<EmployerWord> = {},
): Promise<ProcessResponse> => ask(world, "employerSays", id, { answer, receipt, ...more }, answerForEmployer);

/** The officer notes that the employer was called and knows of the question. */
export const reached = (world: World, id: string): Promise<ProcessResponse> =>
  ask(world, "reached", id, { receipt: { how: "PHONE" as const } }, noteEmployerReached);

export const askAgain = (world: World, id: string, contactId?: string): Promise<ProcessResponse> =>
  ask(world, "askAnew", id, contactId === undefined ? {} : { contactId }, askEmployerAnew);

type InterviewSays = Parameters<typeof recordInterview>[1]["body"];
export const interview = (world: World, id: string, body: InterviewSays): Promise<ProcessResponse> =>
  ask(world, "interview", id, body, recordInterview);

type Review = Parameters<typeof reviewPlacement>[1]["body"];
export const review = (world: World, id: string, body: Review): Promise<ProcessResponse> =>
  ask(world, "review", id, body, reviewPlacement);

type Started = Extract<Parameters<typeof confirmStart>[1]["body"], { started: true }>;
/** Officer and client confirm that work began today. */
export const confirm = (world: World, id: string, client = true, more: Partial<Started> = {}): Promise<ProcessResponse> =>
  ask(
    world,
    "confirm",
    id,
    {
      started: true as const,
      startedOn: world.now().slice(0, 10),
      evidence: "VISIT" as const,
      writtenContract: false,
      contractType: "DAILY" as const,
      ...(client ? { client: receipt } : {}),
      ...more,
    },
    confirmStart,
  );

type NotStarted = Extract<Parameters<typeof confirmStart>[1]["body"], { started: false }>;
export const notStarted = (world: World, id: string, more: Partial<NotStarted> = {}): Promise<ProcessResponse> =>
  ask(world, "notStarted", id, { started: false as const, receipt, ...more }, confirmStart);

export const withdraw = (world: World, id: string): Promise<ProcessResponse> =>
  ask(world, "withdraw", id, { receipt }, withdrawPlacement);

export const close = (world: World, vacancyNo: number) => ask(world, "close", idNo("vacancy", vacancyNo), {}, closeVacancy);

export const terminate = (world: World, agreementNo: number) =>
  ask(world, "terminate", idNo("agreement", agreementNo), {}, terminateAgreement, supervisor);

type ConsentSaid = Parameters<typeof recordConsent>[1]["body"];
export const sayConsent = (world: World, clientNo: number, body: ConsentSaid) =>
  ask(world, "withdrawConsent", idNo("client", clientNo), body, recordConsent);

/** Withdraws the consent to one employer, or (none named) to all profiling. */
export const withdrawConsent = (world: World, clientNo: number, employerNo?: number) =>
  ask(
    world,
    "withdrawConsent",
    idNo("client", clientNo),
    {
      purpose: employerNo === undefined ? ("PROFILING" as const) : ("EMPLOYER_SHARING" as const),
      ...(employerNo === undefined ? {} : { employerId: idNo("employer", employerNo) }),
      action: "WITHDRAWN" as const,
      receipt,
    },
    recordConsent,
  );

type News = Parameters<typeof recordFollowUp>[1]["body"];
export function news(
  world: World,
  placementId: string,
  day: "30" | "90" | "180",
  said: Omit<News, "receipt">,
): Promise<ProcessResponse> {
  const body = { ...said, receipt };
  const idempotency = keyFor(officer, `news ${day}`, body);
  return world.request(
    "news",
    (deps) => recordFollowUp(deps, { params: { id: placementId, day }, query: {}, body, staff: officer, idempotency }),
    routes.recordFollowUp,
  );
}

type LostWork = Parameters<typeof recordLostWork>[1]["body"];
export const loseWork = (world: World, id: string, body: Omit<LostWork, "receipt">): Promise<ProcessResponse> =>
  ask(world, "recordLostWork", id, { ...body, receipt }, recordLostWork);

/** The link in the newest mail to an employer. */
export function linkOf(world: World, employerNo = 1, address = `pemilik${employerNo}@bengkel.test`): LinkCredentials {
  for (const mail of world.mails().toReversed()) {
    const found = /\/link#(li_\w+)\.([\w-]{43})/.exec(mail.text);
    if (mail.to === address && found?.[1] && found[2]) return { linkId: found[1], secret: found[2] };
  }
  throw new Error(`no mail to the employer ${employerNo} holds a link`);
}

export function answerLink(
  world: World,
  link: LinkCredentials,
  choice: Record<string, unknown>,
  key = nextKey(),
): Promise<AnswerGiven> {
  const actions = "started" in choice ? (["CONFIRMATION"] as const) : (["ANSWER", "INTERVIEW_RESULT", "FOLLOW_UP"] as const);
  const idempotency = { subject: link.linkId, route: "/link/answer", key, request: { linkId: link.linkId, choice } };
  const route = "started" in choice ? routes.confirmByLink : routes.answerLink;
  return world.request("answerLink", (deps) => answerByLink(deps, link, choice, actions, { idempotency }), route);
}

export const undo = (world: World, link: LinkCredentials) => {
  const idempotency = { subject: link.linkId, route: "/link/undo", key: nextKey(), request: link.linkId };
  return world.request("undo", (deps) => undoByLink(deps, link, { idempotency }), routes.undoLink);
};

/** The placement as it is stored now. */
export async function read(world: World, id: string): Promise<Placement> {
  const stored = await world.deps.store.processes.placement(id);
  if (!stored) throw new Error(`there is no placement ${id}`);
  return stored.state;
}

/** Starts a placement and brings it before the client, with these vacancies on the shortlist. */
export async function bringToClient(world: World, vacancyNos: readonly number[] = [1], clientNo = 1): Promise<string> {
  const { id } = await start(world, clientNo);
  await world.settle();
  await approve(world, id, vacancyNos);
  await world.settle();
  return id;
}

/** Brings a placement before its first employer. */
export async function bringToEmployer(world: World, vacancyNos: readonly number[] = [1], clientNo = 1): Promise<string> {
  const id = await bringToClient(world, vacancyNos, clientNo);
  await clientSays(world, id, vacancyNos);
  await world.settle();
  return id;
}

/** To work at the first vacancy, as the employer and the officer have confirmed. */
export async function bringToWork(world: World): Promise<string> {
  const id = await bringToEmployer(world);
  await employerSays(world, id, { choice: "ACCEPT" });
  await world.settle();
  await confirm(world, id);
  await world.settle();
  return id;
}

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
