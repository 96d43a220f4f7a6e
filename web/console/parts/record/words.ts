import { defineWords } from "../../words/words.ts";

export const id = {
  yes: "Ya",
  no: "Tidak",
  choose: "Pilih",
  optional: (label: string) => `${label} (boleh kosong)`,
  perLine: "Satu di tiap baris.",
  rupiah: "Dalam rupiah, misalnya 5.300.000.",
  more: "Isian lain (boleh kosong, dapat menyusul)",
  refused: "Belum tersimpan",
  refusedLead: "Yang Anda ketik tetap ada. Perbaiki ini, lalu simpan lagi.",
  save: "Simpan",
  saving: "Menyimpan…",
  cancel: "Batal",
  change: "Ubah",
  nothingChanged: "Belum ada yang diubah.",
  saved: "Perubahan tersimpan.",
  newer: "Orang lain mengubah data ini sementara Anda mengetik",
  newerLead: "Perubahan Anda belum dipakai. Periksa, lalu simpan lagi.",
  newerField: (label: string) => `${label} sekarang: `,
  nothingThere: "kosong",
  take: "Pakai yang sekarang",
  history: "Riwayat",
  short: "Riwayat ringkas",
  full: "Riwayat lengkap",
  fields: (names: string) => `Isian: ${names}`,
  version: (version: number) => `versi ${version}`,
  noHistory: "Belum ada riwayat",
  unknown: "petugas kantor lain",
  you: "Anda",
};
export type RecordWords = typeof id;
export const recordWords = defineWords<RecordWords>(id, () => import("./words-en.ts"));
