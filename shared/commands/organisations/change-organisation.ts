/** Mends what is recorded of an organisation, adds the name that it bears from a day on, or notes that it is no longer active. */
import type { routes } from "../../api/routes.ts";
import { contactAfter, contactOf } from "../../domain/employers/contact.ts";
import { refusal } from "../../domain/errors.ts";
import { organisationLikeness, organisationWordsOf } from "../../domain/organisations/likeness.ts";
import { type Organisation, organisationFaults, placeOf } from "../../domain/organisations/organisation.ts";
import { withChanges } from "../../domain/record/fields.ts";
import { changedFields } from "../../store/record.ts";
import { changeRecord } from "../record/change-record.ts";
import { changed, refused, unchanged } from "../record/decision.ts";
import type { StaffCommand } from "../request.ts";
import { officeFault } from "./office-taken.ts";
import { organisationKind } from "./organisation-kind.ts";
import { organisationTwins, twinsTold } from "./organisation-twins.ts";
import { describeOrganisation } from "./read-organisation.ts";
import { zoneOf } from "./register-organisation.ts";

/**
 * Errors: CONFLICT with the newer record where another version was seen; REQUEST_INVALID with all that an organisation of its kind
 * has not or must have; NOT_FOUND for an unknown office; STATUS_CONFLICT where another one is that office.
 */
export const changeOrganisation: StaffCommand<typeof routes.changeOrganisation> = (deps, request) => {
  const { contact, ...others } = request.body.changes;
  const { id } = request.params;
  const options = { request, action: "changeOrganisation", id, expectedVersion: request.body.version } as const;
  const kind = { ...organisationKind, shown: describeOrganisation };
  return changeRecord(deps, kind, options, async (before) => {
    const next = withChanges(before, others);
    const faults = organisationFaults(next, "changes.");
    if (faults.length > 0) return refused(refusal("REQUEST_INVALID", faults));
    const taken = await officeFault(deps, id, next.officeId, "changes.officeId");
    if (taken) return refused(taken);
    const newContact = (given: NonNullable<typeof contact>) =>
      before.contact ? contactAfter(before.contact, given, deps.newId("contact")) : contactOf(given, deps.newId("contact"));
    const state: Organisation = {
      ...next,
      place: placeOf(next.regionCode),
      zone: zoneOf(next.regionCode),
      contact: contact === undefined ? before.contact : contact === null ? undefined : newContact(contact),
      searchWords: organisationWordsOf(next),
    };
    const fields = changedFields(before, state).filter((name) => name in request.body.changes);
    if (fields.length === 0) return unchanged({ id, version: before.version });
    const isOther = organisationLikeness(state).some((text) => !organisationLikeness(before).includes(text));
    const twins = isOther ? await organisationTwins(deps, state) : [];
    return changed({
      state,
      event: "changeOrganisation",
      fields,
      response: { id, version: before.version + 1, ...twinsTold(twins) },
    });
  });
};
