import { describe, expect, it } from "vitest";
import { lineOf } from "../../../../shared/domain/identifiers/line.ts";
import { holdsNik } from "../../../../shared/domain/identifiers/nik-in-text.ts";
import { personNameSchema } from "../../../../shared/domain/identifiers/person-name.ts";
import { detailText } from "../../../../shared/messages/problems.ts";
import { codesOf } from "./codes-of.ts";

describe("a NIK in a text", () => {
  it.each([
    "3603120101750919",
    "Mekanik a.n. Sari NIK 3603120101750919 HP 081200000003",
    "NIK:3603.1201.0175.0919",
    "3603 1201 0175 0919",
    "36-03-12-01-01-75-09-19",
    "(36 03 12) / 010175 — 0919.",
    "3 6 0 3 1 2 0 1 0 1 7 5 0 9 1 9",
    "3603120101750919 081200000003",
    "081200000003, 3603120101750919",
    "no3603120101750919",
    "３６０３１２０１０１７５０９１９",
    "٣٦٠٣١٢٠١٠١٧٥٠٩١٩",
    "36\u200b03\u20601201\u00a001750919",
    "3603125101750919",
    "3699120101750919",
  ])("%j is found, and refused in a line and in a name with a sentence that says where it belongs", (text) => {
    expect(holdsNik(text)).toBe(true);
    // What cannot be seen is refused before anybody looks for a number in it.
    const unseen = /[\u200b\u2060]/.test(text);
    expect(codesOf(lineOf(200), text)).toEqual([unseen ? "text.characters" : "text.nik"]);
    expect(codesOf(personNameSchema, `Sari ${text}`)).toEqual([unseen ? "name.characters" : "text.nik"]);
    expect(detailText("text.nik").id).toContain("isian NIK klien");
    expect(detailText("text.nik").en).toContain("NIK field");
  });

  it.each([
    ["a certificate's number", "45407 7231 2 0000001 2026"],
    ["two phones", "0812 0000 0003 / 0812 0000 0004"],
    ["a longer number", "36031201017509191"],
    ["a shorter one", "360312010175091"],
    ["no such day", "3603123201750919"],
    ["no such month", "3603120113750919"],
    ["no such province", "4503120101750919"],
    ["no serial", "3603120101750000"],
    ["letters between", "36031201 dan 01750919"],
    ["a business number", "NIB 1234567890123"],
    ["a decree", "PAS-36.PK.01.05.06 Tahun 2026 tanggal 12-01-2026"],
  ])("%s is none", (_name, text) => {
    expect(holdsNik(text)).toBe(false);
    expect(codesOf(lineOf(200), text)).toEqual([]);
  });
});
