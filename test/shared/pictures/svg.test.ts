/** Pictures as text: well-formed whatever is in them, and legible in both themes. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Colour, colourIn, colourNames, colours } from "../../../shared/pictures/colours.ts";
import { svgElement } from "../../../shared/pictures/elements.ts";
import { funnel } from "../../../shared/pictures/funnel.ts";
import { processMap } from "../../../shared/pictures/process-map.ts";
import { coloursOf } from "../../../shared/pictures/stands.ts";
import { svgFile, svgText, tableText } from "../../../shared/pictures/svg.ts";
import { runs } from "../../builders/runs.ts";

const about = { language: "id", width: 312 } as const;

/** Whether every tag that opens is closed in order, and nothing but tags, text and escapes is there. */
function isWellFormed(text: string): boolean {
  const open: string[] = [];
  const rest = text.replace(/<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<>]*")*)(\/?)>/g, (_, closing, name, _attributes, empty) => {
    if (closing) return open.pop() === name ? "" : "<";
    if (!empty) open.push(name);
    return "";
  });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML forbids is looked for.
  return open.length === 0 && !/[<>\u0000-\u0008\ufffe\uffff]|&(?!#\d+;)/.test(rest);
}

describe("a picture as text", () => {
  it("is an image with a name, a description and a table that opens", () => {
    const picture = funnel({ ...about, title: "Corong" }, [{ name: "Dimulai", count: 3 }]);
    expect(svgText(picture)).toMatch(/^<svg [^>]*role="img"[^>]*><title>Corong<\/title><desc>Dimulai: 3\.<\/desc>/);
    expect(tableText(picture)).toMatch(/^<details [^>]*><summary>Sebagai tabel<\/summary><table><caption>Corong<\/caption>/);
    expect(tableText(picture)).toContain('<th scope="row">Dimulai</th><td class="figure">3</td>');
  });

  it("stays well-formed whatever it names", () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }),
      fc.constantFrom("</svg><script>", '"&amp;', "]]>", "\u0000\ud800", "Ibu 'A'"),
    );
    fc.assert(
      fc.property(text, text, (title, name) => {
        const picture = funnel({ ...about, title }, [{ name, count: 3 }]);
        expect(isWellFormed(svgText(picture))).toBe(true);
        expect(isWellFormed(tableText(picture))).toBe(true);
      }),
      runs(500),
    );
    expect(isWellFormed(svgText(processMap({ language: "en" })))).toBe(true);
  });

  it("has hex values where it is sent, and custom properties where the page has the themes", () => {
    const picture = processMap({ language: "en" });
    expect(svgText(picture)).not.toContain("var(");
    expect(svgText(picture, "variables")).not.toMatch(/#[0-9a-f]{3,6}\b/);
    expect(svgFile(picture)).toContain("prefers-color-scheme:dark");
    // Neither needs a style attribute, which the console's policy forbids.
    expect(JSON.stringify(svgElement(picture, "variables"))).not.toContain('"style"');
  });
});

describe("the colours", () => {
  const stands = ["done", "now", "ahead", "skipped", "left", "unreached", "been", "never"] as const;
  const used = stands.flatMap((stand) =>
    (["INTERVIEW", "AWAITING_REVIEW", "CLOSED"] as const).map((step) => coloursOf(stand, step)),
  );
  const themes = ["light", "dark"] as const;

  it.each(themes)("of a step stand out from its ground and from the card, in the %s", (theme) => {
    for (const { ink, ground, rim } of used) {
      expect(contrast(theme, ink, ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme, ink, "card")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme, "text", ground)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(theme, rim, "card")).toBeGreaterThanOrEqual(3);
    }
    for (const bar of ["accent", "good"] as const) expect(contrast(theme, bar, "sunken")).toBeGreaterThanOrEqual(3);
  });

  it("are hex values in both themes", () => {
    for (const name of colourNames) for (const theme of themes) expect(colourIn(theme, name)).toMatch(/^#[0-9a-f]{6}$/);
  });
});

/** The ratio of contrast of WCAG 2.2 between two colours. */
function contrast(theme: "light" | "dark", one: Colour, other: Colour): number {
  const luminance = (colour: Colour): number => {
    const hex = colours[colour][theme === "light" ? 0 : 1];
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
