import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskPhone, phoneSchema } from "../../../../shared/domain/identifiers/phone.ts";
import { formatPhone, normalisePhone } from "../../../../shared/domain/identifiers/phone-text.ts";
import { codesOf } from "./codes-of.ts";

describe("a mobile number", () => {
  it.each([
    "+6281234567890",
    "6281234567890",
    "081234567890",
    "81234567890",
    "0062 812 3456 7890",
    "+62(0)812-3456-7890",
    "+62 0812 3456 7890",
    "+62 (00)812 3456 7890",
    "(0812) 3456.7890",
    "0812\u20113456\u20117890",
    "\u202a+62 812\u00a03456 7890\u202c",
    "０８１２３４５６７８９０",
    "'081234567890",
    "WA: 0812 3456 7890",
    "No. HP 0812-3456-7890",
    "0812-3456-7890 (WA)",
    "tel:+6281234567890",
  ])("%s is one number", (text) => {
    expect(phoneSchema.parse(text)).toBe("+6281234567890");
  });

  it("does not take 62 for part of a national number", () => {
    expect(phoneSchema.parse("62811123456")).toBe("+62811123456");
  });

  it.each([
    "",
    "0212345678",
    "+622112345678",
    "0801234567890",
    "+628112345",
    "+62812345678901234",
    "+14155550100",
    "0081312345678",
    "0812 3456 789O",
    "0812+34567890",
    "telepon",
    null,
  ])("%s is refused", (text) => {
    expect(codesOf(phoneSchema, text)).toEqual(["phone.format"]);
  });

  it("is normalised once and for all", () => {
    expect(normalisePhone(normalisePhone("+6200"))).toBe(normalisePhone("+6200"));
    const pieces = fc.constantFrom("+", "62", "0", "(0)", "8", "12", "3456", " ", "-", ".", "(", ")", "/", "\u200b", "８", "x");
    const texts = fc.oneof(
      fc.string(),
      fc.string({ unit: "binary" }),
      fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(normalisePhone(normalisePhone(text))).toBe(normalisePhone(text));
      }),
      {
        numRuns: 3000,
      },
    );
  });

  it("is the same in each of the ways to write it", () => {
    const subscribers = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.stringMatching(/^\d{7,10}$/))
      .map(([a, rest]) => `8${a}${rest}`);
    const prefixes = fc.constantFrom("+62", "62", "0", "", "+62(0)", "0062", "+62 0", "+62-");
    fc.assert(
      fc.property(subscribers, prefixes, (subscriber, prefix) => {
        expect(phoneSchema.parse(prefix + subscriber)).toBe(`+62${subscriber}`);
      }),
    );
  });

  it("is shown as people write it, or masked", () => {
    expect(formatPhone(phoneSchema.parse("+6281234567890"))).toBe("0812-3456-7890");
    expect(maskPhone("+6281234567890")).toBe("+62 •••••••7890");
  });
});
