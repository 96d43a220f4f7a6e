import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { regencies } from "../../../../../shared/domain/identifiers/regions.ts";
import { karirhubItemSchema } from "../../../../../shared/domain/vacancies/import/karirhub-item.ts";
import { locateVacancy } from "../../../../../shared/domain/vacancies/import/karirhub-region.ts";
import { readPlainText } from "../../../../../shared/domain/vacancies/import/plain-text.ts";
import { findInProse } from "../../../../../shared/domain/vacancies/import/prose-findings.ts";

describe("plain text", () => {
  it.each([
    ["<p>a</p><p>b<br>c<BR/>d</p>", "a\nb\nc\nd"],
    ["<b>a</b><i>b</i>", "ab"],
    ["1 < 2 and 3 > 2", "1 < 2 and 3 > 2"],
    ["&lt;b&gt; &amp;nbsp; &#65;&#x42;&#0;&#xD800;&unknown;", "<b> &nbsp; AB&unknown;"],
    ["<script>alert(1)</script>x<style>p{}</style><!-- <p>no</p> -->y", "xy"],
    ["<a title=\"a > b\" href='x'>t</a>", "t"],
    ["<p onclick", "<p onclick"],
    ["a\u200b\u202eb\u0007c\u00a0d", "ab c d"],
    ["- satu\n* dua\n-5 derajat\n--\n• ", "• satu\n• dua\n-5 derajat"],
    ["", ""],
  ])("%j becomes %j", (html, text) => {
    expect(readPlainText(html)).toBe(text);
  });

  it("has no control characters, empty lines or outer spaces, whatever comes", () => {
    const pieces = fc.constantFrom(
      "<p>",
      "</p>",
      "<br",
      ">",
      "<li>",
      "&nbsp;",
      "&#1;",
      "\t",
      "\r\n",
      "•",
      "- ",
      "x",
      "<!--",
      "-->",
      '"',
      "<",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(pieces).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(texts, (html) => {
        const text = readPlainText(html);
        expect(text).not.toMatch(/[^\P{C}\n\p{Cn}]/u);
        if (text !== "") for (const line of text.split("\n")) expect(line).toMatch(/^\S(?:.*\S)?$/u);
      }),
    );
  });

  it("stays quick and short on hostile input", () => {
    const started = performance.now();
    for (const hostile of ["<a ", "<!--", '<a "', "<script>", "&#", " \n ", "- "]) readPlainText(hostile.repeat(50_000));
    expect(performance.now() - started).toBeLessThan(2000);
    expect(readPlainText("x ".repeat(50_000)).length).toBeLessThanOrEqual(10_000);
  });
});

describe("the prose", () => {
  it.each([
    ["usia 18-35 tahun", { minAge: 18, maxAge: 35 }],
    ["Umur 20 s/d 40 thn", { minAge: 20, maxAge: 40 }],
    ["Usia min. 21 maks. 45", { minAge: 21, maxAge: 45 }],
    ["• Pria / wanita usia max 30th", { maxAge: 30 }],
    ["• Perempuan usia minimal 23 tahun", { sex: "FEMALE", minAge: 23 }],
    ["Khusus pria", { sex: "MALE" }],
    ["Jenis kelamin: Perempuan", { sex: "FEMALE" }],
    ["Laki-Laki/Perempuan", {}],
    ["Melayani pelanggan pria", {}],
    ["Maksimal 2 tahun pengalaman", {}],
    ["Usia bebas, pengalaman minimal 15 tahun", {}],
    ["Homepage max 30 MB", {}],
    ["Maks. 30 tahun", { maxAge: 30 }],
    ["• Pria/Wanita Maks 35th", { maxAge: 35 }],
    ["SMA/SMK sederajat, maksimal 28 thn", { maxAge: 28 }],
    ["Kendaraan maks. 10 tahun", {}],
    ["Kontrak maksimal 24 tahun", {}],
  ])("%s", (line, expected) => {
    const { sex, minAge, maxAge } = findInProse("Montir", line);
    expect({ sex, minAge, maxAge }).toEqual({ sex: undefined, minAge: undefined, maxAge: undefined, ...expected });
  });

  it.each(["Sehat badan", "berbadan sehat", "Berfisik sehat", "sehat jasmani dan rohani", "badan yang sehat"])(
    "finds that %s is asked for",
    (line) => {
      expect(findInProse("Montir", line).flags).toEqual(["vacancy.physical-condition-in-text"]);
    },
  );
  it("asks nothing of the body for a doctor's note", () => {
    expect(findInProse("Montir", "Surat keterangan sehat").flags).toEqual([]);
  });

  it("reads the title too", () => {
    expect(findInProse("Terapis (Wanita)", "").sex).toBe("FEMALE");
    expect(findInProse("Penjaga Toko Pakaian Pria", "").sex).toBeUndefined();
  });
});

describe("the region", () => {
  const locate = (code: unknown, name: string, province: string) =>
    locateVacancy(
      karirhubItemSchema.parse({
        region: {
          name: `${name}, ${province}, Indonesia`,
          regionable_type: "city",
          regionable: { code, name, province: { name: province } },
        },
      }),
    );

  it("of every regency is found again by its code and name, but in Papua a person looks", () => {
    for (const { code, name } of regencies) {
      const found = locate(Number(code.replace(".", "")), name.toUpperCase().replace("KABUPATEN", "KAB."), "PROVINSI");
      const flags = code.startsWith("9") ? ["vacancy.region-papua"] : [];
      expect(found).toEqual({ kind: "INDONESIA", regencyCode: code, flags });
    }
  });

  it("is not believed by its number alone", () => {
    expect(locate(3174, "", "DKI JAKARTA")).toEqual({ kind: "INDONESIA", flags: ["vacancy.region-unknown"] });
  });
});
