import { beforeAll, expect, it } from "vitest";
import { inLanes, runCutOff, runWhole } from "../../../builders/crash-course.ts";
import { hangsAfter, isWhole } from "../../../builders/runs.ts";
import { shareParts, type WorldParts } from "../../../builders/world-parts.ts";

let parts: WorldParts;
beforeAll(async () => {
  parts = await shareParts();
}, 120_000);

// Every point there is, and so long that it runs in CI only; those that the protocol names are in recovery-from-named-crashes.test.ts. One half is tested here and the other in the file beside, so that two processes share the work.
it.runIf(isWhole)("comes to the same end wherever it is cut off (half 1)", { timeout: hangsAfter }, async () => {
  const { points, end } = await runWhole(parts);
  expect(end).toMatchObject({ status: "PLACED", seatsFree: 0, pending: 0 });
  expect(points.length).toBeGreaterThan(60);
  const half = points.filter((_, at) => at % 2 === 0);
  const results = await inLanes(half, 3, async (point) => {
    const wrong = await runCutOff(parts, point, end);
    return wrong.map((text) => `${point.when} ${point.effect}: ${text}`);
  });
  expect(results.flat()).toEqual([]);
  expect(results).toHaveLength(half.length);
});
