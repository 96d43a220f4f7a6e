/**
 * Words that tell of the correctional system, as people write them in titles. Whoever reads one beside a candidate knows what
 * the candidate may have chosen not to say. Only what can mean nothing else: `tahanan` is also a resistor, `binaan` any pupil.
 */
const words = ["lapas", "rutan", "bapas", "lpka", "wbp", "napi", "narapidana", "pemasyarakatan", "warga binaan", "residivis"];

const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join("|").replaceAll(" ", "\\s+")})(?![\\p{L}\\p{N}])`, "iu");

/** Whether a text names the correctional system: whole words, in any case. */
export const mentionsCorrections = (text: string): boolean => pattern.test(text.normalize("NFKC"));
