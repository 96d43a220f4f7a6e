import { expect, it } from "vitest";
import { holdsOwnValues } from "../../../../shared/domain/clients/own-values.ts";

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
