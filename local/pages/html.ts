import { escapeHtml } from "../identity/pages.ts";

/** A piece of HTML that is safe to put into a page. */
export type Html = { readonly markup: string };

type Part = Html | string | number | undefined | readonly Html[];

/** Builds HTML: whatever is put in is escaped, unless it was built by `html` itself. */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const pieces = texts.map((text, index) => text + toMarkup(parts[index]));
  return { markup: pieces.join("") };
}

/** Markup that was written in this folder and holds nothing from outside. */
export function rawHtml(markup: string): Html {
  return { markup };
}

function toMarkup(part: Part): string {
  if (part === undefined) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  if ("markup" in part) return part.markup;
  return part.map((piece) => piece.markup).join("");
}
