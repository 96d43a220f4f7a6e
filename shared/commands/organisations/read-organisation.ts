/** One organisation: what it is called today and was before, and whom to ask there. */
import type { routes } from "../../api/routes.ts";
import { numbersOf } from "../../domain/employers/contact.ts";
import { nameOn } from "../../domain/organisations/names.ts";
import type { Organisation } from "../../domain/organisations/organisation.ts";
import { organisationOffers } from "../offers.ts";
import { todayIn } from "../office-times.ts";
import { loadRecord } from "../record/change-record.ts";
import { officeOf, type StaffCommand } from "../request.ts";
import { organisationKind } from "./organisation-kind.ts";

/** Errors: NOT_FOUND. */
export const readOrganisation: StaffCommand<typeof routes.readOrganisation> = async (deps, { staff, params }) => {
  const { state } = await loadRecord(deps, organisationKind, { staff, action: "readOrganisations", id: params.id });
  const today = todayIn(await officeOf(deps, staff), deps.now());
  return { organisation: describeOrganisation(state), called: nameOn(state, today), acts: organisationOffers(staff) };
};

/** An organisation as staff read it. */
export const describeOrganisation = (organisation: Organisation) => ({
  ...organisation,
  contact: organisation.contact && { ...organisation.contact, numbers: numbersOf(organisation.contact) },
});
