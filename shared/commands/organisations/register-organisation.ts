/** Registers an organisation. */
import type { routes } from "../../api/routes.ts";
import { contactOf } from "../../domain/employers/contact.ts";
import { refusal } from "../../domain/errors.ts";
import { zoneOfRegion } from "../../domain/identifiers/region.ts";
import { organisationWordsOf } from "../../domain/organisations/likeness.ts";
import { type Organisation, organisationFaults, placeOf } from "../../domain/organisations/organisation.ts";
import { createRecord } from "../record/change-record.ts";
import { changed, refused } from "../record/decision.ts";
import type { StaffCommand } from "../request.ts";
import { officeFault } from "./office-taken.ts";
import { organisationKind } from "./organisation-kind.ts";
import { organisationTwins, twinsTold } from "./organisation-twins.ts";

/**
 * Errors: REQUEST_INVALID with all that an organisation of its kind has not or must have, NOT_FOUND for an unknown office,
 * STATUS_CONFLICT where another one is that office. What is likely the same is named in the response.
 */
export const registerOrganisation: StaffCommand<typeof routes.registerOrganisation> = (deps, request) =>
  createRecord(deps, organisationKind, { request, action: "registerOrganisation" }, async () => {
    const { staff, body } = request;
    const faults = organisationFaults(body);
    if (faults.length > 0) return refused(refusal("REQUEST_INVALID", faults));
    const id = deps.newId("organisation");
    const taken = await officeFault(deps, id, body.officeId, "officeId");
    if (taken) return refused(taken);
    const state: Organisation = {
      ...body,
      id,
      place: placeOf(body.regionCode),
      zone: zoneOf(body.regionCode),
      contact: body.contact && contactOf(body.contact, deps.newId("contact")),
      searchWords: organisationWordsOf(body),
      active: true,
      registeredBy: staff.id,
      version: 1,
    };
    const twins = await organisationTwins(deps, state);
    return changed({ state, event: "registerOrganisation", response: { id, ...twinsTold(twins) } });
  });

/** What belongs to the whole nation keeps the capital's time. */
export const zoneOf = (regionCode: string | undefined) => (regionCode && zoneOfRegion(regionCode)) || "WIB";
