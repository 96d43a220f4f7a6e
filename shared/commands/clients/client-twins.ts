/** Who is likely the same person as a client: by name and birth date. Clients of another office are named to nobody. */
import { personLikeness } from "../../domain/identifiers/likeness.ts";
import type { Deps } from "../deps.ts";

/** The keyed hashes by which a client is found as a twin. */
export const clientLikenessOf = async (
  deps: Deps,
  client: { readonly fullName: string; readonly birthDate: string },
): Promise<string[]> => [await deps.keys.lookup(personLikeness(client))];

/** The clients of an office who share one of the hashes, but for the one that is asked about. */
export async function clientTwins(
  deps: Deps,
  likeness: readonly string[],
  { id, officeId }: { readonly id: string; readonly officeId: string },
): Promise<readonly string[]> {
  const alike = new Set((await Promise.all(likeness.map((hash) => deps.store.clients.alike(hash)))).flat());
  alike.delete(id);
  const found = await Promise.all([...alike].map((other) => deps.store.clients.client(other)));
  return found.flatMap((stored) => (stored?.state.officeId === officeId ? [stored.state.id] : []));
}
