import { describe, expect, it } from "vitest";
import { vacancyInput } from "../../../../shared/api/vacancies.ts";
import {
  competencesForEmployers,
  reasonsForEmployers,
  sourcesForEmployers,
} from "../../../../shared/domain/matching/employer-view.ts";
import { pointSources } from "../../../../shared/domain/matching/points.ts";
import { mentionsCorrections } from "../../../../shared/domain/reference/correctional-words.ts";
import { buildCertificate } from "../../../builders/records.ts";
import { codesOf } from "../identifiers/codes-of.ts";

const all = [...pointSources, "DIAGNOSIS"].map((source) => ({ source, points: 1 }));

describe("an employer is told", () => {
  it("of every source but an aptitude and the wage, and of nothing that is no source, where the client let Bapas be named", () => {
    expect(pointSources.filter((item) => !sourcesForEmployers.some((known) => known === item))).toEqual(["APTITUDE", "WAGE"]);
    expect(reasonsForEmployers(all, { discloseBapas: true }).map((reason) => reason.source)).toEqual(sourcesForEmployers);
  });

  it("of no agreement, which is one with the Bapas, where the client did not", () => {
    const told = reasonsForEmployers(all, { discloseBapas: false }).map((reason) => reason.source);
    expect(told).toEqual(sourcesForEmployers.filter((source) => source !== "AGREEMENT"));
  });

  it("of verified schemes of competence alone, in the words of the catalogue", () => {
    const verified = { verifiedAt: "2026-02-22T02:00:00.000Z", units: [] };
    const told = competencesForEmployers([
      buildCertificate(1, { ...verified, scheme: "SERVIS sepeda-motor" }),
      buildCertificate(2, { scheme: "Barista" }),
      buildCertificate(3, { ...verified, scheme: "Laundry", result: "NOT_YET_COMPETENT" }),
      buildCertificate(4, { ...verified, scheme: "Pengelasan SMAW", kind: "TRAINING" }),
      buildCertificate(5, { ...verified, scheme: "Otomotif bagi WBP" }),
      buildCertificate(6, { ...verified, scheme: "Barista Griya Abhipraya" }),
      buildCertificate(7, { ...verified, scheme: "Mekanik a.n. Raka Pradana NIK 3603011205940001 HP 081234567890" }),
    ]);
    expect(told).toEqual(["Servis sepeda motor"]);
  });

  it("of units by their titles, and by their public code where the catalogue has none", () => {
    const verified = { verifiedAt: "2026-02-22T02:00:00.000Z", scheme: "Skema tangan kanan Pak Lurah" };
    const told = competencesForEmployers([
      buildCertificate(1, { ...verified, units: ["G.45OTO01.001.2", "OTO.SM02.001.01", "J.620100.004.02"] }),
    ]);
    expect(told).toEqual([
      "Melaksanakan keselamatan dan kesehatan kerja",
      "Memelihara engine berikut komponennya",
      "Unit J.620100.004.02",
    ]);
  });
});

describe("words of the correctional system", () => {
  it.each([
    "Montir, khusus klien Bapas",
    "Pelatihan Otomotif LAPAS Terbuka IIB",
    "Barista (eks-napi)",
    "Penjaga Rutan",
    "Warga  Binaan",
    "Balai Pemasyarakatan",
    "ＷＢＰ",
    "narapidana/LPKA",
    "eks tahanan",
    "Untuk mantan n@pi",
    "EKS   NAPI",
    "n 4 p 1",
    "b4p45",
    "1apas",
    "lapas1",
    "w-b-p",
    "W.B.P.",
    "wargabinaan",
    "WARGA-BINAAN",
    "nara pidana",
    "bebas-bersyarat",
    "klien  GRIYA Jakarta",
    "binaan_griya",
    "khusus napi!",
  ])("are found in %j, which no vacancy may be called", (title) => {
    expect(mentionsCorrections(title)).toBe(true);
    expect(codesOf(vacancyInput.shape.title, title)).toEqual(["text.corrections"]);
  });

  it.each([
    "Staf Napitupulu & Rekan",
    "Kolapas",
    "Terapis bapasan",
    "Pembinaan merek",
    "Teknisi tahanan listrik",
    "S1 Teknik, D3",
    "Shift 1 a 2 b",
    "Las 4G 6G",
    "Griya Busana",
  ])("are not found within other words: %j", (title) => {
    expect(codesOf(vacancyInput.shape.title, title)).toEqual([]);
  });
});
