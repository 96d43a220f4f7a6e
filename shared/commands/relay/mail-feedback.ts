/**
 * What the mail service hears of a mail after it has taken it: sent back, unwanted, refused, late. Such events come at least once
 * or not at all, in any order, hours after the mail. The mail's tag names the row of the outbox by which it was sent.
 * Source: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
import * as z from "zod";
import type { DeadReason } from "../../domain/employers/contact.ts";
import { placementIdOfProcess } from "../../domain/identifiers/ids.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { sentMailsIn } from "../../store/sent-mails.ts";
import type { Deps } from "../deps.ts";
import { addressHash } from "../process/process-writes.ts";
import { askByPhone, markMailDead, markMailLate } from "./undelivered.ts";

const recipients = z.array(z.object({ emailAddress: z.string() }));
const mail = z.object({
  destination: z.array(z.string()),
  tags: z.object({ reference: z.array(z.string()).optional() }).default({}),
});

/** The `detail` of the events that are looked at, by what has happened. */
const feedback = z.object({
  id: z.string(),
  detail: z.discriminatedUnion("eventType", [
    z.object({
      eventType: z.literal("Bounce"),
      mail,
      bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }),
    }),
    z.object({ eventType: z.literal("Complaint"), mail, complaint: z.object({ complainedRecipients: recipients }) }),
    z.object({ eventType: z.literal("Reject"), mail }),
    z.object({ eventType: z.literal("DeliveryDelay"), mail, deliveryDelay: z.object({ delayedRecipients: recipients }) }),
  ]),
});
type Detail = z.infer<typeof feedback>["detail"];

/** EMPLOYER: noted with the contact; STAFF: a mail to the office, which is for the operators; NOTHING: of no mail that is known. */
export type Noted = { readonly what: "EMPLOYER" | "STAFF" | "NOTHING"; readonly row?: string | undefined };

/** Notes one event. Throws a ZodError for what is no such event. */
export async function noteMailFeedback(deps: Deps, event: unknown): Promise<Noted> {
  const { id, detail } = feedback.parse(event);
  const pk = rowOf(detail.mail.tags.reference?.[0]);
  const row = pk === undefined ? undefined : await deps.store.outbox.load(pk);
  const isLate = detail.eventType === "DeliveryDelay";
  const together = pk !== undefined && row?.kind === "MAIL" ? [row, ...(await wentWith(deps, pk, row))] : [];
  for (const one of together) await hear(deps, pk ?? "", one, isLate ? "DELAYED" : reasonOf(detail));
  if (row?.kind !== "MAIL") return { what: isLate ? "NOTHING" : "STAFF", row: pk };
  const vacancy = row.ref.vacancyId ? await deps.store.vacancies.vacancy(row.ref.vacancyId) : undefined;
  if (row.ref.to !== "employer" || !vacancy) return { what: isLate ? "NOTHING" : "STAFF", row: pk };
  for (const address of affectedBy(detail).map(addressHash)) {
    if (isLate) await markMailLate(deps, vacancy.employerId, address);
    else if (isForGood(detail)) await markMailDead(deps, vacancy.employerId, address, reasonOf(detail));
  }
  // The event's own id names the order: an event that comes twice orders once.
  const orderId = id.replace(/[^A-Za-z0-9]/g, "").slice(0, 64);
  if (!isLate) for (const one of together) await askByPhone(deps, one, reasonOf(detail), orderId);
  return { what: "EMPLOYER", row: pk };
}

/** A mail as it was sent about a process. */
async function sentBy(deps: Deps, pk: string, { ref }: MailRow) {
  const { items } = await sentMailsIn(deps.store.database).ofPlacement(placementIdOfProcess(ref.processId), { limit: 100 });
  return items.filter(({ id }) => id.startsWith(`${pk}#`));
}

/** The other questions that were put in one mail with that of a row: they have not arrived either. */
async function wentWith(deps: Deps, pk: string, row: MailRow): Promise<readonly MailRow[]> {
  const ids = new Set((await sentBy(deps, pk, row)).flatMap(({ also = [] }) => also));
  const rows = await Promise.all([...ids].map((id) => deps.store.outbox.load(id)));
  return rows.flatMap((one) => (one?.kind === "MAIL" ? [one] : []));
}

/** Notes it with the mail as it was sent, for whoever reads the placement. */
async function hear(deps: Deps, pk: string, row: MailRow, what: DeadReason | "DELAYED"): Promise<void> {
  for (const sent of await sentBy(deps, pk, row)) await sentMailsIn(deps.store.database).hear(sent, { at: deps.now(), what });
}

/** A tag's value knows letters, digits, _ and -: the row's key stands in it with its # replaced. */
const rowOf = (reference: string | undefined): string | undefined =>
  reference !== undefined && /^OB_ob_\w{26}$/.test(reference) ? reference.replace("_", "#") : undefined;

function affectedBy(detail: Detail): readonly string[] {
  switch (detail.eventType) {
    case "Bounce":
      return detail.bounce.bouncedRecipients.map(({ emailAddress }) => emailAddress);
    case "Complaint":
      return detail.complaint.complainedRecipients.map(({ emailAddress }) => emailAddress);
    case "DeliveryDelay":
      return detail.deliveryDelay.delayedRecipients.map(({ emailAddress }) => emailAddress);
    case "Reject":
      return detail.mail.destination;
  }
}

/** A full mailbox is given up on after half a day, but may be emptied; the next mail is tried again. */
const isForGood = (detail: Detail): boolean => detail.eventType !== "Bounce" || detail.bounce.bounceType === "Permanent";

function reasonOf({ eventType }: Detail): DeadReason {
  if (eventType === "Complaint") return "COMPLAINED";
  return eventType === "Reject" ? "REJECTED" : "BOUNCED";
}

type MailRow = Extract<OutboxEffect, { kind: "MAIL" }>;
