/**
 * The whole process of a placement: its statuses where a hand has put them, and every way from one to another. What no hand has drawn
 * yet comes on the map all the same, plainly.
 */
import { type PlacementStatus, placementStatuses } from "../domain/placements/statuses.ts";
import { pictureWords } from "../messages/picture-words.ts";
import { textWidth } from "./measure.ts";
import { type Picture, type Point, type Shape, textSize } from "./shapes.ts";
import { coloursOf, isSaid, markOf, type Stand, standName, standsOf, stepName, type Whereabouts } from "./stands.ts";

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

const step = (column: number): Box => ({ x: 56 + column * 140, y: 152, width: 116, height: 52 });

/**
 * The path is a row between two bars: every step can end in either, so both are as long as it is. Whatever is done, lines must
 * cross: certificate, vacancy and approval each lead to or from ranking, review and the end, and so many ways between three and
 * three have no place side by side in a plane.
 */
const byHand = {
  CLOSED: { x: 56, y: 16, width: 956, height: 44 },
  AWAITING_CERTIFICATE: step(0),
  RANKING: step(1),
  AWAITING_APPROVAL: step(2),
  AWAITING_CLIENT: step(3),
  AWAITING_EMPLOYER: step(4),
  INTERVIEW: step(5),
  AWAITING_CONFIRMATION: step(6),
  PLACED: step(7),
  AWAITING_VACANCY: { x: 216, y: 256, width: 140, height: 52 },
  AWAITING_REVIEW: { x: 56, y: 356, width: 956, height: 44 },
} as const satisfies Partial<Record<PlacementStatus, Box>>;

/** Whether a hand has placed it. */
export const isPlaced = (status: PlacementStatus): status is keyof typeof byHand => status in byHand;

/** Where what no hand has placed stands: in the row of what is waited for, below the path. @param at its place among those */
export const spareBox = (at: number): Box => ({ ...step(at + 2.3), y: 256 });

export const boxOf = (status: PlacementStatus): Box =>
  isPlaced(status) ? byHand[status] : spareBox(placementStatuses.filter((one) => !isPlaced(one)).indexOf(status));

const top = 152;
const bottom = 204;
const middle = 178;
const reviewTop = 356;
const closedBottom = 60;

type Edge = { readonly from: PlacementStatus | "START"; readonly to: PlacementStatus; readonly points: readonly Point[] };
const edge = (from: Edge["from"], to: PlacementStatus, ...points: readonly Point[]): Edge => ({ from, to, points });

const withdrawn = (from: PlacementStatus, x: number): Edge => edge(from, "CLOSED", [x, boxOf(from).y], [x, closedBottom]);
const reviewed = (from: PlacementStatus, x: number): Edge =>
  edge(from, "AWAITING_REVIEW", [x, boxOf(from).y + boxOf(from).height], [x, reviewTop]);
const decided = (to: PlacementStatus, x: number): Edge =>
  edge("AWAITING_REVIEW", to, [x, reviewTop], [x, boxOf(to).y + boxOf(to).height]);
/** Asked once more: out of the lower edge of a box and back into it. */
const again = (status: PlacementStatus, x: number): Edge => {
  const y = boxOf(status).y + boxOf(status).height;
  return edge(status, status, [x, y], [x, y + 14], [x + 16, y + 14], [x + 16, y]);
};

