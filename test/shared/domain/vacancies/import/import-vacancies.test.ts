import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { importVacancies, importVacancy } from "../../../../../shared/domain/vacancies/import/import-vacancies.ts";
import { vacancyDraftSchema } from "../../../../../shared/domain/vacancies/import/vacancy-draft.ts";
import { importWords } from "../../../../../shared/messages/import-words.ts";

const today = "2026-11-22";
const fixture = new URL("../../../../fixtures/karirhub/vacancies.json", import.meta.url);
const items: unknown[] = JSON.parse(readFileSync(fixture, "utf8"));
const results = importVacancies(items, { today });

const outcomeOf = (index: number): string => {
  const result = results[index - 1];
  const notes = result && "notes" in result ? result.notes.filter((code) => code !== "vacancy.contact-missing") : [];
  const flags = [result?.outcome, ...(result?.reasons ?? [])].join(" ");
  return [flags, notes.join(" ")]
    .filter((part) => part !== "")
    .join(", ")
    .replaceAll("vacancy.", "");
};
const draftOf = (index: number) => {
  const result = results[index - 1];
  if (!result || result.outcome === "REFUSED") throw new Error(`item ${index} has no draft`);
  return result.draft;
};

/** The first posting of the fixture, clean, with some fields as given. */
const changedItem = (changes: object) => importVacancy({ ...z.looseObject({}).parse(items[0]), ...changes }, { today });
const notesAndFlagsOf = (changes: object): string[] => {
  const result = changedItem(changes);
  return [...result.reasons, ...("notes" in result ? result.notes : [])];
};
const changedDraft = (changes: object) => {
  const result = changedItem(changes);
  if (result.outcome === "REFUSED") throw new Error(result.reasons.join());
  return result.draft;
};

