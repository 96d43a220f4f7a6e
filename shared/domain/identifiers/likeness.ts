/**
 * By what two records are likely about the same: a person by name and birth date, an employer by its numbers or by name and
 * regency. Never by a phone number alone, which families share. What is alike is said to people, who decide.
 */

/** Words that stand before or behind names and tell nobody apart. */
export const titles: ReadonlySet<string> = new Set([
  "h",
  "hj",
  "haji",
  "hajah",
  "drs",
  "dr",
  "ir",
  "se",
  "sh",
  "st",
  "spd",
  "skom",
  "ssos",
  "sag",
  "ssi",
  "skep",
  "shum",
  "sak",
  "spsi",
  "skes",
  "skm",
  "amd",
  "mm",
  "mpd",
  "mkom",
  "msi",
  "mhum",
  "mkes",
  "mkn",
]);
/** A title of several letters with its dots, such as S.Pd. or A.Md., which is one word. */
const dottedTitle = /\b([sma])\.\s?(pd|kom|sos|ag|si|kep|hum|ak|psi|kes|md|kn)\b/giu;
/** What follows is whose child somebody is, or what else they are called: one register has it and another leaves it out. */
const further = /\s+(?:bin|binti|bt|alias|als|a\.?k\.?a)\b.*$/isu;

/** A person's name without what follows it in some registers; the whole, where nothing stands before that. */
export const ownName = (fullName: string): string => fullName.replace(further, "") || fullName;

const forms = new Set(["pt", "cv", "ud", "pd", "fa", "firma", "tbk", "persero", "tb", "po"]);
/** One name that is written in many ways. */
export const muhammad =
  /^(?:m|md|mh|muh|moh|mohd|muhd|much|moch|muhamad|muhammad|mohamad|mohammad|muchamad|mochamad|mochammad|muchammad)$/;

/** The words of a name in small letters, without marks and the dots of titles. */
export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}'’`]/gu, "")
    .replace(dottedTitle, "$1$2")
    // A title with its dots, such as S.E., is one word.
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, "")
    .toLocaleLowerCase("id")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** A person's name and birth date as one text, the same for every way in which they are commonly written. */
export function personLikeness({ fullName, birthDate }: { readonly fullName: string; readonly birthDate: string }): string {
  const words = wordsOf(ownName(fullName));
  const told = words.filter((word) => !titles.has(word));
  const names = (told.length > 0 ? told : words).map((word) => (muhammad.test(word) ? "muhammad" : word));
  return `person ${birthDate} ${names.toSorted().join(" ")}`;
}

/** An employer's name and regency as one text, without the form of the firm. */
export function employerLikeness({
  legalName,
  regencyCode,
}: {
  readonly legalName: string;
  readonly regencyCode: string;
}): string {
  return `employer ${regencyCode} ${employerLikenessWords(legalName).join(" ")}`;
}

/** The words of an employer's name without the form of the firm, short or in full. */
export function employerLikenessWords(legalName: string): readonly string[] {
  const words = wordsOf(legalName.replace(/\bperseroan terbatas\b/gi, "PT").replace(/\busaha dagang\b/gi, "UD"));
  const told = words.filter((word) => !forms.has(word));
  return told.length > 0 ? told : words;
}
