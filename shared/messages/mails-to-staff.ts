/** The mails to officers and supervisors, but for those about interviews: what they are to do, and by when. */
import { type Concern, concerns } from "../domain/process/concern.ts";
import type { MailToStaff } from "./mail.ts";

const concernWords: Readonly<Record<Concern, string>> = {
  JOB: "pekerjaan berakhir",
  PAY: "upah tidak sesuai kesepakatan",
  SAFETY: "merasa tidak aman di tempat kerja",
};

/** What it is about, in words; a mail that was ordered before this was noted names all that it may be. */
const concernsIn = (about: readonly Concern[]): string => {
  const words = (about.length > 0 ? about : concerns).map((concern) => concernWords[concern]);
  return [words.slice(0, -1).join(", "), words.at(-1)].filter((part) => part !== "").join(about.length > 0 ? " dan " : " atau ");
};

export const mailsToStaff = {
  askByPhone: {
    inDigest: "TOO",
    id: (f) => ({
      subject: "Tugas: tanyakan kepada pemberi kerja",
      lines: [
        `${f.employer} tidak dapat dihubungi lewat email. Mohon tanyakan lewat telepon, WhatsApp atau kunjungan tentang ${f.candidate} (${f.vacancy}), lalu catat paling lambat ${f.deadline}.`,
        `Hubungi: ${f.contact}`,
      ],
    }),
  },
  tellByPhone: {
    id: (f) => ({
      subject: "Tugas: beri tahu pemberi kerja",
      lines: [
        `${f.employer} tidak dapat dihubungi lewat email. Mohon sampaikan lewat telepon, WhatsApp atau kunjungan (${f.candidate}, ${f.vacancy}):`,
        ...(f.toTell ?? []),
        `Hubungi: ${f.contact}`,
      ],
    }),
  },
  approvalEscalated: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Usulan menunggu persetujuan",
      lines: [`Usulan untuk ${f.candidate} belum disetujui dalam waktunya. Mohon diputuskan paling lambat ${f.deadline}.`],
    }),
  },
  callClient: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Tugas: hubungi klien",
      lines: [
        `${f.candidate} belum menjawab peluang kerja. Mohon dihubungi dan dicatat jawabannya paling lambat ${f.deadline}. Keluarga tidak dapat menjawab untuknya.`,
      ],
    }),
  },
  employerChose: {
    id: (f) => ({
      subject: "Pemberi kerja menerima kandidat",
      lines: [
        `${f.employer} menerima ${f.candidate} untuk ${f.vacancy}. Mohon konfirmasi setelah sudah mulai bekerja, dengan bukti.`,
      ],
    }),
  },
  confirmationNeeded: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Tugas: sudah mulai bekerja?",
      lines: [
        `Mulai kerja ${f.candidate} (${f.vacancy}) belum dikonfirmasi kedua pihak. Mohon ditindaklanjuti paling lambat ${f.deadline}.`,
      ],
    }),
  },
  startDisputed: {
    id: (f) => ({
      subject: "Tugas: mulai kerja dibantah",
      lines: [
        `${f.employer} menyatakan ${f.candidate} belum mulai bekerja (${f.vacancy}), padahal sudah Anda konfirmasi. Mohon dipastikan, lalu dicatat lagi paling lambat ${f.deadline}: sudah mulai, atau tidak jadi.`,
      ],
    }),
  },
  reviewNeeded: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Tugas: penempatan perlu keputusan",
      lines: [`Penempatan ${f.candidate} perlu keputusan Anda paling lambat ${f.deadline}.`],
    }),
  },
  reviewEscalated: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Penempatan menunggu keputusan",
      lines: [
        `Penempatan ${f.candidate} belum diputuskan dalam waktunya. Tanpa keputusan sampai ${f.deadline} penempatan ditutup.`,
      ],
    }),
  },
  askOnReportDay: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Tugas: kabar kerja pada hari lapor",
      lines: [
        `Kabar kerja ${f.day} hari dari ${f.candidate} belum ada. Mohon ditanyakan kepada yang bersangkutan sendiri pada hari lapor, paling lambat ${f.deadline}.`,
      ],
    }),
  },
  visitNeeded: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Tugas: kunjungan kabar kerja",
      lines: [
        `Kabar kerja ${f.day} hari untuk ${f.candidate} belum lengkap. Mohon tanyakan pada hari lapor atau kunjungi paling lambat ${f.deadline}.`,
      ],
    }),
  },
  visitEscalated: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Kunjungan kabar kerja belum terlaksana",
      lines: [`Kunjungan untuk ${f.candidate} (${f.day} hari) belum dicatat. Batas: ${f.deadline}.`],
    }),
  },
  newsConcern: {
    id: (f) => ({
      subject: "Perlu perhatian: kabar kerja",
      lines: [
        `Kabar kerja ${f.day} hari dari ${f.candidate}: ${concernsIn(f.about)}. Mohon ditangani tanpa melibatkan pemberi kerja lebih dulu.`,
      ],
    }),
  },
  colleagueNamed: {
    inDigest: "TOO",
    id: (f) => ({
      subject: "Pemberi kerja menyebut rekan yang mengurus",
      lines: [
        `Kontak di ${f.employer} bukan yang mengurus lowongan ${f.vacancy} (${f.candidate}). Yang disebut: ${f.colleague ?? "-"}.`,
        "Ganti kontak pemberi kerja bila orang itu yang ditanya; pertanyaan yang terbuka lalu dikirim kepadanya. Batas jawaban tetap sama sampai saat itu.",
      ],
    }),
  },
} as const satisfies Record<string, MailToStaff>;