/** As a hand has drawn them: along the axes, through no box, none upon another. */
export const drawnEdges: readonly Edge[] = [
  edge("START", "AWAITING_CERTIFICATE", [22, middle], [56, middle]),
  edge("START", "RANKING", [14, middle - 8], [14, 124], [214, 124], [214, top]),
  edge("AWAITING_CERTIFICATE", "RANKING", [172, middle], [196, middle]),
  edge("RANKING", "AWAITING_APPROVAL", [312, middle], [336, middle]),
  edge("RANKING", "AWAITING_VACANCY", [244, bottom], [244, 256]),
  edge("AWAITING_VACANCY", "RANKING", [272, 256], [272, bottom]),
  edge("AWAITING_APPROVAL", "AWAITING_CLIENT", [452, middle], [476, middle]),
  edge("AWAITING_CLIENT", "AWAITING_EMPLOYER", [592, middle], [616, middle]),
  edge("AWAITING_EMPLOYER", "INTERVIEW", [732, middle - 10], [756, middle - 10]),
  edge("INTERVIEW", "AWAITING_EMPLOYER", [756, middle + 10], [732, middle + 10]),
  edge("AWAITING_EMPLOYER", "AWAITING_CONFIRMATION", [708, top], [708, 128], [920, 128], [920, top]),
  edge("AWAITING_CONFIRMATION", "AWAITING_EMPLOYER", [948, top], [948, 108], [680, 108], [680, top]),
  edge("INTERVIEW", "AWAITING_CONFIRMATION", [872, middle], [896, middle]),
  edge("AWAITING_CONFIRMATION", "PLACED", [1012, middle], [1036, middle]),
  reviewed("AWAITING_CERTIFICATE", 100),
  decided("AWAITING_CERTIFICATE", 128),
  decided("RANKING", 204),
  reviewed("AWAITING_VACANCY", 286),
  reviewed("AWAITING_APPROVAL", 394),
  reviewed("AWAITING_CLIENT", 534),
  reviewed("AWAITING_EMPLOYER", 674),
  decided("AWAITING_EMPLOYER", 702),
  reviewed("INTERVIEW", 794),
  decided("INTERVIEW", 822),
  reviewed("AWAITING_CONFIRMATION", 934),
  decided("AWAITING_CONFIRMATION", 962),
  withdrawn("AWAITING_CERTIFICATE", 114),
  withdrawn("RANKING", 268),
  edge("AWAITING_VACANCY", "CLOSED", [324, 256], [324, closedBottom]),
  withdrawn("AWAITING_APPROVAL", 394),
  withdrawn("AWAITING_CLIENT", 534),
  withdrawn("AWAITING_EMPLOYER", 646),
  withdrawn("INTERVIEW", 814),
  withdrawn("AWAITING_CONFIRMATION", 984),
  edge("AWAITING_REVIEW", "CLOSED", [1012, 378], [1164, 378], [1164, 38], [1012, 38]),
  again("AWAITING_APPROVAL", 424),
  again("AWAITING_CLIENT", 564),
  again("AWAITING_EMPLOYER", 704),
  again("INTERVIEW", 848),
  again("AWAITING_CONFIRMATION", 986),
  again("AWAITING_REVIEW", 980),
];

/** From below one box to below another, or back into the same. */
export function plainEdge(from: PlacementStatus, to: PlacementStatus): Edge {
  const foot = (status: PlacementStatus, aside: number): Point => [
    boxOf(status).x + aside,
    boxOf(status).y + boxOf(status).height,
  ];
  const [start, end] = [foot(from, 50), foot(to, 66)];
  const below = Math.max(start[1], end[1]) + 14;
  return edge(from, to, start, [start[0], below], [end[0], below], end);
}

export type Way = { readonly from: PlacementStatus; readonly to: PlacementStatus };

/** Those that a hand has drawn, and plainly those of these ways that it has not. */
export const edgesOf = (ways: readonly Way[]): readonly Edge[] => [
  ...drawnEdges,
  ...ways
    .filter(({ from, to }) => !drawnEdges.some((drawn) => drawn.from === from && drawn.to === to))
    .map(({ from, to }) => plainEdge(from, to)),
];

export type ProcessMap = {
  readonly language: "id" | "en";
  /** The ways of the transition table, where more may be among them than a hand has drawn. */
  readonly ways?: readonly Way[];
  /** Where a placement stands on it; none, where the process itself is shown. */
  readonly whereabouts?: Whereabouts;
};

