/** An office is one organisation. */
import { type DomainError, notFound, refusal } from "../../domain/errors.ts";
import { organisationsIn } from "../../store/organisations.ts";
import type { Deps } from "../deps.ts";

/** Why an organisation cannot be this office; undefined where it can. @param path where in the request the office stands */
export async function officeFault(
  { store }: Deps,
  id: string,
  officeId: string | undefined,
  path: string,
): Promise<DomainError | undefined> {
  if (officeId === undefined) return undefined;
  if (!(await store.offices.office(officeId))) return notFound("office");
  const other = await organisationsIn(store.database).ofOffice(officeId);
  if (other === undefined || other === id) return undefined;
  return refusal("STATUS_CONFLICT", [{ code: "organisation.office-taken", path, value: other }]);
}
