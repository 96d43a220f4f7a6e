/** The mails to officers and supervisors, but for those about interviews: what they are to do, and by when. */
import { type Concern, concerns } from "../domain/process/concern.ts";
import type { Mail, MailLanguage } from "./mail.ts";

const concernWords: Readonly<Record<Concern, Readonly<Record<MailLanguage, string>>>> = {
  JOB: { id: "pekerjaan berakhir", en: "the work has ended" },
  PAY: { id: "upah tidak sesuai kesepakatan", en: "the pay is not as agreed" },
  SAFETY: { id: "merasa tidak aman di tempat kerja", en: "work does not feel safe" },
};

/** What it is about, in words; a mail that was ordered before this was noted names all that it may be. */
const concernsIn = (language: MailLanguage, about: readonly Concern[]): string => {
  const words = (about.length > 0 ? about : concerns).map((concern) => concernWords[concern][language]);
  const [and, or] = language === "id" ? ["dan", "atau"] : ["and", "or"];
  return [words.slice(0, -1).join(", "), words.at(-1)].filter((part) => part !== "").join(` ${about.length > 0 ? and : or} `);
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
    en: (f) => ({
      subject: "Task: ask an employer",
      lines: [
        `${f.employer} cannot be reached by email. Please ask by phone, WhatsApp or visit about ${f.candidate} (${f.vacancy}) and record the answer by ${f.deadline}.`,
        `Contact: ${f.contact}`,
      ],
    }),
  },
  approvalEscalated: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Usulan menunggu persetujuan",
      lines: [`Usulan untuk ${f.candidate} belum disetujui dalam waktunya. Mohon diputuskan paling lambat ${f.deadline}.`],
    }),
    en: (f) => ({
      subject: "Proposals await approval",
      lines: [`The proposals for ${f.candidate} were not approved in time. Please decide by ${f.deadline}.`],
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
    en: (f) => ({
      subject: "Task: call the client",
      lines: [
        `${f.candidate} has not answered yet. Please call and record the answer by ${f.deadline}. The family cannot answer in their place.`,
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
    en: (f) => ({
      subject: "An employer has accepted",
      lines: [`${f.employer} accepted ${f.candidate} for ${f.vacancy}. Please confirm once work has begun, with evidence.`],
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
    en: (f) => ({
      subject: "Task: has work begun?",
      lines: [`The start of ${f.candidate} (${f.vacancy}) is not confirmed by both sides. Please follow up by ${f.deadline}.`],
    }),
  },
  startDisputed: {
    id: (f) => ({
      subject: "Tugas: mulai kerja dibantah",
      lines: [
        `${f.employer} menyatakan ${f.candidate} belum mulai bekerja (${f.vacancy}), padahal sudah Anda konfirmasi. Mohon dipastikan, lalu dicatat lagi paling lambat ${f.deadline}: sudah mulai, atau tidak jadi.`,
      ],
    }),
    en: (f) => ({
      subject: "Task: a start is denied",
      lines: [
        `${f.employer} says that ${f.candidate} has not begun to work (${f.vacancy}), though you confirmed it. Please make sure and record it again by ${f.deadline}: begun, or not.`,
      ],
    }),
  },
  reviewNeeded: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Tugas: penempatan perlu keputusan",
      lines: [`Penempatan ${f.candidate} perlu keputusan Anda paling lambat ${f.deadline}.`],
    }),
    en: (f) => ({
      subject: "Task: a placement needs your decision",
      lines: [`The placement of ${f.candidate} needs your decision by ${f.deadline}.`],
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
    en: (f) => ({
      subject: "A placement awaits a decision",
      lines: [`The placement of ${f.candidate} was not decided in time. Without a decision by ${f.deadline} it is closed.`],
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
    en: (f) => ({
      subject: "Task: news on the report day",
      lines: [
        `There is no news after ${f.day} days from ${f.candidate} yet. Please ask them in person and alone on the report day, by ${f.deadline}.`,
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
    en: (f) => ({
      subject: "Task: a visit",
      lines: [
        `The news after ${f.day} days about ${f.candidate} is not complete. Please ask on the report day or visit by ${f.deadline}.`,
      ],
    }),
  },
  visitEscalated: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Kunjungan kabar kerja belum terlaksana",
      lines: [`Kunjungan untuk ${f.candidate} (${f.day} hari) belum dicatat. Batas: ${f.deadline}.`],
    }),
    en: (f) => ({
      subject: "A visit has not taken place",
      lines: [`The visit for ${f.candidate} (${f.day} days) is not recorded. Deadline: ${f.deadline}.`],
    }),
  },
  newsConcern: {
    id: (f) => ({
      subject: "Perlu perhatian: kabar kerja",
      lines: [
        `Kabar kerja ${f.day} hari dari ${f.candidate}: ${concernsIn("id", f.about)}. Mohon ditangani tanpa melibatkan pemberi kerja lebih dulu.`,
      ],
    }),
    en: (f) => ({
      subject: "Needs attention: news from work",
      lines: [
        `The news after ${f.day} days from ${f.candidate}: ${concernsIn("en", f.about)}. Please look into it without involving the employer first.`,
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
    en: (f) => ({
      subject: "An employer names the colleague in charge",
      lines: [
        `The contact at ${f.employer} is not in charge of the vacancy ${f.vacancy} (${f.candidate}). Named was: ${f.colleague ?? "-"}.`,
        "Change the employer's contact if that person is to be asked; the open question then goes to them. Until then the deadline stays as it is.",
      ],
    }),
  },
} as const satisfies Record<string, Mail>;
