/** What each status and reason says to a person: the commonest refusal is that a step does not fit the status. */
import type { FollowUpStatus } from "../domain/follow-ups/statuses.ts";
import type { closeReasons, ReviewReason } from "../domain/placements/reasons.ts";
import type { PlacementStatus } from "../domain/placements/statuses.ts";
import type { Text } from "./text.ts";

const placementWords = {
  AWAITING_CERTIFICATE: { id: "Penempatan sedang menunggu sertifikat", en: "The placement is waiting for a certificate" },
  RANKING: {
    id: "Lowongan sedang dicocokkan; silakan coba lagi sebentar lagi",
    en: "Vacancies are being ranked; please try again in a moment",
  },
  AWAITING_VACANCY: {
    id: "Penempatan sedang menunggu lowongan yang cocok",
    en: "The placement is waiting for a vacancy that fits",
  },
  AWAITING_APPROVAL: {
    id: "Penempatan sedang menunggu persetujuan usulan",
    en: "The placement is waiting for its proposals to be approved",
  },
  AWAITING_CLIENT: { id: "Penempatan sedang menunggu jawaban klien", en: "The placement is waiting for the client's answer" },
  AWAITING_EMPLOYER: {
    id: "Penempatan sedang menunggu jawaban pemberi kerja",
    en: "The placement is waiting for the employer's answer",
  },
  INTERVIEW: {
    id: "Penempatan sedang menunggu hasil wawancara",
    en: "The placement is waiting for the result of the interview",
  },
  AWAITING_CONFIRMATION: {
    id: "Penempatan sedang menunggu konfirmasi bahwa klien sudah mulai bekerja",
    en: "The placement is waiting for the confirmation that work has begun",
  },
  AWAITING_REVIEW: {
    id: "Penempatan sedang menunggu keputusan Pembimbing",
    en: "The placement is waiting for the officer's decision",
  },
  PLACED: { id: "Klien sudah ditempatkan", en: "The client is placed" },
  // A vacancy is closed as well as a placement: the words fit both.
  CLOSED: { id: "Sudah ditutup", en: "It is closed" },
} as const satisfies Record<PlacementStatus, Text>;

const followUpWords = {
  AWAITING_DAY: { id: "Kabar kerja berikutnya belum waktunya ditanyakan", en: "The next news of the work is not due yet" },
  AWAITING_NEWS: { id: "Kabar kerja sedang ditunggu", en: "News of the work is awaited" },
  AWAITING_VISIT: { id: "Kunjungan untuk kabar kerja sedang ditunggu", en: "A visit for news of the work is awaited" },
  COMPLETED: { id: "Kabar kerja sudah lengkap", en: "The follow-up is complete" },
  ENDED: { id: "Pekerjaan sudah berakhir", en: "The work has ended" },
} as const satisfies Record<FollowUpStatus, Text>;

const reasonWords = {
  NO_CERTIFICATE: { id: "Belum ada sertifikat yang berlaku", en: "There is no valid certificate" },
  NO_VACANCY: { id: "Belum ada lowongan yang cocok", en: "There is no vacancy that fits" },
  NOT_APPROVED: { id: "Usulan belum disetujui", en: "The proposals were not approved in time" },
  PROPOSALS_REJECTED: { id: "Tidak satu pun usulan disetujui", en: "None of the proposals was approved" },
  CLIENT_SILENT: { id: "Klien belum menjawab", en: "The client has not answered" },
  CLIENT_DECLINED_ALL: { id: "Klien tidak memilih satu pun peluang kerja", en: "The client said no to every employer" },
  EMPLOYERS_EXHAUSTED: { id: "Semua pemberi kerja sudah ditanya", en: "All employers have been asked" },
  EMPLOYERS_UNREACHED: {
    id: "Ada pemberi kerja yang belum dapat dihubungi, dan yang lain sudah ditanya",
    en: "Some employers could not be reached, and the others were asked",
  },
  RECALLED: { id: "Usulan ditarik", en: "The proposals were recalled" },
  WITHDRAWN: { id: "Klien mundur", en: "The client withdrew" },
  NO_DECISION: { id: "Tidak ada keputusan sampai batas waktu", en: "Nobody decided before the deadline" },
  CLOSED_BY_OFFICER: { id: "Ditutup oleh Pembimbing", en: "Closed by the officer" },
} as const satisfies Record<ReviewReason | (typeof closeReasons)[number], Text>;

/** By status or reason. TERMINATED is an agreement's. */
export const statusWords: Readonly<Record<string, Text>> = {
  ...placementWords,
  ...followUpWords,
  ...reasonWords,
  TERMINATED: { id: "Perjanjian sudah diakhiri", en: "The agreement is terminated" },
};
