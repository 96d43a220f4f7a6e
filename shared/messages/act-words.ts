/** What stands in the way of an act, to whoever would take it. */
import type { Block } from "../domain/offices/acts.ts";
import type { Text } from "./text.ts";

export const blockWords: Readonly<Record<Block, Text>> = {
  AFTER_CERTIFICATE: { id: "Baru bisa setelah sertifikat diverifikasi", en: "Only once a certificate is verified" },
  AFTER_RANKING: {
    id: "Baru bisa setelah lowongan dicocokkan; sebentar lagi",
    en: "Only once vacancies are ranked; in a moment",
  },
  AFTER_VACANCY: { id: "Baru bisa setelah ada lowongan yang cocok", en: "Only once there is a vacancy that fits" },
  AFTER_APPROVAL: { id: "Baru bisa setelah usulan disetujui", en: "Only once the proposals are approved" },
  AFTER_CLIENT: { id: "Baru bisa setelah klien menjawab", en: "Only once the client has answered" },
  AFTER_EMPLOYER: { id: "Baru bisa setelah pemberi kerja menjawab", en: "Only once the employer has answered" },
  AFTER_INTERVIEW: { id: "Baru bisa setelah hasil wawancara dicatat", en: "Only once the result of the interview is recorded" },
  AFTER_DAY: { id: "Baru bisa setelah hari kabar kerja tiba", en: "Only once the day of the follow-up has come" },
  DEADLINE_PASSED: { id: "Batas waktu sudah lewat", en: "The deadline has passed" },
  ANSWER_PENDING: {
    id: "Pemberi kerja baru saja menjawab lewat tautan; jawabannya berlaku dalam beberapa menit",
    en: "The employer has just answered by link; the answer takes effect within minutes",
  },
  CLIENT_TO_BE_HEARD: {
    id: "Tanyakan dahulu kepada klien mengapa tidak datang, lalu catat",
    en: "First ask the client about not having come, and record it",
  },
  EMPLOYERS_ALL_ASKED: {
    id: "Percobaan ini sudah menanyakan semua pemberi kerja yang boleh ditanya",
    en: "This attempt has asked as many employers as it may",
  },
  SHORTLIST_FULL: { id: "Daftar pendek percobaan ini sudah penuh", en: "The shortlist of this attempt is full" },
  SECOND_PERSON_REQUIRED: {
    id: "Perlu orang kedua: Anda sendiri yang mencatatnya",
    en: "A second person is needed: you recorded it yourself",
  },
};
