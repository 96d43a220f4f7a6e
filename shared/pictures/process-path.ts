/** Where one placement stands: the seven steps of its path, and what stands beside it. Wide for a desktop, narrow for a phone. */
import type { PlacementStatus } from "../domain/placements/statuses.ts";
import { pictureWords } from "../messages/picture-words.ts";
import type { Colour } from "./colours.ts";
import { fitted, textWidth } from "./measure.ts";
import { type Picture, type Point, type Shape, textSize } from "./shapes.ts";
import {
  coloursOf,
  isSaid,
  mainSteps,
  markOf,
  placeOnPath,
  type Stand,
  sideSteps,
  standName,
  standsOf,
  stepName,
  type Whereabouts,
} from "./stands.ts";

export type ProcessPath = Whereabouts & {
  readonly language: "id" | "en";
  /** Wide: 756 px, the steps in a row. Narrow: 312 px, one below the other. */
  readonly layout: "wide" | "narrow";
};

type Stands = Readonly<Record<PlacementStatus, Stand>>;

export function processPath(input: ProcessPath): Picture {
  const { language, layout, status } = input;
  const stands = standsOf(input);
  const steps = [...mainSteps, ...sideSteps];
  const named = (wanted: Stand): string =>
    steps
      .filter((step) => stands[step] === wanted)
      .map((step) => nameOf(step, language))
      .join(", ");
  const told = (["done", "there", "now", "left", "ahead", "unreached"] as const)
    .filter((stand) => named(stand) !== "")
    .map((stand) => `${standName(stand, language)}: ${named(stand)}`);
  const drawn = layout === "wide" ? wide(input, stands) : narrow(input, stands);
  const title = `${pictureWords.path[language]}: ${stepName(status, language)}`;
  return {
    language,
    title,
    description: `${told.join(". ")}.`,
    ...drawn,
    table: {
      caption: title,
      summary: pictureWords.asTable[language],
      head: [pictureWords.step[language], pictureWords.stand[language]],
      rows: steps.map((step) => [nameOf(step, language), standName(stands[step], language)]),
    },
  };
}

/** What ends the path is called by what begins there; on the map it is two steps. */
const nameOf = (step: PlacementStatus, language: "id" | "en"): string =>
  step === "AWAITING_CONFIRMATION" ? pictureWords.begins[language] : stepName(step, language);

type Drawn = Pick<Picture, "width" | "height" | "shapes">;

const column = 108;
const radius = 11;
/** Where the marks of the path and those beside it stand. */
const pathY = 20;
const sideY = 120;
/** The middles of what stands beside the path, with their marks: below where they mostly come from. */
const sideX: Readonly<Record<(typeof sideSteps)[number], number>> = { AWAITING_VACANCY: 130, AWAITING_REVIEW: 324, CLOSED: 594 };

function wide(input: ProcessPath, stands: Stands): Drawn {
  const { language, status } = input;
  const xOf = (at: number): number => column * at + column / 2;
  const shapes: Shape[] = [];
  for (const [at, step] of mainSteps.entries()) {
    if (at > 0) shapes.push(link([xOf(at - 1) + radius + 5, pathY], [xOf(at) - radius - 5, pathY], stands[step]));
  }
  const side = sideSteps.find((step) => step === status);
  if (side) shapes.push(...branch(xOf(placeOnPath(input)), sideX[side], coloursOf("now", side).ink));
  for (const [at, step] of mainSteps.entries()) {
    const stand = stands[step];
    const middle = { kind: "text", anchor: "middle", size: textSize.small } as const;
    shapes.push(
      ...markOf(stand, [xOf(at), pathY], radius, step),
      { ...middle, at: [xOf(at), 52], text: nameOf(step, language), ...emphasis(stand) },
      { ...middle, at: [xOf(at), 70], text: standName(stand, language), fill: coloursOf(stand, step).ink },
    );
  }
  const width = column * mainSteps.length;
  for (const step of sideSteps) {
    const [x, stand] = [sideX[step], stands[step]];
    const start = { kind: "text", size: textSize.small } as const;
    shapes.push(
      ...markOf(stand, [x, sideY], 8, step),
      { ...start, at: [x + 16, sideY - 1], text: nameOf(step, language), ...emphasis(stand) },
      ...(isSaid(stand)
        ? [{ ...start, at: [x + 16, sideY + 16] as const, text: standName(stand, language), fill: coloursOf(stand, step).ink }]
        : []),
    );
  }
  return { width, height: 144, shapes };
}

/** A step that has been reached is led to by a whole line, one that has not by dashes. */
function link(from: Point, to: Point, stand: Stand): Shape {
  const reached = stand !== "ahead" && stand !== "unreached";
  const look = reached
    ? ({ stroke: "good", strokeWidth: 2 } as const)
    : ({ stroke: "edge", strokeWidth: 1, dash: [2, 4] } as const);
  return { kind: "line", from, to, ...look };
}

/** From below a step of the path to what stands beside it. */
function branch(fromX: number, toX: number, stroke: Colour): readonly Shape[] {
  const points: Point[] = [
    [fromX, 78],
    [fromX, 90],
    [toX, 90],
    [toX, sideY - 13],
  ];
  return [
    {
      kind: "path",
      points:
        fromX === toX
          ? [
              [fromX, 78],
              [toX, sideY - 13],
            ]
          : points,
      stroke,
      strokeWidth: 1.5,
      rounding: 6,
    },
  ];
}

const emphasis = (stand: Stand) =>
  stand === "now"
    ? ({ fill: "text", bold: true } as const)
    : ({ fill: stand === "done" || stand === "there" || stand === "left" ? "text" : "quiet" } as const);

const narrowWidth = 312;
const row = 40;

function narrow({ language }: ProcessPath, stands: Stands): Drawn {
  const x = radius + 3;
  const gap = 20;
  const topOf = (at: number): number => 20 + row * at + (at >= mainSteps.length ? gap : 0);
  const shapes: Shape[] = [];
  const hairline = topOf(mainSteps.length) - row / 2 - gap / 4;
  shapes.push({ kind: "line", from: [0, hairline], to: [narrowWidth, hairline], stroke: "line" });
  for (const [at, step] of mainSteps.entries())
    if (at > 0) shapes.push(link([x, topOf(at - 1) + radius + 4], [x, topOf(at) - radius - 4], stands[step]));
  for (const [at, step] of [...mainSteps, ...sideSteps].entries()) {
    const stand = stands[step];
    const word = standName(stand, language);
    const room = narrowWidth - 40 - textWidth(word) - 12;
    const size = at < mainSteps.length ? textSize.body : textSize.small;
    const bold = stand === "now";
    shapes.push(
      ...markOf(stand, [x, topOf(at)], at < mainSteps.length ? radius : 8, step),
      {
        kind: "text",
        at: [40, topOf(at) + 5],
        size,
        text: fitted(nameOf(step, language), room, size, bold),
        ...emphasis(stand),
      },
      ...(isSaid(stand)
        ? [
            {
              kind: "text",
              at: [narrowWidth, topOf(at) + 5],
              size: textSize.small,
              anchor: "end",
              text: word,
              fill: coloursOf(stand, step).ink,
            } as const,
          ]
        : []),
    );
  }
  return { width: narrowWidth, height: topOf(mainSteps.length + sideSteps.length) - row / 2, shapes };
}
