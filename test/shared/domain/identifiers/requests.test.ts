/** What the requests of the API refuse of values that are well-formed one by one. */
import { describe, expect, it } from "vitest";
import { clientInput } from "../../../../shared/api/clients.ts";
import { employerInput } from "../../../../shared/api/employers.ts";
import { vacancyInput } from "../../../../shared/api/vacancies.ts";
import { phoneSchema } from "../../../../shared/domain/identifiers/phone.ts";
import { detailText } from "../../../../shared/messages/problems.ts";
import { codesOf } from "./codes-of.ts";

describe("a place", () => {
  const places = [clientInput.shape.domicile.shape.regencyCode, employerInput.shape.regencyCode, vacancyInput.shape.regencyCode];

  it("of a client, an employer or a vacancy is one that the list knows", () => {
    for (const place of places) {
      expect(codesOf(place, "36.03")).toEqual([]);
      expect(codesOf(place, "99.99")).toEqual(["region.unknown-regency"]);
      expect(codesOf(place, "36.99")).toEqual(["region.unknown-regency"]);
      expect(codesOf(place, "3603")).toEqual(["region.regency"]);
    }
  });

  it("in a village lies in the regency", () => {
    const { domicile } = clientInput.shape;
    expect(codesOf(domicile, { regencyCode: "36.03", villageCode: "36.03.01.2001" })).toEqual([]);
    expect(codesOf(domicile, { regencyCode: "36.03", villageCode: "51.01.01.2001" })).toEqual(["region.village-elsewhere"]);
    expect(detailText("region.village-elsewhere").en).not.toBe("region.village-elsewhere");
  });
});

it("a birth before 1900 is a slip of the pen", () => {
  expect(codesOf(clientInput.shape.birthDate, "1900-01-01")).toEqual([]);
  expect(codesOf(clientInput.shape.birthDate, "0994-05-12")).toEqual(["date.early"]);
});

it("two numbers with a slash between them are not one phone number", () => {
  expect(codesOf(phoneSchema, "0812345678/79")).toEqual(["phone.format"]);
  expect(codesOf(phoneSchema, "0812-3456-7890 / 0813-3456-7890")).toEqual(["phone.format"]);
});
