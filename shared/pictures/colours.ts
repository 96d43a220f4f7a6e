/** The colours of the pictures by what they mean: in the light and in the dark. The console has them as custom properties of the same names. */

type Shade = readonly [light: string, dark: string];

export const colours = {
  ground: ["#f6f7f5", "#111714"],
  card: ["#ffffff", "#19211d"],
  sunken: ["#eceeeb", "#0c110f"],
  text: ["#18211d", "#e8eeea"],
  quiet: ["#4f5b55", "#a9b6af"],
  accent: ["#0b5c55", "#62c7b6"],
  "on-accent": ["#ffffff", "#08201d"],
  line: ["#c9cfcb", "#3a4641"],
  edge: ["#7a857f", "#84918a"],
  hand: ["#7a4a00", "#ffcf7d"],
  "hand-ground": ["#fff1d6", "#35260a"],
  late: ["#9b1c12", "#ffb3a8"],
  "late-ground": ["#fde8e4", "#3f1611"],
  others: ["#234a86", "#a9c8ff"],
  "others-ground": ["#e8eef7", "#17263f"],
  interview: ["#5a3391", "#d3b8ff"],
  "interview-ground": ["#f0e9f8", "#2b1d42"],
  good: ["#1a5c36", "#8fdcab"],
  "good-ground": ["#e2f3e8", "#10301d"],
  closed: ["#4f5b55", "#b3bfb8"],
  "closed-ground": ["#eceeeb", "#252d29"],
} as const satisfies Readonly<Record<string, Shade>>;

export type Colour = keyof typeof colours;

export const colourNames: readonly Colour[] = Object.keys(colours).filter((name): name is Colour => Object.hasOwn(colours, name));

/**
 * How colours are written: as hex values for what is mailed or printed, or as the custom properties `--good`, `--line` and so on,
 * for a page that has both themes.
 */
export type Paint = "light" | "dark" | "variables";

export const colourIn = (paint: Paint, colour: Colour): string =>
  paint === "variables" ? `var(--${colour})` : colours[colour][paint === "light" ? 0 : 1];
