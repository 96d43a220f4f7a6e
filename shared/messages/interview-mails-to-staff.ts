/** The mails to staff about interviews, some with a text that the officer may send on to the client. */
import { whereEn, whereId } from "./interview-place.ts";
import type { Mail, MailFacts } from "./mail.ts";

/** What the officer may send on: it says nothing that others may not read on a phone that is shared. */
const clientTextId = (f: MailFacts): string =>
  `Wawancara kerja: ${f.interview.when}, ${f.employer}. ${whereId(f).join(" ")} Bila berhalangan, kabari ${f.officer} lebih dulu.`;
const clientTextEn = (f: MailFacts): string =>
  `Job interview: ${f.interview.when}, ${f.employer}. ${whereEn(f).join(" ")} If you cannot come, tell ${f.officer} first.`;

export const interviewMailsToStaff = {
  interviewProposed: {
    id: (f) => ({
      subject: "Pemberi kerja mengusulkan wawancara",
      lines: [
        `${f.employer} mengusulkan waktu wawancara untuk ${f.candidate} (${f.vacancy}), tetapi semuanya sudah lewat atau jatuh pada hari lapor: ${f.interview.proposed}. Mohon disepakati waktu lain dengan klien dan pemberi kerja, lalu dicatat paling lambat ${f.deadline}.`,
        `Hubungi: ${f.contact}`,
      ],
    }),
    en: (f) => ({
      subject: "An employer proposes an interview",
      lines: [
        `${f.employer} proposes interview times for ${f.candidate} (${f.vacancy}), all of them over or on report days: ${f.interview.proposed}. Please agree another time with the client and the employer, and note it by ${f.deadline}.`,
        `Contact: ${f.contact}`,
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
    en: (f) => ({
      subject: "Interview: tell the client",
      lines: [
        `${f.employer} expects ${f.candidate} for an interview (${f.vacancy}): ${f.interview.when}.`,
        ...whereEn(f),
        ...(f.interview.byDefault ? ["The client has not agreed to this time yet: make sure of it, and note it."] : []),
        ...(f.interview.proposed.includes("; ") ? [`Proposed were: ${f.interview.proposed}.`] : []),
        `The employer's contact: ${f.contact}`,
        "Where that time does not suit the client, note another one. A text for the client:",
        clientTextEn(f),
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
    en: (f) => ({
      subject: "Remind the client: interview",
      lines: [
        `${f.candidate}'s interview at ${f.employer} (${f.vacancy}): ${f.interview.when}. A text for the client:`,
        clientTextEn(f),
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
    en: (f) => ({
      subject: "Task: an interview is called off, tell the client",
      lines: [
        `${f.candidate}'s interview at ${f.employer} (${f.vacancy}) on ${f.interview.when} does not take place: ${f.interview.because}. Please tell the client not to go. A text for the client:`,
        `The job interview on ${f.interview.when} at ${f.employer} does not take place. You need not come.${f.officer ? ` Questions? Call ${f.officer}.` : ""}`,
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
    en: (f) => ({
      subject: "Task: hear the client about an interview",
      lines: [
        `${f.employer} says that ${f.candidate} did not come to the interview on ${f.interview.when} (${f.vacancy}). Please hear the client first and record by ${f.deadline}: a reason and a new time, or none. Nothing follows from it for the client later.`,
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
    en: (f) => ({
      subject: "An interview did not take place",
      lines: [
        `${f.candidate}'s interview at ${f.employer} (${f.vacancy}) did not take place. The placement goes on; this employer may be proposed again later.`,
      ],
    }),
  },
  interviewResultNeeded: {
    inDigest: "ONLY",
    id: (f) => ({
      subject: "Tugas: hasil wawancara",
      lines: [`Hasil wawancara ${f.candidate} (${f.vacancy}) belum dicatat. Mohon ditanyakan paling lambat ${f.deadline}.`],
    }),
    en: (f) => ({
      subject: "Task: result of an interview",
      lines: [`The result of ${f.candidate}'s interview (${f.vacancy}) is not noted. Please ask by ${f.deadline}.`],
    }),
  },
} as const satisfies Record<string, Mail>;
