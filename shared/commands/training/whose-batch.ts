/** What a batch names besides people: whoever holds it, for whom, and under what. */
import { type DomainError, refusal } from "../../domain/errors.ts";
import { nameOn } from "../../domain/organisations/names.ts";
import type { Batch } from "../../domain/training/batch.ts";
import { organisationsIn } from "../../store/organisations.ts";
import type { Deps } from "../deps.ts";

type Named = Pick<Batch, "organisationId" | "employerId" | "agreementId" | "officeId" | "startsOn" | "endsOn">;

/** Why a batch cannot be so: days in the wrong order, or somebody whom nobody knows. @param within where in the request the fields stand */
export async function batchFault(deps: Deps, batch: Named, within = ""): Promise<DomainError | undefined> {
  const { organisationId, employerId, agreementId, officeId, startsOn, endsOn } = batch;
  if (endsOn < startsOn) return refusal("REQUEST_INVALID", [{ code: "date.order", path: `${within}endsOn` }]);
  const [organisation, employer, agreement] = await Promise.all([
    organisationId ? organisationsIn(deps.store.database).organisation(organisationId) : undefined,
    employerId ? deps.store.employers.employer(employerId) : undefined,
    agreementId ? deps.store.agreements.agreement(agreementId) : undefined,
  ]);
  const unknown = (path: string, code: string) => refusal("NOT_FOUND", [{ code, path: `${within}${path}` }]);
  if (organisationId && !organisation) return unknown("organisationId", "organisation");
  if (employerId && !employer) return unknown("employerId", "employer");
  if (agreementId && agreement?.officeId !== officeId) return unknown("agreementId", "agreement");
  return undefined;
}

/** The names of whoever holds it and for whom it is. @param today the office's day, on which names are read */
export async function namesOfBatch(deps: Deps, { organisationId, employerId }: Batch, today: string) {
  const [organisation, employer] = await Promise.all([
    organisationId ? organisationsIn(deps.store.database).organisation(organisationId) : undefined,
    employerId ? deps.store.employers.employer(employerId) : undefined,
  ]);
  return { organisationName: organisation && nameOn(organisation, today), employerName: employer?.legalName };
}
