/** Names and numbers that a slip of the finger parts. */
import { expect, it } from "vitest";
import { areNearEmployers, areNearNames, plainRegisterNumber } from "../../../../shared/domain/identifiers/near-names.ts";

it.each([
  ["Misal Dua Purnama", "Misal Dua Prunama", true],
  ["Misal Dua Purnama", "Purnama Misal Dua", true],
  ["Nur Hayati", "Nurhayati", true],
  ["Soeharto Misal", "Suharto Misal", true],
  ["Misal Dua Purnama", "Misal Dua Purnima", true],
  ["Misal Dua Purnama", "Misal Dua Prunima", false],
  ["Misal Dua Purnama", "Misal Dua Purnomo", true],
  ["Misal Dua Purnama", "Misal Dua Purnama bin Contoh alias Ucok", true],
  ["Misal Dua Purnama", "Misal Dua Purnama, A.Md., S.Pd., M.Si.", true],
  ["Misa", "Misi", false],
  ["Misal Satu", "Misal Dua", false],
])("%s and %s are near: %s", (one, other, near) => expect(areNearNames(one, other)).toBe(near));

it.each([
  ["I.123/2026", "I.0123/2026"],
  ["I.123/2026", "I 123-2026"],
  ["BKD-12/2026", "bkd12/2026"],
])("%s and %s are one number of a register", (one, other) => expect(plainRegisterNumber(one)).toBe(plainRegisterNumber(other)));
it("other numbers of a register are others, zeros within them too", () => {
  const all = ["I.123/2026", "I.132/2026", "I.1203/2026", "II.123/2026", "I.12/32026"].map(plainRegisterNumber);
  expect(new Set(all).size).toBe(all.length);
});

it.each([
  ["PT Misal Jaya", "CV. Misal Jaya", true],
  ["Usaha Dagang Misal Jaya", "UD Missal Jaya", true],
  ["Perseroan Terbatas Bengkel Makmur", "Bengkel Makmor", true],
  ["PT Misal Jaya", "PT Misal Raya", true],
  ["PT Misal Jaya", "PT Contoh Jaya", false],
])("%s and %s are near employers: %s", (one, other, near) => expect(areNearEmployers(one, other)).toBe(near));
