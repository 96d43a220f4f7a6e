/** The little of Markdown that the made pages need. */

/** A table with its heading; cells keep their own marks. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heading), `|${heading.map(() => "---").join("|")}|`, ...rows.map(line)].join("\n");
}

export const code = (text: string): string => `\`${text}\``;

/** A picture in the words of Mermaid. */
export const mermaid = (lines: readonly string[]): string => ["```mermaid", ...lines, "```"].join("\n");

const begin = (name: string): string => `<!-- ${name}: made by npm run docs -->`;
const end = "<!-- end -->";

/** Puts each part between its two marks. Throws where the page has no place for one. */
export function replaceParts(page: string, parts: Readonly<Record<string, string>>): string {
  let text = page;
  for (const [name, part] of Object.entries(parts)) {
    const from = text.indexOf(begin(name));
    const to = text.indexOf(end, from);
    if (from === -1 || to === -1) throw new Error(`the page has no place for ${name}`);
    text = `${text.slice(0, from)}${begin(name)}\n${part}\n${text.slice(to)}`;
  }
  return text;
}
