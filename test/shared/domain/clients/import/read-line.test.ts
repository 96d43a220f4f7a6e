import { describe, expect, it } from "vitest";
import { columnOf, rememberColumns } from "../../../../../shared/domain/clients/import/headings.ts";
import {
  type Cell,
  cellErrors,
  readDate,
  readDigits,
  readEducation,
  readPlaceAndDate,
  readRegency,
  readSex,
} from "../../../../../shared/domain/clients/import/read-cell.ts";
import { readLine } from "../../../../../shared/domain/clients/import/read-line.ts";
import { cellWords } from "../../../../../shared/messages/cell-words.ts";

describe("the headings of offices", () => {
  it.each([
    ["Nama", "fullName"],
    ["NAMA LENGKAP *", "fullName"],
    ["No. Register", "registerNumber"],
    ["NIK", "nik"],
    ["Tgl Lahir", "birthDate"],
    ["Tempat, Tgl. Lahir", "birthPlaceAndDate"],
    ["JK", "sex"],
    ["L/P", "sex"],
    ["Alamat", "street"],
    ["RT/RW", "rtRw"],
    ["No HP", "phone"],
    ["No. HP/WA", "phone"],
    ["Kab/Kota", "regency"],
    ["Pendidikan", "education"],
    ["PK", "officer"],
    ["Tanggal Berakhir Bimbingan", "supervisionEndsOn"],
    ["Tgl. Bebas Akhir", "supervisionEndsOn"],
    ["Perkara", undefined],
  ])("%s holds %s", (heading, column) => {
    expect(columnOf(heading, {})).toBe(column);
  });

  it("are what the office said of them, whatever their spelling", () => {
    const remembered = rememberColumns({}, { "Kode Klien": "registerNumber", Nama: "IGNORED" });
    expect(columnOf("KODE_KLIEN", remembered)).toBe("registerNumber");
    expect(columnOf("nama", remembered)).toBe("IGNORED");
    expect(rememberColumns(remembered, { nama: "fullName" })).toEqual({ "kode klien": "registerNumber", nama: "fullName" });
  });
});

describe("a cell with a day", () => {
  it.each<[Cell, string]>([
    ["31/12/1990", "1990-12-31"],
    ["31-12-1990", "1990-12-31"],
    ["1.2.1990", "1990-02-01"],
    ["31 Des 1990", "1990-12-31"],
    ["31-Desember-1990", "1990-12-31"],
    ["Senin, 5 Agustus 1991", "1991-08-05"],
    ["7 Agt 1985", "1985-08-07"],
    ["1990-12-31", "1990-12-31"],
    ["1990-12-31T00:00:00.000Z", "1990-12-31"],
    [33_238, "1990-12-31"],
    ["33238", "1990-12-31"],
    [25_569, "1970-01-01"],
  ])("%s is %s", (cell, value) => {
    expect(readDate(cell)).toEqual({ value });
  });

  it.each<[Cell, string]>([
    ["31/12/90", "cell.date-short-year"],
    ["12/31/1990", "cell.date-past-calendar"],
    ["29/02/1991", "cell.date-past-calendar"],
    ["31 Foo 1990", "cell.date"],
    ["sekitar 1990", "cell.date"],
    [1990.5e9, "cell.date"],
  ])("%s is refused with %s", (cell, code) => {
    expect(readDate(cell)).toEqual({ wrong: code });
  });

  it("stands behind its place", () => {
    expect(readPlaceAndDate("Tangerang, 31 Des 1990")).toEqual({ value: "1990-12-31" });
    expect(readPlaceAndDate("Kab. Lebak / 31-12-1990")).toEqual({ value: "1990-12-31" });
    expect(readPlaceAndDate("31/12/1990")).toEqual({ value: "1990-12-31" });
  });
});

describe("a cell with an identity", () => {
  it.each<[Cell, object]>([
    ["3603121212900001", { value: "3603121212900001" }],
    ["'3603121212900001", { value: "3603121212900001" }],
    [3_603_121_212_900_000, { wrong: "cell.rounded" }],
    ["3.17E+15", { wrong: "cell.rounded" }],
    ["3,17e+15", { wrong: "cell.rounded" }],
    [1234, { value: "1234" }],
  ])("%s is %o", (cell, read) => {
    expect(readDigits(cell)).toEqual(read);
  });
});

describe("other cells", () => {
  it.each<[Cell, string | undefined]>([
    ["L", "MALE"],
    ["Laki-laki", "MALE"],
    ["Pr", "FEMALE"],
    ["wanita", "FEMALE"],
    ["X", undefined],
  ])("sex %s", (cell, sex) => {
    expect(readSex(cell)).toEqual(sex ? { value: sex } : { wrong: "cell.sex" });
  });

  it.each<[Cell, object]>([
    ["SMA", { value: "SMA" }],
    ["SLTA Sederajat", { value: "SMA" }],
    ["Tamat SD", { value: "SD" }],
    ["Tidak tamat SD", { value: "NONE" }],
    ["Belum sekolah", { value: "NONE" }],
    ["STM", { value: "SMK" }],
    ["Paket B", { value: "SMP" }],
    ["SMP/MTs", { value: "SMP" }],
    ["D-III", { value: "D3" }],
    ["S1", { value: "S1" }],
    ["SMA/SMK", { wrong: "cell.education-unclear" }],
    ["?", { wrong: "cell.education" }],
  ])("schooling %s is %o", (cell, read) => {
    expect(readEducation(cell)).toEqual(read);
  });

  it.each<[Cell, object]>([
    ["Kab. Tangerang", { value: "36.03" }],
    ["KOTA TANGERANG", { value: "36.71" }],
    ["Kabupaten Lebak, Banten", { value: "36.02" }],
    ["Lebak", { value: "36.02" }],
    ["Tangerang", { wrong: "cell.regency-unclear" }],
    ["36.03", { value: "36.03" }],
    [3603, { value: "36.03" }],
    ["36.99", { wrong: "cell.regency" }],
    ["Antah Berantah", { wrong: "cell.regency" }],
  ])("regency %s is %o", (cell, read) => {
    expect(readRegency(cell)).toEqual(read);
  });

  it("says what is wrong in two languages", () => {
    for (const code of cellErrors) {
      expect(cellWords[code].id.length).toBeGreaterThan(5);
      expect(cellWords[code].en).not.toBe(cellWords[code].id);
    }
  });
});

describe("a line", () => {
  it("is read by its headings, empty cells left out, and every wrong cell told at once", () => {
    const cells = {
      Nama: " Misal  Satu ",
      "No. Register": "BKD 12/2026",
      "Tgl Lahir": 33_238,
      "No HP": 8_123_456_789,
      "Kab/Kota": "Kota Tangerang",
      "RT/RW": "3/5",
      Alamat: "-",
      SIM: "A, C",
      Perkara: "apa pun",
    };
    expect(readLine(cells, {})).toMatchObject({
      line: {
        fullName: "Misal  Satu",
        registerNumber: "BKD 12/2026",
        birthDate: "1990-12-31",
        phone: "8123456789",
        drivingLicences: ["A", "C"],
        domicile: { regencyCode: "36.71", rt: "003", rw: "005" },
      },
      errors: [],
      headings: { registerNumber: "No. Register", phone: "No HP" },
    });
    expect(readLine({ NIK: "3.17E+15", "Tgl Lahir": "31/12/90", JK: "?" }, {}).errors).toEqual([
      { column: "NIK", code: "cell.rounded" },
      { column: "Tgl Lahir", code: "cell.date-short-year" },
      { column: "JK", code: "cell.sex" },
    ]);
  });
});
