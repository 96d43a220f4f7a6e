/**
 * A picture as a tree of elements: the console makes nodes of it, `svg.ts` prints it. So both show the same, and no page has to
 * take in text as markup.
 */
import { type Colour, colourIn, type Paint } from "./colours.ts";
import { fontFamily } from "./measure.ts";
import type { Picture, Point, Shape } from "./shapes.ts";

export type PictureElement = {
  readonly name: string;
  /** By the names of SVG and HTML (`stroke-width`, `class`). */
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (PictureElement | string)[];
};

const element = (
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children: readonly (PictureElement | string)[] = [],
): PictureElement => {
  const given: Record<string, string | number> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) given[key] = value;
  return { name, attributes: given, children };
};

/** The picture itself. With `variables` it takes the font of where it stands, else it names one. */
export function svgElement(picture: Picture, paint: Paint): PictureElement {
  const { width, height, title, description, shapes, language } = picture;
  return element(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      role: "img",
      lang: language,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-family": paint === "variables" ? undefined : fontFamily,
    },
    [element("title", {}, [title]), element("desc", {}, [description]), ...shapes.map((shape) => shapeElement(shape, paint))],
  );
}

/** Its table, which opens on demand. */
export function tableElement({ table, language }: Picture): PictureElement {
  const { caption, summary, head, rows, figures = [] } = table;
  const kindOf = (column: number): string | undefined => (figures.includes(column) ? "figure" : undefined);
  return element("details", { class: "picture-table", lang: language }, [
    element("summary", {}, [summary]),
    element("table", {}, [
      element("caption", {}, [caption]),
      element("thead", {}, [
        element(
          "tr",
          {},
          head.map((cell, column) => element("th", { scope: "col", class: kindOf(column) }, [cell])),
        ),
      ]),
      element(
        "tbody",
        {},
        rows.map((row) =>
          element(
            "tr",
            {},
            row.map((cell, column) =>
              column === 0 ? element("th", { scope: "row" }, [cell]) : element("td", { class: kindOf(column) }, [cell]),
            ),
          ),
        ),
      ),
    ]),
  ]);
}

function shapeElement(shape: Shape, paint: Paint): PictureElement {
  const inked = (colour: Colour | undefined): string | undefined => colour && colourIn(paint, colour);
  const { strokeWidth, dash, label } = shape;
  const painted = {
    fill: inked(shape.fill) ?? "none",
    stroke: inked(shape.stroke),
    "stroke-width": shape.stroke && (strokeWidth ?? 1),
    "stroke-dasharray": dash?.join(" "),
  };
  const told = label === undefined ? [] : [element("title", {}, [label])];
  switch (shape.kind) {
    case "rect": {
      const { x, y, width, height, radius } = shape;
      return element(
        "rect",
        { x: short(x), y: short(y), width: short(width), height: short(height), rx: radius, ...painted },
        told,
      );
    }
    case "line": {
      const [x1, y1] = shape.from;
      const [x2, y2] = shape.to;
      return element("line", { x1: short(x1), y1: short(y1), x2: short(x2), y2: short(y2), ...painted }, told);
    }
    case "circle": {
      const [cx, cy] = shape.centre;
      return element("circle", { cx: short(cx), cy: short(cy), r: short(shape.radius), ...painted }, told);
    }
    case "path": {
      const ends = { "stroke-linecap": "round", "stroke-linejoin": "round" } as const;
      return element("path", { d: drawn(shape.points, shape.rounding ?? 0, shape.closed ?? false), ...painted, ...ends }, told);
    }
    case "text": {
      const [x, y] = shape.at;
      const { size, anchor, bold, text } = shape;
      const look = { "font-size": size, "font-weight": bold ? 600 : undefined, "text-anchor": anchor, fill: painted.fill };
      return element("text", { x: short(x), y: short(y), ...look }, [...told, text]);
    }
  }
}

/** Hundredths of a pixel are seen by nobody. */
const short = (length: number): number => Math.round(length * 100) / 100;

/** The points as a path of SVG, its inner corners rounded, as far as the pieces beside them are long enough. */
function drawn(points: readonly Point[], rounding: number, closed: boolean): string {
  const parts = points.map((point, at) => {
    const before = points[at - 1];
    const after = points[at + 1];
    if (before === undefined) return `M${xy(point)}`;
    if (after === undefined || rounding === 0) return `L${xy(point)}`;
    return `L${xy(towards(point, before, rounding))}Q${xy(point)} ${xy(towards(point, after, rounding))}`;
  });
  return `${parts.join("")}${closed ? "Z" : ""}`;
}

const xy = ([x, y]: Point): string => `${short(x)} ${short(y)}`;

/** The point so far from one point on the way to another, half the way at most. */
function towards([x, y]: Point, [toX, toY]: Point, distance: number): Point {
  const length = Math.hypot(toX - x, toY - y);
  const share = length === 0 ? 0 : Math.min(distance / length, 0.5);
  return [x + (toX - x) * share, y + (toY - y) * share];
}
