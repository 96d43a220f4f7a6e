/** What docs/matching.md says to officers, held to what is so. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { defaultWeights, greatestSum } from "../../shared/domain/matching/weights.ts";

const page = readFileSync(join(import.meta.dirname, "../../docs/matching.md"), "utf8");
const { certificate, skills, distance, interest, experience, wage, agreement, aptitude, bands } = defaultWeights;

const near = `${distance.ownRegency} / ${distance.ownProvince} / ${distance.neighbouringProvince}`;
const years = experience.perYear * experience.mostYears;

it.each([
  [
    ["Sertifikat", certificate],
    ["Keahlian", skills],
    ["Jarak", near],
    ["Minat", interest],
    ["Pengalaman", years],
    ["Upah", wage.most],
    ["Perjanjian", agreement],
    ["Bakat", aptitude],
  ],
  [
    ["Certificate", certificate],
    ["Skills", skills],
    ["Distance", near],
    ["Interest", interest],
    ["Experience", years],
    ["Wage", wage.most],
    ["Agreement", agreement],
    ["Aptitude", aptitude],
  ],
])("names the points that hold: %j", (...rows) => {
  for (const [source, most] of rows) expect(page).toContain(`\n| ${source} | ${most} | `);
});

it("names the band, the weights that are refused, and the half of the skills", () => {
  const [least] = bands;
  expect(bands).toHaveLength(1);
  for (const says of [
    `${least} poin ke atas`,
    `(${least} points and more`,
    `di atas ${greatestSum / 1000}.000`,
    `sum above ${greatestSum / 1000},000`,
  ])
    expect(page).toContain(says);
  for (const says of [`separuhnya berarti ${skills / 2}`, `half of them are ${skills / 2}`]) expect(page).toContain(says);
});
