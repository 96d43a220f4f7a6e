/**
 * Words that tell of the correctional system, as people write them in titles. Whoever reads one beside a candidate knows what
 * the candidate may have chosen not to say. Only what can mean nothing else: `tahanan` alone is also a resistor, `binaan` any
 * pupil, `griya` any house. Each row is a whole word, or words with nothing but spaces between them.
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
  "narapidana",
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
const pattern = new RegExp(`(?<![a-z])(?:eks|ex)?(?:${words.join("|")})(?:nya)?(?![a-z])`);

/** Figures that stand for letters, within a word only. */
const figures: Readonly<Record<string, string>> = { "0": "o", "1": "i", "3": "e", "4": "a", "5": "s" };

/**
 * Whether a text names the correctional system: whole words in any case, with accents, figures for letters (`n4pi`), points,
 * hyphens or spaces between the letters (`B.A.P.A.S`, `l a p a s`), or anything that is no letter between the words.
 */
export function mentionsCorrections(text: string): boolean {
  const plain = text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase();
  const lettered = plain.replace(/(?<=\p{L})[01345](?=\p{L})/gu, (figure) => figures[figure] ?? figure);
  return [plain, lettered].some((form) => {
    const spaced = form.replace(/[^\p{L}]+/gu, " ");
    const closed = spaced.replace(/(?<!\p{L})(?:\p{L} ){2,}\p{L}(?!\p{L})/gu, (letters) => letters.replaceAll(" ", ""));
    return pattern.test(spaced) || pattern.test(closed);
  });
}
