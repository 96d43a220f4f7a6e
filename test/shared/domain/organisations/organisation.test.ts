/** What organisations are: the kinds with what each has, names with their days, and what makes two records likely the same. */
import { describe, expect, it } from "vitest";
import { organisationInput } from "../../../../shared/api/organisations.ts";
import { organisationKindNames } from "../../../../shared/domain/organisations/kinds.ts";
import { organisationLikeness, organisationWordsOf } from "../../../../shared/domain/organisations/likeness.ts";
import { nameOn } from "../../../../shared/domain/organisations/names.ts";
import { organisationFaults, placeOf } from "../../../../shared/domain/organisations/organisation.ts";
import { unitCounts } from "../../../../shared/domain/reference/unit-counts.ts";

type Input = Parameters<typeof organisationFaults>[0];
const faults = (given: Input): readonly string[] => organisationFaults(given).map(({ path, code }) => `${path} ${code}`);

describe("an organisation", () => {
  it("has what its kind has, and nothing besides", () => {
    expect(
      faults({ kind: "LAPAS", name: "Lapas Terbuka Kelas IIB Ciangir", regionCode: "36.03", class: "IIB", openPrison: true }),
    ).toEqual([]);
    expect(faults({ kind: "RUTAN", name: "Rutan", regionCode: "36.71", openPrison: true })).toEqual([
      "openPrison organisation.not-of-kind",
    ]);
    expect(faults({ kind: "TRAINING_CENTER", name: "BLK", regionCode: "36" })).toEqual(["trainingCenterKind invalid_type"]);
    expect(faults({ kind: "CERTIFICATION_BODY", name: "LSP", regionCode: "36.03", class: "I" })).toEqual([
      "class organisation.not-of-kind",
      "lspLicence invalid_type",
    ]);
    expect(faults({ kind: "PRISON_HOSPITAL", name: "RS", regionCode: "31.75", officeId: "bapas-uji" })).toEqual([
      "officeId organisation.not-of-kind",
    ]);
  });

  it("is of a region that its kind is of: a unit of a regency, a regional office of a province, a ministry of the nation", () => {
    const named = { name: "Misal" };
    expect(faults({ kind: "LAPAS", ...named, regionCode: "36" })).toEqual(["regionCode region.regency"]);
    expect(faults({ kind: "REGIONAL_OFFICE", ...named, regionCode: "36.03" })).toEqual(["regionCode region.province"]);
    for (const regionCode of ["36", "36.03"]) expect(faults({ kind: "EMPLOYMENT_SERVICE", ...named, regionCode })).toEqual([]);
    expect(faults({ kind: "MINISTRY", ...named, regionCode: "31" })).toEqual(["regionCode organisation.not-of-kind"]);
    expect(faults({ kind: "BAPAS", ...named })).toEqual(["regionCode invalid_type"]);
    expect([placeOf("36.03"), placeOf("36"), placeOf(undefined)]).toEqual(["36", "36", "ID"]);
    expect(organisationInput.safeParse({ kind: "LAPAS", ...named, regionCode: "99.99" }).success).toBe(false);
  });

  it("is called as it was on a day: the ministry of the corrections has changed its name", () => {
    const labels = [
      { name: "Kementerian Imigrasi dan Pemasyarakatan", validFrom: "2024-10-21" },
      { name: "Kementerian Misal", validFrom: "2027-01-01" },
    ];
    const ministry = { kind: "MINISTRY", name: "Kementerian Hukum dan Hak Asasi Manusia", labels } as const;
    expect(["2021-02-26", "2024-10-21", "2026-12-31", "2027-01-01"].map((day) => nameOn(ministry, day))).toEqual([
      "Kementerian Hukum dan Hak Asasi Manusia",
      "Kementerian Imigrasi dan Pemasyarakatan",
      "Kementerian Imigrasi dan Pemasyarakatan",
      "Kementerian Misal",
    ]);
    expect(faults({ ...ministry, labels: labels.toReversed() })).toEqual(["labels.1.validFrom date.order"]);
    // By its old name, by its new one, and by what people call it.
    const words = organisationWordsOf({
      ...ministry,
      regionCode: undefined,
      lspLicence: undefined,
      trainingCenterKind: undefined,
    });
    expect(words).toEqual(
      expect.arrayContaining(["imigrasi", "hukum"].map((word) => organisationWordsOf({ kind: "MINISTRY", name: word })[0])),
    );
  });

  it("is likely the same where kind, region and own name are, however they are written", () => {
    const alike = (kind: (typeof organisationKindNames)[number], name: string, regionCode = "36.72") =>
      organisationLikeness({ kind, name, regionCode });
    expect(alike("LAPAS", "Lembaga Pemasyarakatan Kelas IIA Cilegon")).toEqual(alike("LAPAS", "LAPAS Kls. II A Cilegon"));
    expect(alike("LAPAS", "Lapas Kelas I Tangerang", "36.71")).not.toEqual(alike("LAPAS", "Lapas Pemuda Tangerang", "36.71"));
    expect(alike("RUTAN", "Rutan Cilegon")).not.toEqual(alike("LAPAS", "Lapas Cilegon"));
    // A regency has one employment service, under whatever name.
    const service = "Dinas Tenaga Kerja, Transmigrasi, dan Perindustrian Kabupaten Barito Timur";
    expect(alike("EMPLOYMENT_SERVICE", service, "62.13")).toEqual(
      alike("EMPLOYMENT_SERVICE", "Disnakertrans Barito Timur", "62.13"),
    );
    const licensed = { kind: "CERTIFICATION_BODY", regionCode: "36.03", lspLicence: "BNSP-LSP-1234-ID" } as const;
    expect(organisationLikeness({ ...licensed, name: "LSP Otomotif" })[1]).toBe(
      organisationLikeness({ ...licensed, name: "LSP Lain" })[1],
    );
  });

  it("source 002: 374 Lapas, 162 Rutan, 94 Bapas, 33 branches and one hospital, as counts", () => {
    expect(unitCounts).toEqual({ LAPAS: 374, RUTAN: 162, BAPAS: 94, BRANCH_RUTAN: 33, PRISON_HOSPITAL: 1 });
    expect(organisationKindNames).toEqual(expect.arrayContaining(Object.keys(unitCounts)));
  });
});
