import { defineWords } from "../../words/words.ts";

export const id = {
  title: "Lembar hari",
  lead: "Untuk dibawa: siapa, di mana, apa yang dilakukan, dan tempat menulis.",
  print: "Cetak",
  order: "Urut",
  byDeadline: "Menurut tenggat",
  byPlace: "Menurut tempat",
  days: "Yang jatuh tempo",
  today: "Hari ini dan yang lewat",
  week: "Tujuh hari ke depan",
  all: "Semua",
  name: "Nama",
  place: "Tempat",
  act: "Yang dilakukan",
  until: "Tenggat",
  notes: "Catatan",
  nothing: "Tidak ada yang jatuh tempo",
  noPlace: "Tanpa tempat",
  of: (name: string, day: string) => `${name}, ${day}`,
  partial: "Masih ada lagi di kotak kerja; lembar ini memuat 100 yang pertama.",
};
export type DaySheetWords = typeof id;
export const daySheetWords = defineWords<DaySheetWords>(id, () => import("./words-en.ts"));
