import { expect, it } from "vitest";
import { holdsOwnValues, withoutOwnValues } from "../../../../shared/domain/clients/own-values.ts";

const client = { fullName: "Ñusa Ümpama bin Al Kanarius" };

it.each([
  "Mekanik a.n. Kanarius",
  "mekanik KANARIUS",
  "Las (nusa)",
  "Las umpama",
  "Mekanik HP 0812-9876-5401",
  "Mekanik +62 812 9876 5401",
  "NIK 3603.0119.0687.0417",
  "Mekanik ٠٨١٢٩٨٧٦٥٤٠١",
])("%s holds something of the client's own", (text) => {
  expect(holdsOwnValues(client, text)).toBe(true);
});

it.each(["Pemeliharaan berkala sepeda motor", "Las SMAW 3G", "Al", "Skema 2026-01", "Mekanik 12 345 678", "KKNI II, 2024"])(
  "%s does not",
  (text) => {
    expect(holdsOwnValues(client, text)).toBe(false);
  },
);

const known = { fullName: "Ñusa Kanarius", phone: "+6281298765401", registerNumber: "BP.0123/2025-A" };

it.each([
  ["Las a.n. KANA\u200bRIUS (nusa)", "Las a.n. … (…)"],
  ["HP 0812-9876-5401, kuota 3", "HP …, kuota 3"],
  ["HP +62 812.9876.5401", "HP …"],
  ["HP 0062-0812 98765401", "HP …"],
  ["HP 62 (0) 812 9876 5401", "HP …"],
  ["HP ٠٨١٢٩٨٧٦٥٤٠١", "HP …"],
  ["HP ０８１２９８７６５４０１", "HP …"],
  ["Reg. bp 0123 - 2025 a", "Reg. …"],
  ["NIK 3603.0119.0687.0417", "NIK …"],
  ["HP 0812-3456-7890 … tetap", "HP 0812-3456-7890 … tetap"],
])("%s is told as %s", (text, told) => {
  expect(withoutOwnValues(known, text)).toBe(told);
});

it("what the reader knows stays", () => {
  expect(withoutOwnValues(known, "CV Kanarius, 0812-9876-5401", ["CV Kanarius", "+6281298765401"])).toBe(
    "CV Kanarius, 0812-9876-5401",
  );
});
