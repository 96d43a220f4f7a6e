import { describe, expect, it } from "vitest";
import { clientInput } from "../../../../shared/api/clients.ts";
import { employerInput } from "../../../../shared/api/employers.ts";
import { vacancyInput } from "../../../../shared/api/vacancies.ts";
import { beginningOf, lineOf } from "../../../../shared/domain/identifiers/line.ts";
import { codesOf } from "./codes-of.ts";

const line = lineOf(20);

describe("a line that somebody typed", () => {
  it("is brought into one form: composed letters, single spaces, no line breaks", () => {
    expect(line.parse("  Montir\r\nBcc:\t a@b \u00a0")).toBe("Montir Bcc: a@b");
    expect(line.parse("Cafe\u0301")).toBe("Café");
    expect(line.parse("Kopi ☕ 😀")).toBe("Kopi ☕ 😀");
  });

  it.each([
    ["", "text.empty"],
    [" \n ", "text.empty"],
    ["x".repeat(21), "text.long"],
    ["PT \u0000 X", "text.characters"],
    ["PT \u001b[2J", "text.characters"],
    ["PT \u0085 X", "text.characters"],
    ["PT \u202egnajih", "text.characters"],
    ["PT \u2066X\u2069", "text.characters"],
    ["PT\u200bX", "text.characters"],
    ["PT \ud800 X", "text.characters"],
    ["PT \udc00", "text.characters"],
    ["PT \ue000", "text.characters"],
    ["PT \ufffd X", "text.characters"],
  ])("%j is refused with %s", (text, code) => {
    expect(codesOf(line, text)).toEqual([code]);
  });

  it("is cut between characters, so that its beginning is a line as well", () => {
    expect(beginningOf("Kopi 😀😀", 8)).toBe("Kopi 😀");
    expect(beginningOf("Kopi 😀😀", 9)).toBe("Kopi 😀😀");
    expect(codesOf(line, beginningOf(`${"x".repeat(19)}😀`, 20))).toEqual([]);
  });

  it("is what every free text of a request is", () => {
    const bad = "a\u0000";
    expect(codesOf(vacancyInput.shape.flags, [bad])).toEqual(["text.characters"]);
    expect(codesOf(vacancyInput.shape.karirhubRef, bad)).toEqual(["text.characters"]);
    expect(codesOf(vacancyInput.shape.title, bad)).toEqual(["text.characters"]);
    expect(codesOf(employerInput.shape.karirhubRef, bad)).toEqual(["text.characters"]);
    expect(codesOf(employerInput.shape.legalName, bad)).toEqual(["text.characters"]);
    const document = { kind: "PAROLE", number: bad, date: "2026-01-20", outsideWorkFrom: "2026-01-20" };
    expect(codesOf(clientInput.shape.statusDocument, document)).toEqual(["text.characters"]);
  });
});
