/** The parties of an agreement: found when they are named, and by their names when they are read. */
import { type Agreement, isEmployer, isOrganisation, partiesOf } from "../../domain/agreements/agreement.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { type DomainError, notFound, refusal } from "../../domain/errors.ts";
import type { Office } from "../../domain/offices/office.ts";
import { nameOn } from "../../domain/organisations/names.ts";
import { organisationsIn } from "../../store/organisations.ts";
import { byId } from "../by-id.ts";
import type { Deps } from "../deps.ts";
import { survivorOf } from "../employers/survivor.ts";

export type FoundParties =
  | { readonly kind: "found"; readonly parties: readonly string[] }
  | { readonly kind: "wrong"; readonly error: DomainError };

/**
 * The parties as they are kept: an employer's record that has become another one by that, and the organisation that is the office by
 * the office. Errors: NOT_FOUND for what is not there, or is another office; REQUEST_INVALID for fewer than two, or an organisation
 * that is not active.
 */
export async function findParties(
  deps: Deps,
  { id: officeId }: Office,
  given: readonly string[],
  path: string,
): Promise<FoundParties> {
  const wrong = (error: DomainError): FoundParties => ({ kind: "wrong", error });
  const parties: string[] = [];
  for (const [at, party] of given.entries()) {
    if (isEmployer(party)) {
      const employer = await survivorOf(deps, party);
      if (!employer) return wrong(notFound("employer"));
      parties.push(employer.id);
    } else if (isOrganisation(party)) {
      const organisation = await organisationsIn(deps.store.database).organisation(party);
      if (!organisation) return wrong(notFound("organisation"));
      if (!organisation.active)
        return wrong(refusal("REQUEST_INVALID", [{ code: "organisation.inactive", path: `${path}.${at}` }]));
      parties.push(organisation.officeId === officeId ? officeId : party);
    } else {
      if (party !== officeId) return wrong(notFound("office"));
      parties.push(officeId);
    }
  }
  const distinct = [...new Set(parties)];
  if (distinct.length < 2) return wrong(refusal("REQUEST_INVALID", [{ code: "agreement.parties", path }]));
  return { kind: "found", parties: distinct };
}

export type NamedParty = {
  readonly id: string;
  readonly kind: "OFFICE" | "ORGANISATION" | "EMPLOYER";
  readonly name: string;
};

/**
 * Who the parties of some agreements of an office are, each by the name that it bore when it signed: names of ministries and services
 * change, papers do not.
 */
export async function partiesByName(
  deps: Deps,
  office: Office,
  agreements: readonly Agreement[],
  today: LocalDate,
): Promise<(agreement: Agreement) => readonly NamedParty[]> {
  const all = agreements.flatMap(partiesOf);
  const { employers, database } = deps.store;
  const [employing, organised] = await Promise.all([
    byId(all.filter(isEmployer), employers.employers),
    byId(all.filter(isOrganisation), organisationsIn(database).organisations),
  ]);
  return (agreement) =>
    partiesOf(agreement).map((id): NamedParty => {
      if (isEmployer(id)) return { id, kind: "EMPLOYER", name: employing.get(id)?.legalName ?? "-" };
      if (!isOrganisation(id)) return { id, kind: "OFFICE", name: office.name };
      const organisation = organised.get(id);
      const day = agreement.signedOn ?? agreement.validFrom ?? today;
      return { id, kind: "ORGANISATION", name: organisation ? nameOn(organisation, day) : "-" };
    });
}
