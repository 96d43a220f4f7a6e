/** What is kept of a NIK, or of an NPWP, which for a person is the NIK: never the number itself, nor a plain hash of it. */
import type { SealedNumber } from "../domain/identifiers/sealed-number.ts";
import type { Deps } from "./deps.ts";
import type { Idempotency } from "./idempotency.ts";

/** @param recordId the record to which the number belongs; under another one it cannot be opened */
export async function sealNumber(deps: Deps, number: string, recordId: string): Promise<SealedNumber> {
  const [sealed, lookup] = await Promise.all([deps.keys.seal(number, recordId), deps.keys.lookup(number)]);
  return { ...sealed, lookup, last4: number.slice(-4) };
}

/**
 * The request as its hash is kept: with the keyed look-up value in the number's place. A plain hash of a request whose other
 * fields are known is a plain hash of the number, and all numbers can be tried.
 */
export async function withoutNumber<F extends string>(
  deps: Deps,
  idempotency: Idempotency | undefined,
  body: { readonly [field in F]?: string | undefined },
  field: F,
): Promise<Idempotency | undefined> {
  const number = body[field];
  if (!idempotency || !number) return idempotency;
  return { ...idempotency, request: { ...body, [field]: await deps.keys.lookup(number) } };
}
