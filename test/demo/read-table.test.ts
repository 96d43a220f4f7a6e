/** Lists of clients as offices keep them, read as files. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readTable } from "../../demo/read-table.ts";

const folder = mkdtempSync(join(tmpdir(), "titian-lists-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const fileOf = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

describe("a list of clients", () => {
  it.each([",", ";", "\t"])("is read from a CSV parted by %j, below its title, without its empty lines", async (mark) => {
    const text = [
      "\uFEFFDAFTAR KLIEN",
      "",
      ["No. Register", "Nama", "Alamat"].join(mark),
      ["B-1", "Misal", '"Jalan ""Contoh"" 1"'].join(mark),
      ["", "", ""].join(mark),
      ["B-2", "Andai", "Jalan 2"].join(mark),
    ].join("\r\n");
    const { lines, letters } = await readTable(fileOf("list.csv", text), {});
    expect(lines).toEqual([
      { row: 4, cells: { "No. Register": "B-1", Nama: "Misal", Alamat: 'Jalan "Contoh" 1' } },
      { row: 6, cells: { "No. Register": "B-2", Nama: "Andai", Alamat: "Jalan 2" } },
    ]);
    expect(letters.get("Alamat")).toBe("C");
  });

  it("is read from a workbook, its days as days and its numbers as numbers", async () => {
    const { lines, letters } = await readTable("test/fixtures/clients/clients.xlsx", {});
    expect(lines).toMatchObject([
      {
        row: 4,
        cells: { "No. Register": "BKD-1/2026", NIK: "3603123112900001", "Tgl Lahir": "1990-12-31", "No HP": 8_123_456_789 },
      },
      { row: 5, cells: { NIK: 3_603_123_112_900_000, "Tgl Lahir": "31/12/1990" } },
    ]);
    expect(letters.get("NIK")).toBe("C");
  });

  it.each([
    ["latin.csv", Uint8Array.from([0x4e, 0x61, 0x6d, 0x61, 0x0a, 0xe9]), /is not in UTF-8/],
    ["empty.csv", "", /has no line of headings/],
    ["twice.csv", "Nama,Nama\na,b\n", /has the heading "Nama" twice/],
    ["broken.xlsx", "no workbook", /cannot be read as a workbook/],
  ])("%s is refused with a sentence", async (name, bytes, says) => {
    await expect(readTable(fileOf(name, bytes), {})).rejects.toThrow(says);
  });
});
