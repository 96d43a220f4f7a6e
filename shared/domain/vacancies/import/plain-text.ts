/** Longer source texts are cut before they are read, longer results before they are kept. Characters. */
const longestSource = 50_000;
const longestText = 10_000;

const namedEntities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  bull: "•",
  middot: "·",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  ge: "≥",
  le: "≤",
  deg: "°",
  times: "×",
  plusmn: "±",
  frac12: "½",
  eacute: "é",
  copy: "©",
  reg: "®",
  trade: "™",
  rarr: "→",
};

function decodeEntity(whole: string, body: string): string {
  if (!body.startsWith("#")) return namedEntities[body.toLowerCase()] ?? whole;
  const codePoint = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1));
  const isCharacter = codePoint > 0 && codePoint <= 0x10_ff_ff && (codePoint < 0xd8_00 || codePoint > 0xdf_ff);
  return isCharacter ? String.fromCodePoint(codePoint) : "";
}

/** Unclosed tags and lone angle brackets stay: they are text. No pattern reads past the next `<`, so the time is linear. */
const tag = /<\/?[a-z](?:"[^"<]*"|'[^'<]*'|[^'"<>])*>/gi;
const block = /^<\/?(?:p|div|br|ul|ol|tr|table|h[1-6]|section|article|blockquote|hr)\b/i;

function replaceTag(text: string): string {
  if (/^<li\b/i.test(text)) return "\n• ";
  return block.test(text) || /^<\/li\b/i.test(text) ? "\n" : "";
}

const bulletAtStart = /^(?:(?:[•·▪●◦‣➢✓✔*]|[-–—](?!\d)|o(?= ))\s*)+/u;

function tidyLine(line: string): string {
  const text = line.replace(/\s+/g, " ").trim();
  const bare = text.replace(bulletAtStart, "");
  return bare === text || bare === "" ? bare : `• ${bare}`;
}

/**
 * The text of an HTML fragment as job sites keep them: a line for each paragraph, break or list item, one kind of bullet, single
 * spaces, no empty lines, no control or invisible characters. What it returns is plain text and must be escaped again before it
 * is shown as HTML.
 */
export function readPlainText(html: string): string {
  const text = html
    .slice(0, longestSource)
    .replace(/<!--[^<]*(?:<(?!!--)[^<]*)*?-->/g, "")
    .replace(/<(script|style)\b[^<>]*>[^<]*<\/\1>/gi, "")
    .replace(/\s*[\r\n]+\s*/g, "\n")
    .replace(tag, replaceTag)
    .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z][a-z0-9]{1,9});/gi, decodeEntity)
    .normalize("NFC")
    .replace(/(?!\n)[\p{Zs}\p{Cc}]/gu, " ")
    .replace(/[\p{Cf}\p{Cs}\p{Co}]/gu, "");
  const lines = text
    .split("\n")
    .map(tidyLine)
    .filter((line) => line !== "");
  const whole = lines.join("\n");
  return whole.length > longestText ? `${whole.slice(0, longestText - 1).trimEnd()}…` : whole;
}
