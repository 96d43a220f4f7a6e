/** Pictures as text: SVG for a file, a report or a print, and their tables as HTML. What is put in is escaped here. */
import { colourIn, colourNames, type Paint } from "./colours.ts";
import { type PictureElement, svgElement, tableElement } from "./elements.ts";
import type { Picture } from "./shapes.ts";

/** @param paint as hex values of one theme, or as custom properties that the page around it has */
export const svgText = (picture: Picture, paint: Paint = "light"): string => print(svgElement(picture, paint));

/** A file that stands by itself and follows the theme of whoever looks at it. */
export function svgFile(picture: Picture): string {
  const rules = (theme: "light" | "dark"): string =>
    `:root{${colourNames.map((name) => `--${name}:${colourIn(theme, name)}`).join(";")}}`;
  const style = `${rules("light")}@media (prefers-color-scheme:dark){${rules("dark")}}svg{font-family:system-ui,"Segoe UI",Roboto,sans-serif;background:var(--card)}`;
  const svg = svgElement(picture, "variables");
  return `${print({ ...svg, children: [...svg.children, { name: "style", attributes: {}, children: [style] }] })}\n`;
}

/** The table of a picture in a `<details>`. */
export const tableText = (picture: Picture): string => print(tableElement(picture));

/** Elements of HTML are never closed within their own tag; of SVG, a shape without children is. */
function print({ name, attributes, children }: PictureElement): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeText(String(value))}"`);
  const inside = children.map((child) => {
    if (typeof child !== "string") return print(child);
    return name === "style" ? child : escapeText(child);
  });
  const tag = `${name}${given.join("")}`;
  return inside.length === 0 && shapes.includes(name) ? `<${tag}/>` : `<${tag}>${inside.join("")}</${name}>`;
}

const shapes: readonly string[] = ["rect", "line", "circle", "path"];

/** Characters that XML cannot hold in any way are left out. */
const escapeText = (text: string): string =>
  text.replace(/[\p{Cc}\uFFFE\uFFFF\p{Cs}]/gu, "").replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
