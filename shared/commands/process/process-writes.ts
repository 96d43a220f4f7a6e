/** Turns a decision into the one transaction that carries it: state, waits, seats, links, receipts, outbox, audit. */
import { createHash } from "node:crypto";
import { addMilliseconds, type Instant } from "../../domain/calendar/instant.ts";
import { consentTextVersion } from "../../domain/clients/consent.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import type { FollowUp } from "../../domain/follow-ups/follow-up.ts";
import { type FollowUpContext, openFollowUp } from "../../domain/follow-ups/rules.ts";
import type { Placement } from "../../domain/placements/placement.ts";
import type { Actor } from "../../domain/process/actor.ts";
import type { Effect, LinkAction } from "../../domain/process/effect.ts";
import type { ProcessState } from "../../domain/process/wait.ts";
import type { Vacancy } from "../../domain/vacancies/vacancy.ts";
import { actorName, auditPut } from "../../store/audit.ts";
import { clientRelease } from "../../store/clients.ts";
import { consentPut } from "../../store/consents.ts";
import type { Write } from "../../store/dynamodb.ts";
import { holdDelete, holdPuts } from "../../store/holds.ts";
import { keys } from "../../store/keys.ts";
import { linkPut } from "../../store/links.ts";
import { type OutboxEffect, outboxPut } from "../../store/outbox.ts";
import { type Stored, statePut } from "../../store/processes.ts";
import { seatChange } from "../../store/vacancies.ts";
import { waitClose, waitPut } from "../../store/waits.ts";
import type { Deps } from "../deps.ts";

export type ProcessChange = {
  readonly before: Stored<Placement | FollowUp> | undefined;
  readonly after: Placement | FollowUp;
  readonly effects: readonly Effect[];
  readonly event: string;
  readonly actor: Actor;
  readonly context: FollowUpContext;
  /** The revision of the open wait as read: an answer by link that is given or undone meanwhile must be seen. */
  readonly waitRev: number;
  /** Vacancies whose seats the effects touch, as loaded. */
  readonly vacancies: ReadonlyMap<string, Vacancy>;
  /** Employers to whom the effects send links, by vacancy. */
  readonly employers: ReadonlyMap<string, Employer>;
  /** The answer by link that this change makes true, where it does. */
  readonly appliedRev?: number | undefined;
};

/** How long a link lives beyond the open wait at the most; an answer that comes late is told so kindly. */
const linkLifetime = 120 * 86_400_000;

/** All writes of a change, in a stable order. */
export async function processWrites(deps: Deps, wish: ProcessChange): Promise<readonly Write[]> {
  const sendsLink = wish.effects.some((effect) => effect.kind === "MAIL" && effect.link !== undefined);
  const change = sendsLink ? { ...wish, after: { ...wish.after, linkWait: wish.after.waitNo } } : wish;
  const { before, after, context } = change;
  const now = context.now;
  const audit = auditPut(before?.auditHead ?? "", {
    aggregate: after.id,
    version: after.version,
    at: now,
    actor: actorName(change.actor),
    event: change.event,
  });
  const writes: Write[] = [statePut(before?.state, after, audit.head, now), audit.write];
  writes.push(...waitWrites(deps, change));
  const links = new Map<LinkAction, string>();
  for (const effect of change.effects) writes.push(...(await effectWrites(deps, change, effect, links)));
  return writes;
}

function waitWrites(deps: Deps, { before, after, event, context, waitRev, appliedRev }: ProcessChange): Write[] {
  const state: ProcessState | undefined = before?.state;
  const opens = after.waitOpen && after.waitNo !== (state?.waitNo ?? 0);
  const closes = state?.waitOpen === true && (opens || !after.waitOpen);
  const writes: Write[] = [];
  if (state && closes) {
    writes.push(waitClose(after.id, state.waitNo, waitRev, event, context.now));
    writes.push(queue(deps, { kind: "CALLBACK", ref: { processId: after.id, waitNo: state.waitNo } }, context.now));
  } else if (state && appliedRev !== undefined) {
    writes.push(answerApplied(after.id, state.waitNo, appliedRev));
  }
  if (opens) writes.push(waitPut(after, context.now));
  return writes;
}

const answerApplied = (processId: string, waitNo: number, rev: number): Write => ({
  label: "answer",
  table: "placements",
  kind: "update",
  key: keys.wait(processId, waitNo),
  update: "REMOVE #answer",
  condition: "#rev = :rev AND attribute_exists(#answer)",
  names: { "#answer": "answer", "#rev": "rev" },
  values: { ":rev": rev },
});

const queue = (deps: Deps, effect: OutboxEffect, dueAt: Instant): Write => outboxPut(deps.newId("outbox"), effect, dueAt);

