/** People are found although their name is written another way, and while it is typed. */
import { describe, expect, it } from "vitest";
import { foldWord, searchedAsOne, searchedWords, searchWordsOf } from "../../../../shared/domain/identifiers/search-words.ts";

/** Whether somebody of this name is found by what is typed: each word is the beginning of one of theirs. */
const isFound = (fullName: string, typed: string): boolean => {
  const words = searchWordsOf({ fullName });
  const begins = (asked: readonly string[]) =>
    asked.length > 0 && asked.every((word) => word !== "" && words.some((one) => one.startsWith(word)));
  return begins(searchedWords(typed)) || begins([searchedAsOne(typed)]);
};

describe("a name", () => {
  it.each([
    ["Soeharto", "suharto"],
    ["Tjahjo Koemolo", "cahyo kumolo"],
    ["Djoko Sutrisno", "joko soetrisno"],
    ["Surya", "Surja"],
    ["Yusuf", "Jusup"],
    ["Achmad Rizky", "ahmad riski"],
    ["Akhmad", "ahmad"],
    ["Muhammad Fitri", "mohamad pitri"],
    ["Moh. Fauzi", "muhammad fausi"],
    ["Md Fauzi", "muchamad"],
    ["Ma'ruf", "maruf"],
    ["Maʼruf Amin", "ma’ruf"],
    ["Nur Hayati", "nurhayati"],
    ["Nurhayati", "noer hajati"],
    ["Syarif", "sarip"],
    ["Sharif", "Syarif"],
    ["Chandra", "Candra"],
    ["Khoirul Anwar", "choirul anoar"],
    ["Ridwan", "riduan"],
    ["Zaenal", "saenal"],
    ["Dzulkifli", "zulkipli"],
    ["Dwiyanto", "dwianto"],
    ["Eddy Effendy", "edi efendi"],
    ["Fatimah", "patima"],
    ["José Ximenes", "jose ksimenes"],
    ["Abdul bin Karim", "karim"],
    ["H. Slamet, S.E.", "slamet"],
  ])("%s is found as %s", (name, typed) => {
    expect(isFound(name, typed)).toBe(true);
  });

  it.each([
    ["Budi Santoso", "bude"],
    ["Dewi", "dani"],
    ["Karim", "budi karim"],
    ["Budi", "- '"],
  ])("%s is not found as %s", (name, typed) => {
    expect(isFound(name, typed)).toBe(false);
  });

  it("is found by two letters and more of each of its words", () => {
    for (const name of ["sutrisno", "wulandari", "hidayat", "mulyadi", "kartika", "purnomo", "zulaeha", "yohanes"])
      for (let length = 2; length <= name.length; length += 1)
        expect(foldWord(name).startsWith(foldWord(name.slice(0, length))), `${name} by ${name.slice(0, length)}`).toBe(true);
  });
});

describe("a number", () => {
  const words = searchWordsOf({ fullName: "Contoh", registerNumber: "BKD-90/2026", nik: { last4: "0092" } });

  it("of the office's register is found from its beginning, or from its first digit on", () => {
    for (const typed of ["BKD-90", "bkd 90/2026", "90/2026", "902"])
      expect(searchedWords(typed).every((word) => words.some((one) => one.startsWith(word)))).toBe(true);
  });

  it("of identity is found by its last four digits, as they stand", () => {
    expect(words).toContain("0092");
    expect(searchedWords("0092")).toEqual(["0092"]);
  });
});
