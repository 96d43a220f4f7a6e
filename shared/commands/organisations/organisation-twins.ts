/** What is likely the same organisation. */
import { mayBeSame, organisationLikeness } from "../../domain/organisations/likeness.ts";
import type { Organisation } from "../../domain/organisations/organisation.ts";
import { organisationsIn } from "../../store/organisations.ts";
import type { Deps } from "../deps.ts";

/** The ids of the organisations that may be the same, but for itself. */
export async function organisationTwins({ store }: Deps, organisation: Organisation): Promise<readonly string[]> {
  const alike = await Promise.all(organisationLikeness(organisation).map((text) => organisationsIn(store.database).alike(text)));
  const others = [...new Set(alike.flat())].filter((id) => id !== organisation.id);
  const found = others.length > 0 ? await organisationsIn(store.database).organisations(others) : [];
  return found.flatMap((other) => (other && mayBeSame(organisation, other) ? [other.id] : []));
}

/** What a response says of twins. */
export const twinsTold = (twins: readonly string[]) =>
  twins.length > 0 ? { warnings: ["organisation.twin"], twins: [...twins] } : {};
