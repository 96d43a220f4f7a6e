/** The contact of an employer has named who is in charge in their place: it is kept with the contact, and the officer is told. */
import { actorName } from "../../store/audit.ts";
import type { FanOutOf } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import { changeAsOrdered } from "../record/change-record.ts";
import { changed, unchanged } from "../record/decision.ts";
import { records } from "../record/records.ts";

/** Nothing, where the contact is somebody else by now, or has named the same person before. */
export async function keepColleague(deps: Deps, ref: FanOutOf<"COLLEAGUE_NAMED">): Promise<void> {
  const { at: _, ...named } = ref.colleague;
  await changeAsOrdered(deps, records.employer, ref.id, actorName({ kind: "link", contactId: ref.contactId }), (employer) => {
    if (employer?.contact.id !== ref.contactId) return unchanged(undefined);
    const { at: _at, ...before } = employer.contact.colleague ?? { at: "" };
    if (JSON.stringify(before) === JSON.stringify(named)) return unchanged(undefined);
    return changed({
      state: { ...employer, contact: { ...employer.contact, colleague: ref.colleague } },
      event: "colleagueNamed",
      fields: ["contact.colleague"],
      response: undefined,
      effects: [
        {
          kind: "MAIL",
          ref: { message: "colleagueNamed", to: "officer", processId: ref.processId, vacancyId: ref.vacancyId },
          guard: { processId: ref.processId, waitNo: ref.waitNo },
        },
      ],
    });
  });
}
