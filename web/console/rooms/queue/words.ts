import { defineWords } from "../../words/words.ts";

export const id = {
  title: "Antrean",
  lead: "Yang sudah Anda catat dan belum diterima server. Yang sudah terkirim tidak ada lagi di sini.",
  nothing: "Semua sudah terkirim",
  waiting: "Menunggu dikirim",
  sending: "Sedang dikirim",
  stopped: "Belum dipakai",
  old: "Sudah lebih dari enam hari",
  oldLead: "Catatan ini lama tertunda. Periksa apakah masih benar sebelum dikirim.",
  tries: (count: number) => `${count} kali dicoba`,
  discard: "Buang",
  send: "Kirim sekarang",
  open: "Lihat penempatan",
  toClient: "Lihat klien",
  made: (time: string) => `dicatat ${time}`,
};
export type QueueWords = typeof id;
export const queueWords = defineWords<QueueWords>(id, () => import("./words-en.ts"));
