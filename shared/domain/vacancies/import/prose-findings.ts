import type { Sex } from "../../identifiers/sex.ts";
import type { FlagCode } from "./reasons.ts";

/** What the prose of a posting demands beside its fields. Only what is said plainly is found: a missed limit is read by a person, a wrong one misleads. */
export type ProseFindings = {
  readonly sex?: Sex | undefined;
  readonly minAge?: number | undefined;
  readonly maxAge?: number | undefined;
  readonly flags: readonly FlagCode[];
};

const maleWord = /\b(?:pria|laki[\s-]*laki|male|ikhwan)\b/;
const femaleWord = /\b(?:wanita|perempuan|female|akhwat)\b/;

/** Goods and places that are named after a sex say nothing of the worker. */
const goodsOfASex =
  /\b(?:pakaian|busana|baju|fashion|fesyen|sepatu|tas|parfum|produk|kosmetik|asrama|kos|toilet)\s+(?:muslim|pria|wanita|perempuan|laki-laki)\b/g;

const lineOpening =
  /^(?:•|\d{1,2}[.)])?\s*(?:(?:jenis kelamin|gender|sex|khusus|hanya|diutamakan|dibutuhkan|dicari|wajib)\s*:?\s*)*/;

/** A limit counts where the line begins with it (`1. Laki-laki, …`) or the title names it; both sexes together are no limit. */
function findSex(title: string, lines: readonly string[]): Sex | undefined {
  const telling = lines.filter((line) =>
    /^(?:pria|laki[\s-]*laki|male|ikhwan|wanita|perempuan|female|akhwat)\b/.test(line.replace(lineOpening, "")),
  );
  const all = [title, ...telling].join("\n");
  const male = maleWord.test(all);
  const female = femaleWord.test(all);
  if (male === female) return undefined;
  return male ? "MALE" : "FEMALE";
}

const aboutAge = /\b(?:usia|umur|age)\b|(?:pria|wanita|laki|perempuan|male).*\d{2}\s*(?:th|thn|tahun|years?)/;
const ageRange =
  /(?<!\d)(\d{2})\s*(?:tahun|thn|th|years?)?\s*(?:-|–|—|s\s?\/?\s?d\.?|sampai(?: dengan)?|hingga|to)\s*(\d{2})(?!\d)/;
const ageMinimum = /(?:\bmin\w*|di ?atas|at least|above|over)\.?[^0-9]{0,15}(\d{2})(?!\d)/;
const ageMaximum = /(?:\bmaks\w*|\bmax\w*|di ?bawah|tidak lebih dari|under|below)\.?[^0-9]{0,15}(\d{2})(?!\d)/;

/** "Maks. 30 tahun": two digits of years after a limit are an age, unless the line speaks of something else that has years. */
const limitInYears = /\b(?:maks\w*|max\w*|min(?:imal|imum)?)\b\.?\s*:?\s*\d{2}\s*(?:tahun|thn?|years?|yo)\b/;
const hasYearsOfItsOwn =
  /\b(?:kendaraan|motor|mobil|lulus\w*|kontrak|masa|garansi|ijazah|produksi|bekerja|kerja|usaha|berdiri|sertifikat|contract|work)\b/;
const tellsAge = (part: string): boolean => aboutAge.test(part) || (limitInYears.test(part) && !hasYearsOfItsOwn.test(part));

function findAges(lines: readonly string[]): { minAge: number | undefined; maxAge: number | undefined } {
  const minima: number[] = [];
  const maxima: number[] = [];
  const keep = (list: number[], text: string | undefined): void => {
    const age = Number(text);
    if (age >= 15 && age <= 70) list.push(age);
  };
  for (const line of lines) {
    // Years of experience are not years of age.
    const [part = ""] = line.split(/\b(?:pengalaman|berpengalaman|experience)/);
    if (!tellsAge(part)) continue;
    const range = ageRange.exec(part);
    keep(minima, range?.[1] ?? ageMinimum.exec(part)?.[1]);
    keep(maxima, range?.[2] ?? ageMaximum.exec(part)?.[1]);
  }
  return {
    minAge: minima.length > 0 ? Math.max(...minima) : undefined,
    maxAge: maxima.length > 0 ? Math.min(...maxima) : undefined,
  };
}

const demands: readonly { readonly flag: FlagCode; readonly pattern: RegExp }[] = [
  {
    flag: "vacancy.unpaid",
    pattern: /\b(?:tanpa (?:gaji|upah|bayaran)|tidak (?:dibayar|digaji)|unpaid|sukarelawan|volunteer)\b/,
  },
  {
    flag: "vacancy.fee",
    pattern:
      /\b(?:(?:bersedia|wajib|harus) (?:membayar|bayar|deposit)|ijazah (?:asli )?(?:ditahan|dijaminkan|dititipkan|sebagai jaminan)|(?:penahanan|menahan|tahan) ijazah)\b/,
  },
  {
    flag: "vacancy.physical-condition-in-text",
    pattern:
      /\b(?:(?:ber)?penampilan (?:yang )?menarik|good looking|tinggi badan|berat badan|(?:ber)?(?:badan|fisik|jasmani|tubuh) (?:yang )?sehat|sehat (?:jasmani|fisik|badan|tubuh|rohani|lahir)|physical (?:and mental )?health|tidak (?:cacat|buta warna|bertato|bertindik|berkacamata)|bertato|non[\s-]?disab\w+)\b/,
  },
  { flag: "vacancy.marital-status-in-text", pattern: /\b(?:belum (?:menikah|berkeluarga)|lajang|status single|unmarried)\b/ },
  {
    flag: "vacancy.religion-in-text",
    pattern:
      /\b(?:muslim|muslimah|ikhwan|akhwat|nasrani|beragama (?:islam|kristen|katolik|hindu|bud+ha)|taat beribadah|berhijab|berjilbab)\b/,
  },
  { flag: "vacancy.record-check-in-text", pattern: /\b(?:skck|catatan kepolisian|kelakuan baik)\b/ },
];

/** Reads title and prose, both as plain text. */
export function findInProse(title: string, prose: string): ProseFindings {
  const fold = (text: string): string => text.toLowerCase().replace(goodsOfASex, " ");
  const lines = prose.split("\n").map(fold);
  const everything = [fold(title), ...lines].join("\n");
  return {
    sex: findSex(fold(title), lines),
    ...findAges(lines),
    flags: demands.filter(({ pattern }) => pattern.test(everything)).map(({ flag }) => flag),
  };
}
