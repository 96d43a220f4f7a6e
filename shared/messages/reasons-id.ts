/** Why somebody has to decide about a placement, and why one was closed, in Indonesian. Apart, since mails need no more. */
import type { CloseReason, ReviewReason } from "../domain/placements/reasons.ts";

export const reasonsInIndonesian = {
  NO_CERTIFICATE: "Belum ada sertifikat yang berlaku",
  NO_VACANCY: "Belum ada lowongan yang cocok",
  NOT_APPROVED: "Usulan belum disetujui",
  PROPOSALS_REJECTED: "Tidak satu pun usulan disetujui",
  CLIENT_SILENT: "Klien belum menjawab",
  CLIENT_DECLINED_ALL: "Klien tidak memilih satu pun peluang kerja",
  EMPLOYERS_EXHAUSTED: "Semua pemberi kerja sudah ditanya",
  EMPLOYERS_UNREACHED: "Ada pemberi kerja yang belum dapat dihubungi, dan yang lain sudah ditanya",
  RECALLED: "Usulan ditarik",
  WITHDRAWN: "Klien mundur",
  NO_DECISION: "Tidak ada keputusan sampai batas waktu",
  CLOSED_BY_OFFICER: "Ditutup oleh Pembimbing",
} as const satisfies Record<ReviewReason | CloseReason, string>;
