import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { describe, expect, it } from "vitest";
import { emailSchema } from "../../../../shared/domain/identifiers/email.ts";
import { anyPhoneSchema, landlineSchema, normaliseLandline } from "../../../../shared/domain/identifiers/landline.ts";
import { formatAnyPhone, formatLandline, readLandline } from "../../../../shared/domain/identifiers/phone-text.ts";
import { codesOf } from "./codes-of.ts";

describe("a fixed line", () => {
  it.each([
    "021-5551234",
    "(021) 555 1234",
    "+62 21 5551234",
    "0062215551234",
    "62215551234",
    "+62(0)21.555.1234",
    "０２１ ５５５１２３４",
  ])("%s is one number", (text) => {
    expect(landlineSchema.parse(text)).toBe("+62215551234");
  });

  it.each([
    "021-5551234 pes. 12",
    "021-5551234 pesawat 12",
    "(021) 5551234 ext 12",
    "(021) 5551234, Ext. 12",
    "021 5551234 #12",
    "Telp. (021) 5551234 psw 12",
    "021-5551234 (ext. 12)",
    "021 555 1234 x12",
    "+62215551234;ext=12",
  ])("%s has an extension", (text) => {
    expect(readLandline(text)).toEqual({ number: "+62215551234", extension: "12" });
    expect(normaliseLandline(normaliseLandline(text))).toBe("+62215551234;ext=12");
  });

  it.each(["5551234", "0812-3456-7890", "021-5551234 / 5551235", "021-12", "+1 415 555 0100", "021-5551234 pes. Bu Ani", ""])(
    "%s is refused",
    (text) => expect(codesOf(landlineSchema, text)).toEqual(expect.arrayContaining(["landline.format"])),
  );

  it("is written as Indonesians write it", () => {
    expect(formatLandline({ number: "+62215551234", extension: "12" })).toBe("(021) 5551234 pes. 12");
    expect(formatLandline({ number: "+62274555123" })).toBe("(0274) 555123");
  });

  it("is one for every area code of the plan that the phone library knows, and for no other", () => {
    for (let area = 20; area < 1000; area += 1)
      for (const line of ["555123", "5551234", "55512345"]) {
        const number = `+62${area}${line}`;
        if (/^\+628/.test(number)) continue;
        const known = parsePhoneNumberFromString(number)?.getType() === "FIXED_LINE";
        expect([number, readLandline(number) !== undefined]).toEqual([number, known]);
      }
  });
});

it("an employer is called at a mobile or at a fixed line", () => {
  expect(anyPhoneSchema.parse("0812 3456 7890")).toBe("+6281234567890");
  expect(anyPhoneSchema.parse("021 5551234 pes 3")).toBe("+62215551234;ext=3");
  expect(codesOf(anyPhoneSchema, "5551234")).toEqual(expect.arrayContaining(["phone.any"]));
});

it.each([
  ["+6281288901234", "0812-8890-1234"],
  ["+62215551234;ext=3", "(021) 5551234 pes. 3"],
  ["", ""],
  ["tidak ada", "tidak ada"],
])("the number %s is shown as %s", (kept, shown) => expect(formatAnyPhone(kept)).toBe(shown));

describe("a mail address", () => {
  const label = (length: number) => "x".repeat(length);
  it.each([`${label(64)}@contoh.example`, `a@${label(63)}.example`])("%s is taken", (text) =>
    expect(emailSchema.parse(text)).toBe(text),
  );
  it.each([
    `${label(65)}@contoh.example`,
    `a@${label(64)}.example`,
    `${label(60)}@${[1, 2, 3].map(() => label(62)).join(".")}.example`,
    "tanpa-at",
  ])("%s is what the mail service refuses", (text) =>
    expect(codesOf(emailSchema, text)).toEqual(expect.arrayContaining(["email.format"])),
  );
});
