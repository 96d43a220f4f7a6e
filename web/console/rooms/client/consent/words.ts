import { defineWords } from "../../../words/words.ts";

export const id = {
  title: "Izin",
  given: "Diberikan",
  refused: "Ditolak",
  withdrawn: "Ditarik",
  notAsked: "Belum ditanyakan",
  give: "Bacakan dan catat",
  giveAgain: "Tanyakan lagi",
  withdraw: "Tarik",
  receipt: (how: string, day: string) => `${how}, ${day}`,
  text: (version: string) => `teks ${version}`,
  employers: "Izin berbagi data dengan pemberi kerja dicatat bersama jawaban klien atas usulan.",
  giveTitle: "Catat izin",
  withdrawTitle: "Catat penarikan izin",
  readAloud: "Bacakan kepada klien:",
  agrees: "Klien setuju",
  refuses: "Klien menolak",
  refusedBefore: (day: string) => `Klien sudah menolak pada ${day}. Tanyakan lagi hanya bila klien sendiri memintanya.`,
  refusedRecorded: "Penolakan dicatat. Bimbingan klien tidak berubah, dan izin ini tidak ditagih lagi.",
  takesBack: "Catat penarikan",
  withdrawLead: {
    PROFILING: "Pencocokan berhenti hari ini juga, dan usulan yang berjalan ditarik.",
    EMPLOYER_SHARING: "Usulan kepada pemberi kerja ini ditarik hari ini juga.",
    EMPLOYER_CONTACT: "Pemberi kerja tidak lagi ditanyai kabar kerja.",
  },
  superseded: "Dicatat. Ada kata klien yang lebih baru, dan itu yang berlaku.",
  recorded: "Dicatat.",
  cancel: "Batal",
};
export type ConsentWords = typeof id;
export const consentWords = defineWords<ConsentWords>(id, () => import("./words-en.ts"));