/** 1176 px wide: on a phone it is scrolled. */
export function processMap({ language, whereabouts, ways = [] }: ProcessMap): Picture {
  const edges = edgesOf(ways);
  const stands = whereabouts && standsOf(whereabouts);
  const nextOf = (from: PlacementStatus): string => {
    const names = edges.filter((way) => way.from === from && way.to !== from).map(({ to }) => stepName(to, language));
    const once = edges.some((way) => way.from === from && way.to === from) ? [pictureWords.onceMore[language]] : [];
    return [...names, ...once].join(", ") || "–";
  };
  const now = whereabouts === undefined ? "" : `: ${stepName(whereabouts.status, language)}`;
  const title = `${pictureWords.map[language]}${now}`;
  const stood = stands ? [pictureWords.stand[language]] : [];
  return {
    language,
    width: 1176,
    height: 424,
    title,
    description: `${pictureWords.mapInWords[language]}.`,
    shapes: [
      { kind: "circle", centre: [14, middle], radius: 8, fill: "text" },
      // What ends a placement lies below: it is the least of what is looked for.
      ...edges.toSorted((one, other) => rank(one) - rank(other)).flatMap(wayShapes),
      ...placementStatuses.flatMap((status) => boxShapes(status, stepName(status, language), stands?.[status], language)),
    ],
    table: {
      caption: title,
      summary: pictureWords.asTable[language],
      head: [pictureWords.step[language], ...stood, pictureWords.next[language]],
      rows: placementStatuses.map((status) => [
        stepName(status, language),
        ...(stands ? [standName(stands[status], language)] : []),
        nextOf(status),
      ]),
    },
  };
}

const rank = ({ to }: Edge): number => (to === "CLOSED" ? 0 : to === "AWAITING_REVIEW" ? 1 : 2);

/** A line with its head. What leads to the end is the thinnest. */
function wayShapes(way: Edge): readonly Shape[] {
  const stroke = way.to === "CLOSED" ? "line" : way.to === "AWAITING_REVIEW" || way.from === "AWAITING_REVIEW" ? "edge" : "quiet";
  const strokeWidth = stroke === "quiet" ? 1.5 : 1;
  const [before, end] = way.points.slice(-2);
  if (!before || !end) return [];
  const [dx, dy] = [Math.sign(end[0] - before[0]), Math.sign(end[1] - before[1])];
  // The head: 6 px long and 6 wide; all ways end along an axis.
  const back = (side: number): Point => [end[0] - dx * 6 + dy * side, end[1] - dy * 6 + dx * side];
  return [
    { kind: "path", points: way.points, stroke, strokeWidth, rounding: 6 },
    { kind: "path", points: [back(-3), end, back(3)], closed: true, fill: stroke === "line" ? "edge" : stroke },
  ];
}

function boxShapes(status: PlacementStatus, name: string, stand: Stand | undefined, language: "id" | "en"): readonly Shape[] {
  const { x, y, width, height } = boxOf(status);
  const bar = width > 200;
  const { ink, ground, rim } = coloursOf(stand ?? "ahead", status);
  const now = stand === "now";
  const frame: Shape = {
    kind: "rect",
    x,
    y,
    width,
    height,
    radius: 6,
    fill: ground,
    stroke: stand ? rim : "edge",
    strokeWidth: now ? 2 : 1,
  };
  const quiet = stand === "ahead" || stand === "never" || stand === "unreached" || stand === "skipped";
  const title = { kind: "text", size: textSize.small, text: name, fill: quiet ? "quiet" : "text", bold: now } as const;
  if (stand === undefined) return [frame, { ...title, anchor: "middle", at: [x + width / 2, y + height / 2 + 5] }];
  const mark: Point = bar ? [x + 20, y + height / 2] : [x + 15, y + 36];
  const word = standName(stand, language);
  const wordAt: Point = bar ? [x + 36 + textWidth(name, textSize.small, now) + 16, y + height / 2 + 5] : [x + 26, y + 41];
  return [
    frame,
    ...markOf(stand, mark, 7, status),
    { ...title, at: bar ? [x + 36, y + height / 2 + 5] : [x + 9, y + 20] },
    ...(isSaid(stand)
      ? [
          {
            kind: "text",
            size: textSize.small,
            text: word,
            fill: ink,
            at: wordAt,
          } as const,
        ]
      : []),
  ];
}
