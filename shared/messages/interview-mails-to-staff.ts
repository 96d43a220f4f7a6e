/** The mails to staff about interviews, some with a text that the officer may send on to the client. */
import { whereId } from "./interview-place.ts";
import type { MailFacts, MailToStaff } from "./mail.ts";

/** What the officer may send on: it says nothing that others may not read on a phone that is shared. */
const clientTextId = (f: MailFacts): string =>
  `Wawancara kerja: ${f.interview.when}, ${f.employer}. ${whereId(f).join(" ")} Bila berhalangan, kabari ${f.officer} lebih dulu.`;

export const interviewMailsToStaff = {
  interviewProposed: {
    id: (f) => ({
      subject: "Pemberi kerja mengusulkan wawancara",
      lines: [
        `${f.employer} mengusulkan waktu wawancara untuk ${f.candidate} (${f.vacancy}), tetapi semuanya sudah lewat atau jatuh pada hari lapor: ${f.interview.proposed}. Mohon disepakati waktu lain dengan klien dan pemberi kerja, lalu dicatat paling lambat ${f.deadline}.`,
        `Hubungi: ${f.contact}`,
      ],
    }),
  },
  interviewArranged: {
    id: (f) => ({
      subject: "Wawancara: beri tahu klien",
      lines: [
        `${f.employer} menunggu ${f.candidate} untuk wawancara (${f.vacancy}): ${f.interview.when}.`,
        ...whereId(f),
        ...(f.interview.byDefault ? ["Klien belum menyepakati waktu ini: pastikan dengan klien, lalu catat."] : []),
        ...(f.interview.proposed.includes("; ") ? [`Yang diusulkan: ${f.interview.proposed}.`] : []),
        `Kontak pemberi kerja: ${f.contact}`,
        "Bila waktu ini tidak cocok bagi klien, catat waktu lain. Teks untuk klien:",
        clientTextId(f),
      ],
    }),
  },
  remindClientOfInterview: {
    id: (f) => ({
      subject: "Ingatkan klien: wawancara",
      lines: [
        `Wawancara ${f.candidate} di ${f.employer} (${f.vacancy}): ${f.interview.when}. Teks untuk klien:`,
        clientTextId(f),
      ],
    }),
  },
  tellClientNotToGo: {
    id: (f) => ({
      subject: "Tugas: wawancara batal, beri tahu klien",
      lines: [
        `Wawancara ${f.candidate} di ${f.employer} (${f.vacancy}) pada ${f.interview.when} tidak jadi, karena ${f.interview.because}. Mohon beri tahu klien agar tidak datang. Teks untuk klien:`,
        `Wawancara kerja pada ${f.interview.when} di ${f.employer} tidak jadi. Anda tidak perlu datang.${f.officer ? ` Ada pertanyaan? Hubungi ${f.officer}.` : ""}`,
      ],
    }),
  },
  clientMissedInterview: {
    id: (f) => ({
      subject: "Tugas: dengarkan klien tentang wawancara",
      lines: [
        `${f.employer} mengabarkan bahwa ${f.candidate} tidak hadir pada wawancara ${f.interview.when} (${f.vacancy}). Mohon dengarkan klien lebih dulu dan catat paling lambat ${f.deadline}: ada alasan dan waktu baru, atau tidak. Hal ini tidak berakibat apa pun bagi klien di kemudian hari.`,
      ],
    }),
  },
  interviewMissed: {
    id: (f) => ({
      subject: "Wawancara tidak terlaksana",
      lines: [
        `Wawancara ${f.candidate} di ${f.employer} (${f.vacancy}) tidak terlaksana. Penempatan berlanjut; pemberi kerja ini boleh diusulkan lagi kemudian.`,
      ],
    }),
  },
  interviewResultNeeded: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Tugas: hasil wawancara",
      lines: [`Hasil wawancara ${f.candidate} (${f.vacancy}) belum dicatat. Mohon ditanyakan paling lambat ${f.deadline}.`],
    }),
  },
} as const satisfies Record<string, MailToStaff>;
