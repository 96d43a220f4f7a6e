/** What is likely the same employer: by tax number, by business number, by name and regency. */
import { employerLikeness } from "../../domain/identifiers/likeness.ts";
import type { Deps } from "../deps.ts";

type Known = {
  readonly legalName: string;
  readonly regencyCode: string;
  readonly nib?: string | undefined;
  /** The look-up value of the tax number. */
  readonly npwp?: string | undefined;
};

/** The keyed hashes by which an employer is found as a twin. */
export async function employerLikenessOf(deps: Deps, { npwp, nib, ...named }: Known): Promise<string[]> {
  const [name, number] = await Promise.all([
    deps.keys.lookup(employerLikeness(named)),
    nib === undefined ? undefined : deps.keys.lookup(`nib ${nib}`),
  ]);
  return [name, ...(number === undefined ? [] : [number]), ...(npwp === undefined ? [] : [npwp])];
}

/** The employers that share one of the hashes, but for the one that is asked about. */
export async function employerTwins(deps: Deps, likeness: readonly string[], id: string): Promise<readonly string[]> {
  const alike = (await Promise.all(likeness.map((hash) => deps.store.employers.alike(hash)))).flat();
  return [...new Set(alike)].filter((other) => other !== id);
}
