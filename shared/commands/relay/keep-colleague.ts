/** Whoever was asked at an employer has named who is in charge in their place: it is kept with the contact, and the officer is told. */
import type { Contact } from "../../domain/employers/contact.ts";
import { actorName } from "../../store/audit.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { survivorOf } from "../employers/survivor.ts";
import { changeAsOrdered } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";

/** Nothing, where whoever was asked is no contact there any more, or has named the same person before. */
export async function keepColleague(deps: Deps, { id, linkId }: FanOutOf<"COLLEAGUE_NAMED">): Promise<void> {
  const link = await deps.store.links.link(linkId);
  const colleague = link?.colleague;
  if (!link || !colleague) return;
  const { processId, vacancyId, waitNo, contactId } = link;
  // The record may have become another one since the link was mailed.
  const employerId = (await survivorOf(deps, id))?.id ?? id;
  await changeAsOrdered(deps, records.employer, employerId, actorName({ kind: "link", contactId }), (employer) => {
    if (!employer) return unchanged(undefined);
    const { contact, otherContacts } = employer;
    const asked = [contact, ...(otherContacts ?? [])].find((one) => one.id === contactId);
    if (!asked || isSame(asked.colleague, colleague)) return unchanged(undefined);
    const told = (one: Contact): Contact => (one.id === contactId ? { ...one, colleague } : one);
    return changed({
      state: { ...employer, contact: told(contact), otherContacts: otherContacts?.map(told) },
      event: "colleagueNamed",
      fields: ["contact.colleague"],
      response: undefined,
      effects: [
        {
          kind: "MAIL",
          ref: { message: "colleagueNamed", to: "officer", processId, vacancyId, contactId },
          guard: { processId, waitNo },
        },
      ],
    });
  });
}

const isSame = (one: Contact["colleague"], other: Contact["colleague"]): boolean =>
  one?.name === other?.name && one?.email === other?.email && one?.phone === other?.phone;
