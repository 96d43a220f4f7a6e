/**
 * Who is likely the same person as a client: by name and birth date, or a register number, the same or nearly so. Clients of
 * another office are named to nobody.
 */
import { personLikeness } from "../../domain/identifiers/likeness.ts";
import { areNearNames, plainRegisterNumber } from "../../domain/identifiers/near-names.ts";
import type { Deps } from "../deps.ts";

type Known = {
  readonly officeId: string;
  readonly fullName: string;
  readonly birthDate: string;
  readonly registerNumber?: string | undefined;
};

/** The fields by which a client is found as a twin. */
export const likenessFields = ["fullName", "birthDate", "registerNumber"] as const satisfies readonly (keyof Known)[];

/**
 * The keyed hashes by which a client is found as a twin: the person, who was born on the day, and the number of the register
 * without its zeros.
 */
export async function clientLikenessOf(deps: Deps, client: Known): Promise<string[]> {
  const { officeId, birthDate, registerNumber } = client;
  return Promise.all(
    [
      personLikeness(client),
      bornOn(officeId, birthDate),
      ...(registerNumber === undefined ? [] : [`register ${officeId} ${plainRegisterNumber(registerNumber)}`]),
    ].map((text) => deps.keys.lookup(text)),
  );
}
const bornOn = (officeId: string, birthDate: string): string => `born ${officeId} ${birthDate}`;

/** So many who share a hash are looked at: of those whose birthday nobody knew many are born on the first of January. */
const mostLooked = 100;

/** The clients of an office who are likely the same, but for the one that is asked about. */
export async function clientTwins(
  deps: Deps,
  likeness: readonly string[],
  client: Known & { readonly id: string },
): Promise<readonly string[]> {
  const { id, officeId } = client;
  const born = await deps.keys.lookup(bornOn(officeId, client.birthDate));
  const alike = await Promise.all(
    likeness.map(async (hash) => ({ hash, ids: await deps.store.clients.alike(hash, mostLooked) })),
  );
  const sure = new Set(alike.flatMap(({ hash, ids }) => (hash === born ? [] : ids)));
  const all = [...new Set(alike.flatMap(({ ids }) => ids))].filter((other) => other !== id);
  const found = await Promise.all(all.map((other) => deps.store.clients.client(other)));
  return found.flatMap((stored) =>
    stored?.state.officeId === officeId && (sure.has(stored.state.id) || areNearNames(stored.state.fullName, client.fullName))
      ? [stored.state.id]
      : [],
  );
}
