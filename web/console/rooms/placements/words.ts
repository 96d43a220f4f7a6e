import { defineWords } from "../../words/words.ts";

export const id = {
  title: "Penempatan",
  status: "Keadaan",
  waitingFor: "Menunggu",
  officer: "PK",
  sort: "Urutan",
  all: "Semua",
  allUnderWay: "Semua yang berjalan",
  mine: "Saya sendiri",
  everyone: "Seluruh kantor",
  awaited: {
    officer: "Pembimbing",
    client: "Klien",
    employer: "Pemberi kerja",
    vacancy: "Lowongan",
    day: "Hari kabar kerja",
    others: "Pihak lain",
  },
  nextFirst: "Tenggat terdekat",
  lastFirst: "Tenggat terjauh",
  byName: "Nama klien",
  find: "Cari nama klien, register, 4 angka NIK",
  ofClient: (name: string) => `Klien: ${name}`,
  ofEmployer: (name: string) => `Pemberi kerja: ${name}`,
  clear: (what: string) => `Hapus saringan ${what}`,
  nothing: "Tidak ada penempatan seperti itu",
  nothingNext: "Ubah saringannya, atau mulai penempatan dari halaman klien yang sudah siap.",
  clearAll: "Hapus semua saringan",
  more: "Muat lagi",
};
export type PlacementsWords = typeof id;
export const placementsWords = defineWords<PlacementsWords>(id, () => import("./words-en.ts"));