describe("the import of vacancies", () => {
  it.each([
    [1, "TAKEN"],
    [2, "TAKEN"],
    [3, "FLAGGED sex, age marital-status"],
    [4, "TAKEN, no-description wage-missing"],
    [5, "TAKEN, wage-implausible"],
    [6, "FLAGGED sex-in-text physical-condition-in-text, part-time wage-range"],
    [7, "FLAGGED sex-in-text marital-status-in-text record-check-in-text, age-in-text"],
    [8, "FLAGGED physical-condition-in-text religion-in-text, age-in-text"],
    [9, "TAKEN, age-in-text"],
    [10, "TAKEN"],
    [11, "TAKEN, wage-below-minimum"],
    [12, "TAKEN, wage-range"],
    [13, "TAKEN, wage-implausible"],
    [14, "FLAGGED wage-currency"],
    [15, "FLAGGED many-seats"],
    [16, "FLAGGED employer-missing seats-unknown education-unknown, no-description no-validity"],
    [17, "FLAGGED employer-hidden expired"],
    [18, "FLAGGED unpaid fee"],
    [19, "FLAGGED region-renumbered"],
    [20, "FLAGGED region-unknown"],
    [21, "FLAGGED region-unknown"],
    [22, "FLAGGED region-papua"],
    [23, "FLAGGED region-unknown region-papua"],
    [24, "REFUSED no-title"],
    [25, "REFUSED no-region"],
    [26, "REFUSED overseas"],
    [27, "REFUSED overseas"],
    [28, "REFUSED no-seats"],
    [29, "REFUSED no-seats"],
    [30, "REFUSED no-seats"],
    [31, "REFUSED no-id"],
    [32, "REFUSED closed no-title"],
    [33, "REFUSED duplicate"],
    [34, "FLAGGED employer-missing, no-description"],
    [35, "REFUSED malformed"],
    [36, "REFUSED malformed"],
  ])("item %i is %s", (index, outcome) => {
    expect(outcomeOf(index)).toBe(outcome);
  });

  it("keeps the order of the file and answers every item", () => {
    expect(results).toHaveLength(items.length);
    expect(importVacancies(items, { today })).toEqual(results);
  });

  it("makes drafts that the store can parse", () => {
    for (const result of results) {
      if (result.outcome !== "REFUSED") expect(vacancyDraftSchema.strict().parse(result.draft)).toEqual(result.draft);
    }
  });

  it("maps what a posting says, wage in sen", () => {
    expect(draftOf(1)).toEqual({
      karirhubRef: "karirhub-01",
      title: "Mekanik Sepeda Motor",
      employerName: "Bengkel Contoh 1",
      employerRef: "employer-01",
      contact: {},
      count: 2,
      regencyCode: "36.71",
      wage: { min: 550_000_000, max: 600_000_000, basis: "MONTHLY" },
      description: "Merawat dan memperbaiki sepeda motor pelanggan.\n\nPersyaratan:\nTeliti dan jujur",
      requirements: { minEducation: "SMK", declared: {} },
      validUntil: "2026-12-31",
      kbji: "7231.04",
      jobFunction: "Otomotif",
    });
  });

  it("cleans the text and adds the requirements once", () => {
    expect(draftOf(2)).toMatchObject({
      title: "Teknisi & Montir",
      regencyCode: "36.03",
      contractType: "PKWT",
      validUntil: "2026-12-31",
      requirements: { minEducation: "D1", minYearsExperience: 1 },
    });
    expect(draftOf(2).description.split("\n")).toEqual([
      "Uraian kerja :",
      "• Servis ringan – berat",
      "• Ganti oli, rem & ban",
      "• Membuat laporan",
      "Syarat:",
      "• Pengalaman > 1 tahun",
      "",
      "Persyaratan:",
      "• Punya SIM C",
      "• Mau belajar",
      "• IPK ≥ 2,75",
      "Target > 15 %",
    ]);
  });

  it("keeps limits as declared, of the text only what the fields leave open", () => {
    expect(draftOf(3).requirements.declared).toEqual({
      sex: "FEMALE",
      minAge: 19,
      maxAge: 35,
      maritalStatus: "single",
    });
    expect(draftOf(7).requirements.declared).toEqual({ sex: "MALE", maxAge: 30 });
    expect(draftOf(8).requirements.declared).toEqual({ maxAge: 30 });
    expect(draftOf(10).requirements.declared).toEqual({});
  });

  it("uses no wage that it does not believe", () => {
    for (const index of [4, 5, 12, 13, 14]) expect(draftOf(index).wage, `item ${index}`).toBeUndefined();
    expect(draftOf(6).wage).toEqual({ min: 50_000_000, max: 1_000_000_000, basis: "MONTHLY" });
  });

  it("holds the lower end of the wage against the minimum of the regency, in full-time work", () => {
    const notesOf = (changes: object) => notesAndFlagsOf(changes).filter((code) => code !== "vacancy.contact-missing");
    expect(notesOf({ min_salary_amount: 5_399_405, max_salary_amount: 6_000_000 })).toEqual(["vacancy.wage-below-minimum"]);
    expect(notesOf({ min_salary_amount: 5_399_406, max_salary_amount: 6_000_000 })).toEqual([]);
    const partTime = { min_salary_amount: 2_000_000, max_salary_amount: 2_500_000, job_type: { name: "Part time" } };
    expect(notesOf(partTime)).toEqual(["vacancy.part-time"]);
  });

  it("finds the regency by name where the number is another office's", () => {
    expect(draftOf(19).regencyCode).toBe("31.71");
    expect(draftOf(22).regencyCode).toBe("93.01");
    for (const index of [20, 21, 23]) expect(draftOf(index).regencyCode, `item ${index}`).toBeUndefined();
  });

  it("takes numbers written as text and lets the rest be absent", () => {
    expect(draftOf(34)).toMatchObject({ count: 3, wage: { min: 550_000_000 }, description: "" });
    expect(draftOf(34).employerName).toBeUndefined();
  });

  it("tells an expired posting by the day given", () => {
    const codes = (day: string): string[] => [...importVacancy(items[0], { today: day }).reasons];
    expect(codes("2026-12-31")).toEqual([]);
    expect(codes("2027-01-01")).toEqual(["vacancy.expired"]);
  });

  it("gives every reason in two languages", () => {
    for (const { id, en } of results.flatMap(({ reasons }) => reasons.map((code) => importWords[code]))) {
      expect(id.length).toBeGreaterThan(5);
      expect(en).not.toBe(id);
    }
  });

  it("keeps how the employer is reached, where it is, and its name without the site's number", () => {
    const employer = {
      id: "e",
      name: "PT. Contoh Tambang/84457",
      employerable: {
        email: " Rekrut@Contoh.Example ",
        phone: "0812 3456 7890 / (021) 555-1234",
        region: {
          regionable_type: "city",
          name: "KAB. BEKASI, JAWA BARAT, Indonesia",
          regionable: { name: "KAB. BEKASI", code: 3216, province: { name: "JAWA BARAT", code: 32 } },
        },
      },
    };
    expect(changedDraft({ employer })).toMatchObject({
      employerName: "PT. Contoh Tambang",
      employerRegencyCode: "32.16",
      regencyCode: "36.71",
      contact: { email: "Rekrut@Contoh.Example", phone: "+6281234567890", landline: { number: "+62215551234" } },
    });
    expect(notesAndFlagsOf({ employer })).toEqual([]);
    expect(notesAndFlagsOf({})).toEqual(["vacancy.contact-missing"]);
  });

  it.each([
    ["Mitra Kurir Motor", "Full time", 2_000_000, { basis: "SHARE", contract: undefined }],
    ["Mitra Kurir Motor", "Contract", 2_000_000, { basis: "SHARE", contract: undefined }],
    ["Daily Worker", "Part time", 2_000_000, { basis: undefined, contract: "DAILY" }],
    ["Tenaga Harian Lepas", "Full time", 150_000, { basis: "DAILY", contract: "DAILY" }],
    ["Operator Jahit", "Harian", 120_000, { basis: "DAILY", contract: "DAILY" }],
    ["Penjahit Borongan", "Full time", 15_000, { basis: "PIECE", contract: undefined }],
    ["Kasir", "Part time", 2_000_000, { basis: "MONTHLY", contract: undefined }],
    ["Kasir", "Full time", 6_000_000, { basis: "MONTHLY", contract: undefined }],
    ["Kasir", "Contract", 6_000_000, { basis: "MONTHLY", contract: "PKWT" }],
  ])("%s, %s at %i is paid and contracted as it says", (title, type, amount, { basis, contract }) => {
    const draft = changedDraft({ title, job_type: { name: type }, min_salary_amount: amount, max_salary_amount: amount });
    expect([draft.wage?.basis, draft.contractType]).toEqual([basis, contract]);
  });

  it("names the occupation only where field of work and title agree", () => {
    const kbjiOf = (title: string, field: string) => changedDraft({ title, job_function: { name: field } }).kbji;
    expect(kbjiOf("Montir Mobil", "Otomotif")).toBe("7231.03");
    expect(kbjiOf("Pastry Chef", "Juru Masak")).toBe("7512.01");
    expect(kbjiOf("Cook Helper", "Juru Masak")).toBe("5120.00");
    expect(kbjiOf("Sales Sparepart Mekanik Motor", "Penjualan dan Pemasaran")).toBeUndefined();
    expect(kbjiOf("Mekanik Motor dan Mobil", "Otomotif")).toBeUndefined();
    expect(kbjiOf("Lowongan Pekerjaan", "Juru Masak")).toBeUndefined();
  });

  it("keeps driving licences, the link, and that people with a disability are welcome", () => {
    const draft = changedDraft({
      qualification: "<p>Memiliki SIM B I / SIM C</p>",
      platform_link: "https://contoh.example/lowongan/1",
      physical_condition: "disabled",
    });
    expect(draft).toMatchObject({ openToDisabled: true, sourceUrl: "https://contoh.example/lowongan/1" });
    expect(draft.requirements).toEqual({ minEducation: "SMK", licences: ["B1", "C"], declared: {} });
  });

  it.each(["eks tahanan", "Dicari EKS-TAHANAN", "klien Griya Abhipraya", "B.A.P.A.S Kelas II", "n4pi", "eksnapi", "ｂａｐａｓ"])(
    "refuses the title %s, which employers would read",
    (title) => {
      expect(changedItem({ title })).toMatchObject({ outcome: "REFUSED", reasons: ["vacancy.title-corrections"] });
    },
  );

  it.each(["Terbuka bagi eks N.A.P.I", "khusus klien   Griya Jakarta", "mantan n@pi"])("flags a description: %s", (text) => {
    const description = `Merawat sepeda motor pelanggan di bengkel. ${text}.`;
    expect(changedItem({ description })).toMatchObject({ outcome: "FLAGGED", reasons: ["vacancy.text-corrections"] });
  });

  it.each(["Teknisi Tahanan Listrik", "Admin Griya Kost", "Staf Pembinaan", "Klien Manager", "Operator Mesin A B C"])(
    "takes the title %s, which tells nothing",
    (title) => {
      expect(changedItem({ title }).outcome).toBe("TAKEN");
    },
  );

  it("flags of postings as the site really has them at most a third for anything but expiry", () => {
    const real = new URL("../../../../fixtures/karirhub/demands-of-real-postings.json", import.meta.url);
    const read = importVacancies(JSON.parse(readFileSync(real, "utf8")), { today: "2025-11-01" });
    const flagged = read.filter(({ reasons }) => reasons.length > 0);
    expect([read.length, read.filter(({ outcome }) => outcome === "REFUSED").length]).toEqual([23, 0]);
    expect(flagged.length).toBeGreaterThan(0);
    expect(flagged.length).toBeLessThanOrEqual(23 / 3);
  });

  it("wants a list", () => {
    expect(() => importVacancies({ data: [] }, { today })).toThrow();
  });
});
