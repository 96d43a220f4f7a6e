/**
 * A picture as data: shapes at fixed places, and the table that says the same without being seen. Lengths are in px of the
 * picture's own width and height; y grows downwards; a text stands on its y.
 */
import type { Colour } from "./colours.ts";

export type Point = readonly [x: number, y: number];

type Painted = {
  readonly fill?: Colour;
  readonly stroke?: Colour;
  readonly strokeWidth?: number;
  /** Lengths of dash and gap. */
  readonly dash?: readonly [number, number];
  /** What a pointer that rests on it is told, such as a name that had to be shortened. */
  readonly label?: string;
};

export type Shape = Painted &
  (
    | {
        readonly kind: "rect";
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
        readonly radius?: number;
      }
    | { readonly kind: "line"; readonly from: Point; readonly to: Point }
    | { readonly kind: "circle"; readonly centre: Point; readonly radius: number }
    /** Straight pieces from point to point; `rounding` is the radius of the corners between them. */
    | { readonly kind: "path"; readonly points: readonly Point[]; readonly closed?: boolean; readonly rounding?: number }
    | {
        readonly kind: "text";
        readonly at: Point;
        readonly text: string;
        readonly size: number;
        readonly anchor?: "start" | "middle" | "end";
        readonly bold?: boolean;
      }
  );

/** What the picture shows, for whoever cannot see it or wants to copy it: the first cell of a row is its head. */
export type PictureTable = {
  readonly caption: string;
  /** What opens the table. */
  readonly summary: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Numbers of the columns that hold figures, from 0. */
  readonly figures?: readonly number[];
};

export type Picture = {
  readonly language: "id" | "en";
  readonly width: number;
  readonly height: number;
  readonly title: string;
  /** The picture in a sentence or two. */
  readonly description: string;
  readonly shapes: readonly Shape[];
  readonly table: PictureTable;
};

/** Sizes of type in px, of those that the console has. */
export const textSize = { small: 13, body: 15 } as const;
