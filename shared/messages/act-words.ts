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
    id: "Klien perlu didengar lebih dulu tentang ketidakhadirannya",
    en: "The client is to be heard first about not having come",
  },
  EMPLOYERS_ALL_ASKED: {
    id: "Semua pemberi kerja yang boleh ditanya dalam penempatan ini sudah ditanya; tutup lalu mulai yang baru",
    en: "All employers that may be asked in this attempt have been asked; close it and start a new one",
  },
  SHORTLIST_FULL: {
    id: "Pilihan lowongan penempatan ini sudah penuh; tutup lalu mulai yang baru",
    en: "The shortlist of this attempt is full; close it and start a new one",
  },
  SECOND_PERSON_REQUIRED: {
    id: "Verifikasi harus oleh orang lain dari yang mencatat",
    en: "It must be verified by somebody other than the recorder",
  },
  CERTIFICATE_EXPIRED: { id: "Sertifikat sudah tidak berlaku", en: "The certificate has expired" },
  CERTIFICATE_NOT_COMPETENT: {
    id: "Hasil sertifikat bukan kompeten",
    en: "The result of the certificate is not competent",
  },
  STATUS_DOCUMENT_MISSING: { id: "Dokumen status belum dicatat", en: "The status document is not recorded" },
  NOT_ADULT: { id: "Klien belum berusia 18 tahun", en: "The client is under 18" },
  OTHER_OFFICE: { id: "Klien bukan dari kantor ini", en: "The client belongs to another office" },
  PROFILING_CONSENT_MISSING: {
    id: "Izin mencarikan lowongan belum ditanyakan",
    en: "The client has not been asked for consent to be matched",
  },
  PROFILING_CONSENT_REFUSED: {
    id: "Klien menolak izin mencarikan lowongan",
    en: "The client has refused consent to be matched",
  },
  PROFILING_CONSENT_WITHDRAWN: {
    id: "Klien menarik izin mencarikan lowongan",
    en: "The client has withdrawn consent to be matched",
  },
  SUSPENDED: { id: "Klien sedang ditangguhkan", en: "The client is suspended" },
  PLACEMENT_OPEN: { id: "Penempatan sedang berjalan", en: "A placement is under way" },
};
