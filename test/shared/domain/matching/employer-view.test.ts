import { expect, it } from "vitest";
import { reasonsForEmployers, sourcesForEmployers } from "../../../../shared/domain/matching/employer-view.ts";
import { pointSources } from "../../../../shared/domain/matching/points.ts";

it("an employer is told of every source but an aptitude, and of nothing that is no source", () => {
  expect(pointSources.filter((one) => !sourcesForEmployers.some((known) => known === one))).toEqual(["APTITUDE"]);
  const all = [...pointSources, "DIAGNOSIS"].map((source) => ({ source, points: 1 }));
  expect(reasonsForEmployers(all).map((one) => one.source)).toEqual(sourcesForEmployers);
});
