import { defineWords } from "../../words/words.ts";

export const id = {
  title: "Catatan yang belum tersimpan di server",
  lead: "Yang sudah Anda catat di perangkat ini, tetapi belum sampai di server. Begitu tersimpan, catatannya tidak ada lagi di sini.",
  nothing: "Semua sudah tersimpan",
  waiting: "Menunggu disimpan",
  sending: "Sedang disimpan",
  stopped: "Tidak dipakai",
  old: "Sudah lebih dari enam hari",
  oldLead: "Catatan ini lama tertunda. Periksa apakah masih benar sebelum disimpan.",
  tries: (count: number) => `${count} kali dicoba`,
  discard: "Hapus catatan saya",
  send: "Simpan sekarang",
  open: "Lihat penempatan",
  toClient: "Lihat klien",
  made: (time: string) => `dicatat ${time}`,
};
export type QueueWords = typeof id;
export const queueWords = defineWords<QueueWords>(id, () => import("./words-en.ts"));
