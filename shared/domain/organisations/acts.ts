/** The acts of staff on an organisation. */
import { type Asker, type Offer, offersOn, type RecordAct } from "../offices/acts.ts";

export type OrganisationNow = { readonly kind: "ORGANISATION" };

const organisationActs = [["changeOrganisation", { action: "changeOrganisation" }]] as const satisfies readonly (readonly [
  string,
  RecordAct<OrganisationNow>,
])[];

export type OrganisationAct = (typeof organisationActs)[number][0];
export const organisationActNames: readonly OrganisationAct[] = organisationActs.map(([name]) => name);

/** What somebody may do about an organisation now. */
export const actsOnOrganisation = (asker: Asker, state: OrganisationNow): readonly Offer<OrganisationAct>[] =>
  offersOn(asker, organisationActs, state);
