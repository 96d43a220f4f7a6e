/** What each refusal says, in Indonesian and English. */
import type { ErrorCode } from "../domain/errors.ts";
import { blockWords } from "./act-words.ts";
import { details } from "./detail-words.ts";
import type { Text } from "./text.ts";

export const problems: Readonly<Record<ErrorCode, Text>> = {
  REQUEST_INVALID: { id: "Ada isian yang belum benar", en: "Something that was filled in is not right" },
  IDEMPOTENCY_KEY_REQUIRED: { id: "Kepala Idempotency-Key diperlukan", en: "An Idempotency-Key header is required" },
  IDEMPOTENCY_KEY_REUSED: {
    id: "Idempotency-Key ini sudah dipakai untuk permintaan lain",
    en: "This Idempotency-Key came with another request before",
  },
  STAFF_NOT_REGISTERED: {
    id: "Akun ini belum terdaftar sebagai petugas",
    en: "This login is not registered as staff",
  },
  NOT_ALLOWED: { id: "Peran Anda tidak boleh melakukan ini", en: "Your role may not do this" },
  NOT_FOUND: { id: "Tidak ditemukan", en: "Not found" },
  STATUS_CONFLICT: {
    id: "Langkah ini belum bisa dilakukan",
    en: "This step cannot be taken yet",
  },
  DEADLINE_PASSED: blockWords.DEADLINE_PASSED,
  ALREADY_ANSWERED: { id: "Sudah dijawab", en: "It has been answered already" },
  WORD_BEFORE_QUESTION: {
    id: "Kata ini lebih lama dari pertanyaannya",
    en: "This word is older than its question",
  },
  WORD_TOO_OLD: {
    id: "Jawaban ini sudah terlalu lama untuk dicatat",
    en: "This answer was given too long ago to be recorded",
  },
  CONSENT_WITHDRAWN: {
    id: "Klien sudah menarik izinnya setelah itu",
    en: "The client has taken back the consent since",
  },
  ANOTHER_IS_ASKED: {
    id: "Pemberi kerja lain sedang ditanya; pilih siapa yang dilanjutkan",
    en: "Another employer is being asked by now; choose which of them goes on",
  },
  SEAT_TAKEN: { id: "Lowongan ini sudah terisi", en: "This vacancy is filled" },
  START_BLOCKED: {
    id: "Penempatan belum dapat dimulai; lihat semua penghalangnya",
    en: "The placement cannot start yet; see everything that stands in the way",
  },
  GATE_FAILED: { id: "Syarat hukum atau upah tidak terpenuhi", en: "A condition of law or pay is not met" },
  REGISTER_NUMBER_TAKEN: {
    id: "Nomor register ini sudah dipakai klien lain di kantor ini",
    en: "This register number is another client's in this office",
  },
  NIK_TAKEN: { id: "NIK ini sudah terdaftar", en: "This NIK is registered already" },
  CERTIFICATE_TAKEN: {
    id: "Nomor sertifikat ini sudah tercatat",
    en: "This certificate number is recorded already",
  },
  LOOKUPS_EXHAUSTED: {
    id: "Hari ini terlalu banyak nomor yang ternyata sudah tercatat. Coba lagi besok, atau minta bantuan Atasan",
    en: "Too many numbers were found to be recorded already today. Try again tomorrow, or ask your supervisor",
  },
  TOO_MANY_TRIES: {
    id: "Terlalu banyak kode yang salah. Coba lagi satu jam lagi, atau hubungi pengirim email",
    en: "Too many wrong codes. Try again in an hour, or call whoever sent the email",
  },
  CERTIFICATE_EXPIRED: blockWords.CERTIFICATE_EXPIRED,
  CERTIFICATE_NOT_COMPETENT: blockWords.CERTIFICATE_NOT_COMPETENT,
  SECOND_PERSON_REQUIRED: blockWords.SECOND_PERSON_REQUIRED,
  MERGER_IMPOSSIBLE: {
    id: "Kedua catatan ini tidak dapat digabungkan",
    en: "These two records cannot be made one",
  },
  REASON_REQUIRED: { id: "Alasan diperlukan", en: "A reason is required" },
  SHORTLIST_INVALID: {
    id: "Pilihan lowongan harus satu sampai lima lowongan dari usulan",
    en: "The shortlist must be one to five of the proposed vacancies",
  },
  ANSWER_INCOMPLETE: {
    id: "Semua pemberi kerja pada daftar harus dijawab sekaligus",
    en: "Every employer on the shortlist must be answered in one sitting",
  },
  CONFIRMATION_INVALID: { id: "Konfirmasi tidak sah", en: "The confirmation is not valid" },
  FOLLOW_UP_NOT_DUE: {
    id: "Kabar kerja untuk hari ini belum atau tidak lagi ditanyakan",
    en: "News of this day is not, or no longer, asked for",
  },
  LINK_INVALID: { id: "Tautan tidak dikenal", en: "The link is not known" },
  LINK_EXPIRED: {
    id: "Pertanyaan ini sudah tidak terbuka. Terima kasih atas perhatian Anda",
    en: "This question is no longer open. Thank you for your attention",
  },
  LINK_USED: { id: "Tautan ini sudah dipakai untuk menjawab", en: "This link has been used to answer" },
  UNDO_TOO_LATE: {
    id: "Jawaban sudah berlaku dan tidak dapat dibatalkan",
    en: "The answer has taken effect and cannot be undone",
  },
  CONFLICT: {
    id: "Data ini sudah berubah sejak dibaca; baca lagi, lalu ulangi bila masih perlu",
    en: "This has changed since it was read; read it again, and repeat it where it is still needed",
  },
};

/** The text of a detail; unknown codes (those of the schema library) are shown as they are. */
export const detailText = (code: string): Text => details[code] ?? { id: code, en: code };
