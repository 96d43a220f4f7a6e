/** What follows when a mail has not arrived and will not: the way is marked as dead, and the question becomes a task to call. */
import { type CallReason, type Contact, type DeadReason, mailOf } from "../../domain/employers/contact.ts";
import type { Employer } from "../../domain/employers/employer.ts";
import { currentEntry } from "../../domain/placements/placement.ts";
import { noteUndelivered } from "../../domain/placements/reach.ts";
import { system } from "../../domain/process/actor.ts";
import { unchanged } from "../../domain/process/decision.ts";
import { type OutboxEffect, outboxPut } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { changePlacement } from "../process/change-process.ts";
import { addressHash } from "../process/process-writes.ts";
import { changeAsOrdered } from "../record/change-record.ts";
import { changed, unchanged as recordUnchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";

type MailRow = Extract<OutboxEffect, { kind: "MAIL" }>;

/** Marks the address of an employer's contact as dead. Nothing, where the contact has another one by now. */
export async function markMailDead(deps: Deps, employerId: string, address: string, why: DeadReason): Promise<void> {
  await changeAsOrdered(deps, records.employer, employerId, "system", (employer) => {
    if (!employer || !isKnown(employer, address)) return recordUnchanged(undefined);
    const isFirst = addressHash(mailOf(employer.contact)) === address;
    return changed({
      state: withMark(employer, address, { dead: { email: { at: deps.now(), why } } }),
      event: "mailUndelivered",
      fields: ["contact.dead"],
      response: undefined,
      // Every question that is open there was put by this address, alone or together with others.
      effects: isFirst
        ? [{ kind: "FANOUT", ref: { topic: "CONTACT_REPLACED", id: employer.id, at: deps.now(), dead: why, done: 0 } }]
        : [],
    });
  });
}

/** Notes that a mail is on its way to an address for longer than usual. Nothing, where the contact has another one by now. */
export async function markMailLate(deps: Deps, employerId: string, address: string): Promise<void> {
  await changeAsOrdered(deps, records.employer, employerId, "system", (employer) => {
    if (!employer || !isKnown(employer, address)) return recordUnchanged(undefined);
    return changed({
      state: withMark(employer, address, { late: { email: { at: deps.now() } } }),
      event: "mailDelayed",
      fields: ["contact.late"],
      response: undefined,
    });
  });
}

const isKnown = ({ contact, otherContacts = [] }: Employer, address: string): boolean =>
  [contact, ...otherContacts].some((one) => addressHash(mailOf(one)) === address);

/** Marks whichever contacts of an employer have an address that is still written to. */
function withMark(employer: Employer, address: string, mark: Pick<Contact, "dead"> | Pick<Contact, "late">): Employer {
  const marked = (one: Contact): Contact => (addressHash(mailOf(one)) === address ? { ...one, ...mark } : one);
  return { ...employer, contact: marked(employer.contact), otherContacts: employer.otherContacts?.map(marked) };
}

/**
 * The open question of a placement becomes a task to call. Nothing, where it is answered, about another vacancy, or one already; nor
 * where it was put once more since: what comes back is the mail of before.
 */
export async function callInstead(deps: Deps, { ref, guard }: Pick<MailRow, "ref" | "guard">, why: CallReason): Promise<void> {
  await changePlacement(deps, ref.processId, { actor: system }, ({ state, context, wait }) => {
    const isMeant = currentEntry(state)?.vacancyId === ref.vacancyId && (guard === undefined || guard.waitNo === state.waitNo);
    return isMeant && !wait?.answer ? noteUndelivered(state, why, context) : unchanged;
  });
}

/**
 * What a mail asked is put by phone: the first question as the placement's own task, a later one as a mail to the officer; and what it
 * told is told so.
 * @param orderId names that order, so that it is made once
 */
export async function askByPhone(deps: Deps, { ref, guard }: MailRow, why: CallReason, orderId: string): Promise<void> {
  if (ref.linkAction === "ANSWER") return callInstead(deps, { ref, guard }, why);
  const { processId, vacancyId, calledOff } = ref;
  const about = { to: "officer", processId, vacancyId } as const;
  const task =
    ref.linkAction === undefined
      ? ({ ...about, message: "tellByPhone", tells: ref.message, calledOff } as const)
      : ({ ...about, message: "askByPhone" } as const);
  const order = { kind: "MAIL", ref: task, ...(guard ? { guard } : {}) } as const;
  await deps.store.database.commit([outboxPut(`ob_${orderId}`, order, deps.now())]);
}
