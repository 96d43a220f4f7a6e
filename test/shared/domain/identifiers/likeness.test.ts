/** Records that are likely about the same person or the same employer. */
import { describe, expect, it } from "vitest";
import { employerLikeness, personLikeness } from "../../../../shared/domain/identifiers/likeness.ts";

const person = (fullName: string, birthDate = "1994-05-12") => personLikeness({ fullName, birthDate });
const firm = (legalName: string, regencyCode = "36.03") => employerLikeness({ legalName, regencyCode });

describe("a person", () => {
  it.each(["misal  dua PURNAMA", "Misal Dua Purnama, S.E.", "H. Misal Dua Purnama", "Purnama Misal Dua", "Misál Dua Purnama"])(
    "%s is likely Misal Dua Purnama",
    (name) => expect(person(name)).toBe(person("Misal Dua Purnama")),
  );

  it("Muhammad is written in many ways", () => {
    for (const name of ["Moh. Misal", "Muh Misal", "M. Misal", "Mochammad Misal"])
      expect(person(name)).toBe(person("Muhammad Misal"));
  });

  it("is another one with another name or birth date, or where a title is all of the name", () => {
    const all = [person("Misal Dua"), person("Misal Tiga"), person("Misal Dua", "1994-05-13"), person("Haji"), person("Dr")];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("an employer", () => {
  it.each(["PT. Misal Jaya, Tbk", "pt misal jaya", "CV Misal-Jaya", "Misal Jaya (Persero)"])(
    "%s is likely PT Misal Jaya",
    (name) => expect(firm(name)).toBe(firm("PT Misal Jaya")),
  );

  it("is another one elsewhere or by another name", () => {
    const all = [firm("PT Misal Jaya"), firm("PT Misal Jaya", "36.71"), firm("PT Misal"), firm("PT")];
    expect(new Set(all).size).toBe(all.length);
  });
});
