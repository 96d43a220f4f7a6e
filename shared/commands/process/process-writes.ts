/** Turns a decision into the one transaction that carries it: state, waits, seats, links, receipts, outbox, audit. */
import { createHash } from "node:crypto";
import { addMilliseconds, type Instant } from "../../domain/calendar/instant.ts";
import { placeInSpread } from "../../domain/calendar/sending-hours.ts";
import { consentTextHashes, consentTextVersion } from "../../domain/clients/consent.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { type FollowUpContext, openFollowUp } from "../../domain/follow-ups/rules.ts";
import type { Decided } from "../../domain/process/decision.ts";
import type { Effect, LinkAction } from "../../domain/process/effect.ts";
import { contactIdOf, type Process, placementIdOf } from "../../domain/processes.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { type AboutAct, actorName, auditPut } from "../../store/audit.ts";
import { clientRelease } from "../../store/clients.ts";
import { consentPut } from "../../store/consents.ts";
import type { Write } from "../../store/dynamodb.ts";
import { holdDelete, holdPut, holdPuts } from "../../store/holds.ts";
import { type LinkRow, linkCodePut, linkPut } from "../../store/links.ts";
import { type OutboxOrder, outboxPut } from "../../store/outbox.ts";
import { statePut } from "../../store/processes.ts";
import type { Stored } from "../../store/record.ts";
import { seatChange } from "../../store/vacancies.ts";
import { answerApplied, waitClose, waitPut } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";
import { aboutIn } from "./about.ts";
import { askedAt } from "./asked-at.ts";
import { codeHash, codeOfSecret } from "./link-code.ts";

export type ProcessChange = {
  readonly before: Stored<Process>;
  readonly decision: Decided<Process>;
  readonly context: FollowUpContext;
  /** The revision of the open wait as read: an answer by link that is given or undone meanwhile must be seen. */
  readonly waitRev: number;
  /** Vacancies whose seats the effects touch, as loaded. */
  readonly vacancies: ReadonlyMap<string, Vacancy>;
  /** Employers to whom the effects send links, by vacancy. */
  readonly employers: ReadonlyMap<string, Employer>;
  /** How the word was taken that is recorded, where it is somebody's. */
  readonly told?: Pick<AboutAct, "how" | "saidAt"> | undefined;
  /** The answer by link that this change makes true, where it does. */
  readonly appliedRev?: number | undefined;
};

/** How long a link lives beyond the open wait at the most; an answer that comes late is told so kindly. */
const linkLifetime = 120 * 86_400_000;

/** All writes of a change, in a stable order. */
export async function processWrites(deps: Deps, change: ProcessChange): Promise<readonly Write[]> {
  const { before, decision, context } = change;
  const sendsLink = decision.effects.some((effect) => effect.kind === "MAIL" && effect.link !== undefined);
  const after: Process = sendsLink ? { ...decision.state, linkWait: decision.state.waitNo } : decision.state;
  const told = { ...change.told, about: aboutIn(decision.event, before.state, after) };
  const writes: Write[] = [...stateWrites({ ...decision, state: after }, before.auditHead, context, told)];
  writes.push(...waitWrites(deps, change, after));
  const links = new Map<LinkAction, string>();
  for (const effect of decision.effects) writes.push(...(await effectWrites(deps, change, after, effect, links)));
  return writes;
}

/** The state on its condition, and its entry in the audit. */
function stateWrites(
  { expected, state, event }: Decided<Process>,
  auditHead: string,
  { now, actor }: FollowUpContext,
  told: AboutAct = {},
): Write[] {
  const { id: aggregate, version } = state;
  const audit = auditPut(auditHead, { aggregate, version, at: now, actor: actorName(actor), event, ...told });
  return [statePut(expected, state, audit.head, now), audit.write];
}

function waitWrites(deps: Deps, { before, decision, context, waitRev, appliedRev }: ProcessChange, after: Process): Write[] {
  const { state } = before;
  const opens = after.waitOpen && after.waitNo !== state.waitNo;
  const closes = state.waitOpen && (opens || !after.waitOpen);
  const writes: Write[] = [];
  if (closes) {
    writes.push(waitClose(after.id, state.waitNo, waitRev, decision.event, context.now));
    writes.push(order(deps, { kind: "CALLBACK", ref: { processId: after.id, waitNo: state.waitNo } }, context.now));
  } else if (appliedRev !== undefined) {
    writes.push(answerApplied(after.id, state.waitNo, appliedRev));
  }
  if (opens) writes.push(waitPut(after, context.now));
  return writes;
}

const order = (deps: Deps, effect: OutboxOrder, dueAt: Instant): Write => outboxPut(deps.newId("outbox"), effect, dueAt);

