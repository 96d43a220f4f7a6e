/** Which skills the words of a scheme speak of: a suggestion for whoever records a certificate, and no finding. No schema: a page asks it. */
import { skillOfUnit, skills } from "./skills.ts";

/** What schemes say beside the names of skills and occupations; the pairing is this project's own. */
const furtherWords: Readonly<Record<string, string>> = {
  AUTOMOTIVE: "kendaraan bengkel motorcycle",
  WELDING: "pengelasan smaw gtaw gmaw fcaw",
  CARPENTRY: "furnitur mebeler furniture",
  COOKING: "memasak kuliner pastry bakery",
  BARBERING: "barber pemangkas salon hair",
  LAUNDRY: "binatu setrika",
  IT: "pemrograman software website",
  ENTREPRENEURSHIP: "wirausaha berwirausaha",
};

/** Words of the names that many trades share: they tell none of them apart. */
const shared: ReadonlySet<string> = new Set(
  (
    "dan atau and or a of the tata tukang juru teknik teknisi technician operator pembuat pemilik mesin machine rumah house maker " +
    "repair building running business teknologi technology informasi information clerk hand worker"
  ).split(" "),
);

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKC")
    .toLocaleLowerCase("id")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !shared.has(word));

const skillsOfWords: readonly (readonly [id: string, words: ReadonlySet<string>])[] = skills.map(({ id, name, occupations }) => {
  const names = [name, ...occupations.map((occupation) => occupation.name)].flatMap((text) => [text.id, text.en]);
  return [id, new Set(wordsOf([...names, furtherWords[id] ?? ""].join(" ")))];
});

/** Codes of the skills that a scheme's words or its units (as they were typed) speak of, in the order of the list. */
export function skillsInWords(scheme: string, units: readonly string[] = []): readonly string[] {
  const said = wordsOf(scheme);
  const ofUnits = new Set(units.flatMap((typed) => skillOfUnit(typed.normalize("NFKC").toUpperCase())?.id ?? []));
  return skillsOfWords.filter(([id, words]) => ofUnits.has(id) || said.some((word) => words.has(word))).map(([id]) => id);
}
