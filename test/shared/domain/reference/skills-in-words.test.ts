/** What the words of a scheme suggest: the trade that they name, and nothing by what all trades share. */
import { expect, it } from "vitest";
import { skillsInWords } from "../../../../shared/domain/reference/skills-in-words.ts";

it.each([
  ["Mekanik Sepeda Motor", ["AUTOMOTIVE"]],
  ["Teknik kendaraan ringan", ["AUTOMOTIVE"]],
  ["Motorcycle mechanic", ["AUTOMOTIVE"]],
  ["Juru las SMAW", ["WELDING"]],
  ["Pengelasan (GTAW)", ["WELDING"]],
  ["Tukang kayu", ["CARPENTRY"]],
  ["Tata boga", ["COOKING"]],
  ["Tata rambut", ["BARBERING"]],
  ["Laundry", ["LAUNDRY"]],
  ["Teknisi jaringan komputer", ["IT"]],
  ["Juru masak dan juru las", ["WELDING", "COOKING"]],
  ["Instalasi listrik", []],
  ["Operator mesin", []],
  ["", []],
])("%s: %j", (scheme, expected) => {
  expect(skillsInWords(scheme)).toEqual(expected);
});

it("reads the units as well, and passes over what is no unit", () => {
  expect(skillsInWords("Skema nasional", ["otosm", "OTO.SM01.001.01"])).toEqual(["AUTOMOTIVE"]);
});