async function effectWrites(
  deps: Deps,
  change: ProcessChange,
  after: Process,
  effect: Effect,
  links: Map<LinkAction, string>,
): Promise<readonly Write[]> {
  const { context } = change;
  const placementId = placementIdOf(after);
  switch (effect.kind) {
    case "MAIL":
      return mailWrites(deps, change, after, effect, links);
    case "HOLD_PROPOSAL":
      return takesSeat(change, effect.vacancyId)
        ? [holdPut(effect.vacancyId, placementId)]
        : holdPuts(effect.vacancyId, placementId);
    case "DROP_PROPOSAL":
      return [holdDelete(effect.vacancyId, placementId)];
    case "TAKE_SEAT": {
      const vacancy = change.vacancies.get(effect.vacancyId);
      if (!vacancy) return [];
      // Whoever else is before this employer need not wait for an answer that can only be no.
      const filling: OutboxOrder = { kind: "FANOUT", ref: { topic: "VACANCY_FILLED", id: vacancy.id } };
      return [seatChange(vacancy, -1), ...(vacancy.seatsFree === 1 ? [order(deps, filling, context.now)] : [])];
    }
    case "GIVE_SEAT_BACK": {
      const vacancy = change.vacancies.get(effect.vacancyId);
      if (!vacancy) return [];
      // A vacancy that was full is as good as a new one to whoever waits.
      const reopens = vacancy.status === "OPEN" && vacancy.seatsFree === 0;
      const waking: OutboxOrder = { kind: "FANOUT", ref: { topic: "VACANCY_OPENED", id: vacancy.id } };
      return [seatChange(vacancy, 1), ...(reopens ? [order(deps, waking, context.now)] : [])];
    }
    case "CONSENT_TO_SHARE":
      return [
        consentPut({
          id: deps.newId("consent"),
          clientId: after.clientId,
          purpose: "EMPLOYER_SHARING",
          recipient: effect.employerId,
          action: "GIVEN",
          textVersion: consentTextVersion,
          textHash: consentTextHashes.EMPLOYER_SHARING,
          how: effect.given.how,
          at: effect.given.at,
          evidence: effect.given.evidence,
          recordedBy: actorName(context.actor),
          discloseBapas: effect.discloseBapas,
        }),
      ];
    case "RELEASE_CLIENT":
      return [clientRelease(effect.clientId, placementId)];
    case "START_FOLLOW_UP": {
      const begun = after.kind === "PLACEMENT" ? openFollowUp(after, context) : undefined;
      if (begun?.kind === "refused") throw begun.error;
      if (begun?.kind !== "decided") throw new Error("a placement without a chosen employer cannot be followed up");
      return startWrites(deps, begun, context);
    }
  }
}

/** The writes with which a process comes into being: state, first wait, audit, and the order to start its execution. */
export function startWrites(deps: Deps, begun: Decided<Process>, context: FollowUpContext): readonly Write[] {
  const { state } = begun;
  const attempt = state.kind === "PLACEMENT" ? state.attempt : 1;
  return [
    ...stateWrites(begun, "", context),
    ...(state.waitOpen ? [waitPut(state, context.now)] : []),
    order(deps, { kind: "START", ref: { processId: state.id, attempt, run: state.run } }, context.now),
  ];
}

async function mailWrites(
  deps: Deps,
  change: ProcessChange,
  after: Process,
  effect: Extract<Effect, { kind: "MAIL" }>,
  links: Map<LinkAction, string>,
): Promise<Write[]> {
  const { context } = change;
  const writes: Write[] = [];
  let linkId: string | undefined;
  if (effect.link && effect.vacancyId) {
    const employer = change.employers.get(effect.vacancyId);
    if (!employer) throw new Error("a mail with a link needs its employer loaded");
    const contact = askedAt(employer, after, effect.vacancyId);
    linkId = links.get(effect.link);
    if (!linkId) {
      linkId = deps.newId("link");
      links.set(effect.link, linkId);
      const secret = await deps.keys.linkSecret(linkId, 1);
      const link: LinkRow = {
        id: linkId,
        rev: 1,
        hash: sha256(secret),
        action: effect.link,
        processId: after.id,
        waitNo: after.waitNo,
        vacancyId: effect.vacancyId,
        employerId: employer.id,
        contactId: contact.id,
        address: addressHash(contact.email),
        validUntil: effect.link === "ANSWER" ? (after.deadline ?? context.now) : addMilliseconds(context.now, linkLifetime),
      };
      writes.push(linkPut(link), linkCodePut(link, codeHash(codeOfSecret(secret))));
    }
  }
  const mail: OutboxOrder = {
    kind: "MAIL",
    ref: {
      message: effect.message,
      to: effect.to,
      processId: after.id,
      vacancyId: effect.vacancyId,
      linkId,
      linkAction: effect.link,
      contactId: contactIdOf(after, effect.vacancyId),
      calledOff: effect.calledOff,
      atOnce: effect.atOnce,
      about: effect.about && [...effect.about],
    },
    ...(effect.whileWaiting ? { guard: { processId: after.id, waitNo: after.waitNo } } : {}),
  };
  const id = deps.newId("outbox");
  // Reminders of many fall due at the same hour.
  const dueAt = effect.dueAt === undefined ? context.now : addMilliseconds(effect.dueAt, placeInSpread(id));
  writes.push(outboxPut(id, mail, dueAt));
  return writes;
}

/** An address as links know it: its SHA-256, hex. */
export const addressHash = (address: string | undefined): string => sha256((address ?? "").toLowerCase());

/** SHA-256 of a text, hex. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

const takesSeat = ({ decision }: ProcessChange, vacancyId: string): boolean =>
  decision.effects.some((effect) => effect.kind === "TAKE_SEAT" && effect.vacancyId === vacancyId);
