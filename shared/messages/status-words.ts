/**
 * What a status says to a person, wherever it is said: in an error, a list, a picture, on a page, in a digest. Each way of saying
 * it is a list of its own, so that a function carries those alone that it says.
 */
import type { FollowUpStatus } from "../domain/follow-ups/statuses.ts";
import type { PlacementStatus } from "../domain/placements/statuses.ts";
import { reasonWords } from "./reason-words.ts";
import type { Text } from "./text.ts";

type Status = PlacementStatus | FollowUpStatus;

/** Sentences: the commonest refusal is that a step does not fit the status. A vacancy is closed as well as a placement. */
const sentences = {
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
  INTERVIEW: { id: "Penempatan sedang menunggu hasil wawancara", en: "The placement is waiting for the result of the interview" },
  AWAITING_CONFIRMATION: {
    id: "Penempatan sedang menunggu konfirmasi bahwa klien sudah mulai bekerja",
    en: "The placement is waiting for the confirmation that work has begun",
  },
  AWAITING_REVIEW: {
    id: "Penempatan sedang menunggu keputusan Pembimbing",
    en: "The placement is waiting for the officer's decision",
  },
  PLACED: { id: "Klien sudah ditempatkan", en: "The client is placed" },
  CLOSED: { id: "Sudah ditutup", en: "It is closed" },
  AWAITING_DAY: { id: "Kabar kerja berikutnya belum waktunya ditanyakan", en: "The next news of the work is not due yet" },
  AWAITING_NEWS: { id: "Kabar kerja sedang ditunggu", en: "News of the work is awaited" },
  AWAITING_VISIT: { id: "Kunjungan untuk kabar kerja sedang ditunggu", en: "A visit for news of the work is awaited" },
  COMPLETED: { id: "Kabar kerja sudah lengkap", en: "The follow-up is complete" },
  ENDED: { id: "Pekerjaan sudah berakhir", en: "The work has ended" },
} as const satisfies Record<Status, Text>;

/** In a line of a list. */
export const statusLines = {
  AWAITING_CERTIFICATE: { id: "Menunggu sertifikat", en: "Waits for a certificate" },
  RANKING: { id: "Sedang dicocokkan", en: "Being ranked" },
  AWAITING_VACANCY: { id: "Menunggu lowongan", en: "Waits for a vacancy" },
  AWAITING_APPROVAL: { id: "Setujui usulan", en: "Approve proposals" },
  AWAITING_CLIENT: { id: "Jawaban klien", en: "Client's answer" },
  AWAITING_EMPLOYER: { id: "Jawaban pemberi kerja", en: "Employer's answer" },
  INTERVIEW: { id: "Wawancara", en: "Interview" },
  AWAITING_CONFIRMATION: { id: "Konfirmasi mulai kerja", en: "Confirm the start" },
  AWAITING_REVIEW: { id: "Putuskan", en: "Decide" },
  PLACED: { id: "Ditempatkan", en: "Placed" },
  CLOSED: { id: "Ditutup", en: "Closed" },
  AWAITING_DAY: { id: "Kabar berikutnya", en: "Next news" },
  AWAITING_NEWS: { id: "Kabar kerja", en: "News of the work" },
  AWAITING_VISIT: { id: "Kunjungan", en: "Visit" },
  COMPLETED: { id: "Kabar lengkap", en: "News complete" },
  ENDED: { id: "Pekerjaan berakhir", en: "Work has ended" },
} as const satisfies Record<Status, Text>;

/** The button of such a line, where staff have something to record. */
export const statusButtons: Partial<Record<Status, Text>> = {
  AWAITING_APPROVAL: { id: "Lihat usulan", en: "See proposals" },
  AWAITING_CLIENT: { id: "Catat jawaban", en: "Record answer" },
  AWAITING_EMPLOYER: { id: "Catat jawaban", en: "Record answer" },
  INTERVIEW: { id: "Catat hasil", en: "Record result" },
  AWAITING_CONFIRMATION: { id: "Konfirmasi", en: "Confirm" },
  AWAITING_REVIEW: { id: "Putuskan", en: "Decide" },
  AWAITING_NEWS: { id: "Catat kabar", en: "Record news" },
  AWAITING_VISIT: { id: "Catat kunjungan", en: "Record visit" },
};

/** The step in a picture. */
export const stepWords = {
  AWAITING_CERTIFICATE: { id: "Sertifikat", en: "Certificate" },
  RANKING: { id: "Usulan", en: "Proposals" },
  AWAITING_VACANCY: { id: "Tunggu lowongan", en: "Vacancy awaited" },
  AWAITING_APPROVAL: { id: "Persetujuan", en: "Approval" },
  AWAITING_CLIENT: { id: "Klien", en: "Client" },
  AWAITING_EMPLOYER: { id: "Pemberi kerja", en: "Employer" },
  INTERVIEW: { id: "Wawancara", en: "Interview" },
  AWAITING_CONFIRMATION: { id: "Konfirmasi", en: "Confirmation" },
  AWAITING_REVIEW: { id: "Keputusan Pembimbing", en: "Officer's decision" },
  PLACED: { id: "Ditempatkan", en: "Placed" },
  CLOSED: { id: "Ditutup", en: "Closed" },
} as const satisfies Record<PlacementStatus, Text>;

/** The head of a placement's page: what it waits for, or where it ended. */
export const statusHeads = {
  AWAITING_CERTIFICATE: { id: "Sertifikat diverifikasi", en: "A verified certificate" },
  RANKING: { id: "Sedang dicocokkan dengan lowongan", en: "Vacancies are being ranked" },
  AWAITING_VACANCY: { id: "Lowongan yang cocok", en: "A vacancy that fits" },
  AWAITING_APPROVAL: { id: "Persetujuan usulan", en: "Approval of the proposals" },
  AWAITING_CLIENT: { id: "Jawaban klien", en: "The client's answer" },
  AWAITING_EMPLOYER: { id: "Jawaban pemberi kerja", en: "The employer's answer" },
  INTERVIEW: { id: "Wawancara", en: "The interview" },
  AWAITING_CONFIRMATION: { id: "Kepastian mulai kerja", en: "Confirmation of the start" },
  AWAITING_REVIEW: { id: "Keputusan Pembimbing", en: "The officer's decision" },
  PLACED: { id: "Ditempatkan", en: "Placed" },
  CLOSED: { id: "Ditutup", en: "Closed" },
} as const satisfies Record<PlacementStatus, Text>;

/** By status or reason. TERMINATED is an agreement's. */
export const statusWords: Readonly<Record<string, Text>> = {
  ...sentences,
  ...reasonWords,
  TERMINATED: { id: "Perjanjian sudah diakhiri", en: "The agreement is terminated" },
};
