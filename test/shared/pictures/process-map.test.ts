/** The map shows the process that there is: its ways are those of the transition table, and lead where they seem to. */
import { describe, expect, it } from "vitest";
import { placementStatuses } from "../../../shared/domain/placements/statuses.ts";
import { transitions, waysOfPlacement } from "../../../shared/domain/placements/transitions.ts";
import { boxOf, drawnEdges, edgesOf, isPlaced, plainEdge, processMap, spareBox } from "../../../shared/pictures/process-map.ts";
import type { Point } from "../../../shared/pictures/shapes.ts";
import { stepName } from "../../../shared/pictures/stands.ts";

const nameOf = (from: string, to: string): string => `${from} -> ${to}`;

describe("the map of the process", () => {
  it("has a way for each pair of statuses that a transition leads between, and no other", () => {
    const table = Object.entries(transitions).flatMap(([name, { from, to }]) =>
      (name === "start" ? ["START"] : from).flatMap((source) => to.map((target) => nameOf(source, target))),
    );
    // Ways that are drawn and that there are not would show here; those that there are and are not drawn come plainly.
    expect(
      edgesOf(waysOfPlacement())
        .map(({ from, to }) => nameOf(from, to))
        .toSorted(),
    ).toEqual([...new Set(table)].toSorted());
  });

  it("has every status apart from each other, and room for more", () => {
    // Whatever status is added has a place, too, apart from all others.
    const all = [...placementStatuses.filter(isPlaced).map(boxOf), spareBox(0), spareBox(1), spareBox(2)];
    for (const [at, one] of all.entries())
      for (const other of all.slice(at + 1)) {
        const beside = one.x + one.width < other.x || other.x + other.width < one.x;
        expect(beside || one.y + one.height < other.y || other.y + other.height < one.y).toBe(true);
      }
  });

  it.each(drawnEdges.map((edge) => ({ edge, name: nameOf(edge.from, edge.to) })))(
    "leads $name along the axes, from rim to rim",
    ({ edge }) => {
      const [first, last] = [edge.points[0], edge.points.at(-1)];
      if (!first || !last) throw new Error("a way without points");
      if (edge.from !== "START") expect(onRim(first, edge.from)).toBe(true);
      expect(onRim(last, edge.to)).toBe(true);
      for (const [from, to] of pieces(edge.points)) {
        expect(from[0] === to[0] || from[1] === to[1]).toBe(true);
        // No way goes through a box that a hand has placed.
        for (const status of placementStatuses.filter(isPlaced))
          expect(isInside([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2], status)).toBe(false);
        for (const status of placementStatuses.filter(isPlaced)) expect(goesThrough(from, to, status)).toBe(false);
      }
    },
  );

  it("lays no way along another", () => {
    const all = drawnEdges.flatMap(({ points }) => pieces(points));
    const along = all.flatMap((one, at) => all.slice(at + 1).filter((other) => lieTogether(one, other)));
    expect(along).toEqual([]);
  });

  it("leads a way that no hand has drawn from rim to rim, along the axes, within the picture", () => {
    for (const from of placementStatuses)
      for (const to of placementStatuses) {
        const { points } = plainEdge(from, to);
        const [first, last] = [points[0], points.at(-1)];
        if (!first || !last) throw new Error("a way without points");
        expect([onRim(first, from), onRim(last, to)]).toEqual([true, true]);
        for (const [one, other] of pieces(points)) expect(one[0] === other[0] || one[1] === other[1]).toBe(true);
        for (const [, y] of points) expect(y).toBeLessThanOrEqual(424);
      }
  });

  it("says in its table where each status can go on to", () => {
    const { table } = processMap({ language: "en" });
    const rows = new Map(table.rows.map(([status, next]) => [status, next]));
    for (const status of placementStatuses) {
      const next = rows.get(stepName(status, "en")) ?? "";
      for (const { from, to } of drawnEdges) if (from === status && to !== status) expect(next).toContain(stepName(to, "en"));
    }
    expect(rows.get("Placed")).toBe("–");
    expect(rows.get("Client")).toContain("once more");
  });
});

type Status = (typeof placementStatuses)[number];
type Piece = readonly [Point, Point];

const pieces = (points: readonly Point[]): readonly Piece[] =>
  points.slice(1).map((to, at) => {
    const from = points[at];
    if (!from) throw new Error("a piece without a beginning");
    return [from, to];
  });

const isInside = ([x, y]: Point, status: Status): boolean => {
  const box = boxOf(status);
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
};

const onRim = ([x, y]: Point, status: Status): boolean => {
  const box = boxOf(status);
  const across = x >= box.x && x <= box.x + box.width;
  const down = y >= box.y && y <= box.y + box.height;
  return (across && (y === box.y || y === box.y + box.height)) || (down && (x === box.x || x === box.x + box.width));
};

/** Whether a piece along an axis has any of its length within a box. */
function goesThrough([x1, y1]: Point, [x2, y2]: Point, status: Status): boolean {
  const box = boxOf(status);
  const overlap = (a: number, b: number, from: number, length: number): boolean =>
    a === b ? a > from && a < from + length : Math.max(Math.min(a, b), from) < Math.min(Math.max(a, b), from + length);
  return overlap(x1, x2, box.x, box.width) && overlap(y1, y2, box.y, box.height);
}

/** Whether two pieces share more than a point. */
function lieTogether([[ax, ay], [bx, by]]: Piece, [[cx, cy], [dx, dy]]: Piece): boolean {
  const shared = (a: number, b: number, c: number, d: number): boolean =>
    Math.max(Math.min(a, b), Math.min(c, d)) < Math.min(Math.max(a, b), Math.max(c, d));
  if (ax === bx && cx === dx && ax === cx) return shared(ay, by, cy, dy);
  return ay === by && cy === dy && ay === cy && shared(ax, bx, cx, dx);
}
