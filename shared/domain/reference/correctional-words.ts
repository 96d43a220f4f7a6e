/**
 * Words that tell of the correctional system, as people write them in titles. Whoever reads one beside a candidate knows what
 * the candidate may have chosen not to say. Only what can mean nothing else: `tahanan` alone is also a resistor, `binaan` any
 * pupil, `griya` any house. Each row is a whole word, or words that stand together or apart.
 */
const words = [
  "lapas",
  "rutan",
  "bapas",
  "lpka",
  "lpas",
  "wbp",
  "napi",
  "napiter",
  "nara pidana",
  "anak pidana",
  "pemasyarakatan",
  "ditjenpas",
  "ditjen pas",
  "kemenimipas",
  "warga binaan",
  "residivis",
  "penjara",
  "kasus pidana",
  "bebas bersyarat",
  "pembebasan bersyarat",
  "cuti bersyarat",
  "griya abhipraya",
  "(?:klien|penghuni|binaan) griya",
  "(?:eks|ex|mantan|bekas|former|bebas(?:an)?) ?(?:tahanan|hukuman|terpidana|pidana|binaan|convicts?|offenders?|prisoners?|inmates?)",
  "(?:exconvicts?|exoffenders?|prisoners?|inmates?|parolees?)",
];

/** What may hang on an Indonesian word: `eksnapi`, `lapasnya`. */
const pattern = new RegExp(
  `(?<![a-z])(?:(?:eks|ex) ?)?(?:${words.map((word) => word.replace(/ (?!\?)/g, " ?")).join("|")})(?:nya)?(?![a-z])`,
);

/** Figures and signs that stand for letters; a one is an i or an l. */
const figures: Readonly<Record<string, string>> = {
  "0": "o",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
};

/** With figures as letters, in words that hold a letter: `n4p1`, `b4p45`; a sign only between two others, where it ends no sentence. */
const lettered = (text: string, one: string): string =>
  text.replace(/[\p{L}\d@$](?:[\p{L}\d@$!|]*[\p{L}\d@$])?/gu, (word) =>
    /\p{L}/u.test(word) ? word.replace(/[0134578@$!|]/g, (figure) => (figure === "1" ? one : (figures[figure] ?? figure))) : word,
  );

/** With single letters and figures that stand apart as one word: `B.A.P.A.S`, `n 4 p i`. */
const closed = (text: string): string =>
  text.replace(/(?<![\p{L}\d])(?:[\p{L}\d@$][^\p{L}\d@$]+){2,}[\p{L}\d@$](?![\p{L}\d])/gu, (letters) =>
    letters.replace(/[^\p{L}\d@$]+/gu, ""),
  );

/**
 * Whether a text names the correctional system: whole words in any case, with accents, figures for letters (`n4pi`), points,
 * hyphens or spaces between the letters (`B.A.P.A.S`, `l a p a s`), or anything that is no letter between the words.
 */
export function mentionsCorrections(text: string): boolean {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
  const forms = [plain, closed(plain)].flatMap((form) => [form, lettered(form, "i"), lettered(form, "l")]);
  return forms.some((form) => pattern.test(form.replace(/[^\p{L}]+/gu, " ")));
}
