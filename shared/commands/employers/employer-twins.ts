/** What is likely the same employer: by tax number, by business number, by name and regency, the same or nearly so. */
import { employerLikeness, employerLikenessWords } from "../../domain/identifiers/likeness.ts";
import { areNearEmployers } from "../../domain/identifiers/near-names.ts";
import { provinceOf } from "../../domain/identifiers/region-code.ts";
import { employerWordsOf, foldWord } from "../../domain/identifiers/search-words.ts";
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

/** The employers that share one of the hashes, or have nearly that name there, but for the one that is asked about. */
export async function employerTwins(
  deps: Deps,
  likeness: readonly string[],
  named: Pick<Known, "legalName" | "regencyCode"> & { readonly id: string },
): Promise<readonly string[]> {
  const [near, ...alike] = await Promise.all([
    nearNamed(deps, named),
    ...likeness.map((hash) => deps.store.employers.alike(hash)),
  ]);
  return [...new Set([...alike.flat(), ...near])].filter((other) => other !== named.id);
}

/** A slip seldom stands in the first letters of each word: so many words are looked up by so many of them. */
const [mostWords, mostLetters] = [3, 3];
/** So many are looked at for each. */
const mostLooked = 100;

async function nearNamed(
  deps: Deps,
  { legalName, regencyCode }: Pick<Known, "legalName" | "regencyCode">,
): Promise<readonly string[]> {
  const beginnings = employerLikenessWords(legalName)
    .map((word) => foldWord(word).slice(0, mostLetters))
    .filter((word) => word !== "");
  const rows = await Promise.all(
    [...new Set(beginnings)]
      .slice(0, mostWords)
      .map((beginning) => deps.store.employers.byWord(provinceOf(regencyCode), beginning, { limit: mostLooked })),
  );
  const own = employerWordsOf(legalName);
  // Who shares no word to the letter and has as many is let through by the name itself.
  const ids = [
    ...new Set(
      rows
        .flat()
        .filter(({ searchWords = own }) => Math.abs(searchWords.length - own.length) <= 1)
        .map(({ id }) => id),
    ),
  ];
  const found = await Promise.all(ids.map((id) => deps.store.employers.employer(id)));
  return found.flatMap((employer) =>
    employer &&
    employer.mergedInto === undefined &&
    employer.regencyCode === regencyCode &&
    areNearEmployers(employer.legalName, legalName)
      ? [employer.id]
      : [],
  );
}
