/** The record that an employer's record has become. */
import type { Employer } from "../../domain/employers/employer.ts";
import { type DomainError, refusal } from "../../domain/errors.ts";
import type { Deps } from "../deps.ts";

/** More records than this have not become each other one after the other. */
const mostSteps = 10;

/** The record that stands for an employer today; itself, where it has not become another. */
export async function survivorOf(deps: Deps, employerId: string): Promise<Employer | undefined> {
  return survivorFrom(deps, await deps.store.employers.employer(employerId));
}

/** The same, of a record that was read. */
export async function survivorFrom(deps: Deps, record: Employer | undefined): Promise<Employer | undefined> {
  let employer = record;
  for (let steps = 0; employer?.mergedInto !== undefined && steps < mostSteps; steps += 1)
    employer = await deps.store.employers.employer(employer.mergedInto);
  return employer;
}

/** The refusal of an act on a record that has become another one, which it names. */
export const isMerged = (into: string): DomainError => refusal("STATUS_CONFLICT", [{ code: "employer.merged", value: into }]);
