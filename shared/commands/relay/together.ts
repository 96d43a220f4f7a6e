/**
 * Questions to one contact are put together: the first goes at once, and what follows within a quarter of an hour waits for its end
 * and goes in one mail. One row of the outbox has the slot and sends for those that wait; whoever comes twice sends twice at worst.
 */
import { addMilliseconds, type Instant } from "../../domain/calendar/instant.ts";
import type { MailName } from "../../messages/mails.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { questionSlotsIn } from "../../store/question-slots.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../process/process-writes.ts";

type MailRow = Extract<OutboxEffect, { kind: "MAIL" }>;

/** So long after a mail with questions the same contact gets no other one, in milliseconds. */
export const apart = 15 * 60_000;

/** The mails that are put together. */
const questions: readonly MailName[] = ["candidateProposed", "candidateReminder"];

export const isQuestion = (name: MailName): boolean => questions.includes(name);

/** Under which name the contact of an employer is known, as far as one officer's clients are asked about: a mail names who asks. */
export const contactKey = (officerId: string, employerId: string, email: string | undefined): string =>
  sha256(`${officerId} ${employerId} ${(email ?? "").toLowerCase()}`);

/** NOW: with these others. LATER: it waits for the next mail. WENT: another row's mail has put it. */
export type Turn =
  | { readonly kind: "NOW"; readonly others: readonly { readonly reference: string; readonly row: MailRow }[] }
  | { readonly kind: "LATER"; readonly until: Instant }
  | { readonly kind: "WENT" };

/**
 * Whether a row may send its question now, and which it takes along.
 * @param contact undefined: it is sent by itself
 * @param reference the row's key
 */
export async function takeTurn(deps: Deps, contact: string | undefined, reference: string): Promise<Turn> {
  if (contact === undefined) return { kind: "NOW", others: [] };
  const questionSlots = questionSlotsIn(deps.store.database);
  const now = deps.now();
  const before = await questionSlots.of(contact);
  if (before?.merged?.has(reference)) return { kind: "WENT" };
  if (!(await questionSlots.take(contact, reference, now, addMilliseconds(now, -apart)))) {
    await questionSlots.wait(contact, reference);
    const held = await questionSlots.of(contact);
    return { kind: "LATER", until: addMilliseconds(held?.at ?? now, apart) };
  }
  const slot = await questionSlots.of(contact);
  const waiting = [...(slot?.waiting ?? [])].filter((id) => id !== reference && !slot?.merged?.has(id));
  const rows = await Promise.all(waiting.map(async (id) => ({ reference: id, row: await deps.store.outbox.load(id) })));
  const open = await Promise.all(
    rows.map(async ({ reference: id, row }) =>
      row?.kind === "MAIL" && row.status === "PENDING" && (await isAsked(deps, row)) ? [{ reference: id, row }] : [],
    ),
  );
  return { kind: "NOW", others: open.flat() };
}

/** Whether nobody has answered yet, not even in a way that can still be undone. */
async function isAsked(deps: Deps, { guard }: MailRow): Promise<boolean> {
  const wait = guard && (await deps.store.waits.wait(guard.processId, guard.waitNo));
  return wait !== undefined && wait.outcome === undefined && wait.answer === undefined;
}