async function effectWrites(deps: Deps, change: ProcessChange, effect: Effect, links: Map<LinkAction, string>): Promise<Write[]> {
  const { after, context } = change;
  const placementId = "placementId" in after ? after.placementId : after.id;
  switch (effect.kind) {
    case "MAIL":
      return mailWrites(deps, change, effect, links);
    case "HOLD_PROPOSAL":
      return [...holdPuts(effect.vacancyId, placementId)];
    case "DROP_PROPOSAL":
      return [holdDelete(effect.vacancyId, placementId)];
    case "TAKE_SEAT": {
      const vacancy = change.vacancies.get(effect.vacancyId);
      if (!vacancy) return [];
      // Whoever else is before this employer need not wait for an answer that can only be no.
      const filling: OutboxEffect = { kind: "FANOUT", ref: { topic: "VACANCY_FILLED", id: vacancy.id, done: 0 } };
      return [seatChange(vacancy, -1), ...(vacancy.seatsFree === 1 ? [queue(deps, filling, context.now)] : [])];
    }
    case "GIVE_SEAT_BACK": {
      const vacancy = change.vacancies.get(effect.vacancyId);
      if (!vacancy) return [];
      // A vacancy that was full is as good as a new one to whoever waits.
      const reopens = vacancy.status === "OPEN" && vacancy.seatsFree === 0;
      const waking: OutboxEffect = { kind: "FANOUT", ref: { topic: "VACANCY_OPENED", id: vacancy.id, done: 0 } };
      return [seatChange(vacancy, 1), ...(reopens ? [queue(deps, waking, context.now)] : [])];
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
          how: effect.given.how,
          at: effect.given.at,
          evidence: effect.given.evidence,
          recordedBy: actorName(change.actor),
          discloseBapas: effect.discloseBapas,
        }),
      ];
    case "RELEASE_CLIENT":
      return [clientRelease(effect.clientId, placementId)];
    case "START_FOLLOW_UP": {
      const followUp = "shortlist" in after ? openFollowUp(after, context) : undefined;
      if (!followUp) throw new Error("a placement without a chosen employer cannot be followed up");
      return [...startWrites(deps, followUp, change.actor, context)];
    }
  }
}

/** The writes with which a process comes into being: state, first wait, audit, and the order to start its execution. */
export function startWrites(deps: Deps, state: Placement | FollowUp, actor: Actor, context: FollowUpContext): readonly Write[] {
  const audit = auditPut("", {
    aggregate: state.id,
    version: state.version,
    at: context.now,
    actor: actorName(actor),
    event: "start",
  });
  const attempt = "attempt" in state ? state.attempt : 1;
  return [
    statePut(undefined, state, audit.head, context.now),
    audit.write,
    ...(state.waitOpen ? [waitPut(state, context.now)] : []),
    queue(deps, { kind: "START", ref: { processId: state.id, attempt, run: state.run } }, context.now),
  ];
}

async function mailWrites(
  deps: Deps,
  change: ProcessChange,
  effect: Extract<Effect, { kind: "MAIL" }>,
  links: Map<LinkAction, string>,
): Promise<Write[]> {
  const { after, context } = change;
  const writes: Write[] = [];
  let linkId: string | undefined;
  if (effect.link && effect.vacancyId) {
    const employer = change.employers.get(effect.vacancyId);
    if (!employer) throw new Error("a mail with a link needs its employer loaded");
    linkId = links.get(effect.link);
    if (!linkId) {
      linkId = deps.newId("link");
      links.set(effect.link, linkId);
      writes.push(
        linkPut({
          id: linkId,
          rev: 1,
          hash: sha256(await deps.keys.linkSecret(linkId, 1)),
          action: effect.link,
          processId: after.id,
          waitNo: after.waitNo,
          vacancyId: effect.vacancyId,
          employerId: employer.id,
          contactId: employer.contact.id,
          address: sha256((employer.contact.email ?? "").toLowerCase()),
          validUntil: effect.link === "ANSWER" ? (after.deadline ?? context.now) : addMilliseconds(context.now, linkLifetime),
        }),
      );
    }
  }
  const row: OutboxEffect = {
    kind: "MAIL",
    ref: {
      message: effect.message,
      to: effect.to,
      processId: after.id,
      vacancyId: effect.vacancyId,
      linkId,
      linkAction: effect.link,
    },
    ...(effect.whileWaiting ? { guard: { processId: after.id, waitNo: after.waitNo } } : {}),
  };
  writes.push(queue(deps, row, effect.dueAt ?? context.now));
  return writes;
}

/** SHA-256 of a text, hex. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
