import { defineWords } from "../../words/words.ts";

export const id = {
  title: "Kotak kerja",
  summary: (late: string, today: string, later: string) => `${late} lewat, ${today} hari ini, ${later} lain`,
  tabs: { saya: "Untuk saya", lain: "Menunggu pihak lain", sertifikat: "Sertifikat", permintaan: "Permintaan kantor lain" },
  groups: { late: "Lewat tenggat", today: "Hari ini", later: "Nanti", open: "Tanpa tenggat" },
  kind: "Jenis",
  officer: "PK",
  all: "Semua",
  sort: "Urutan",
  byDeadline: "Tenggat terdekat",
  byName: "Nama",
  daySheet: "Lembar hari",
  lateBy: (days: number) => `lewat ${days} hari`,
  until: (day: string) => `s.d. ${day}`,
  proposals: (count: number) => `${count} usulan`,
  call: "Perlu ditelepon",
  pending: (time: string) => `Sudah dijawab lewat tautan, berlaku ${time}`,
  unverified: "Belum diverifikasi",
  sent: "Dicatat",
  stopped: "Belum dipakai: lihat antrean",
  more: "Muat lagi",
  nothing: "Tidak ada yang menunggu Anda",
  nothingNext: "Mulai penempatan dari halaman klien yang sudah siap, atau lihat yang menunggu pihak lain.",
  nothingOthers: "Tidak ada yang menunggu pihak lain",
  nothingCertificates: "Tidak ada sertifikat yang menunggu verifikasi Anda",
  nothingTransfers: "Tidak ada kantor lain yang meminta klien",
  open: "Lihat",
  verify: "Periksa",
};
export type InboxWords = typeof id;
export const inboxWords = defineWords<InboxWords>(id, () => import("./words-en.ts"));
