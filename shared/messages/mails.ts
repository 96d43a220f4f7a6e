/**
 * Every mail, as data. Subjects and sender say nothing about a person or an office: that somebody is a client of a Bapas is
 * itself personal data. A subject is fixed words, with the candidate's number or a day where mails must be told apart; nothing
 * that anybody typed stands in one, since a vacancy's title could say anything. To an employer a person is a candidate with a short number, until the employer chooses an interview or
 * accepts; names stand on the page behind the link, never in a mail.
 */
import type { CalledOff } from "../domain/process/called-off.ts";

/** Whom an employer may ask. */
export type Asker = {
  readonly name: string;
  readonly number: string | undefined;
  /** Whether somebody reads what is replied to a mail. */
  readonly readsReplies: boolean;
};

export type MailFacts = {
  /** The candidate's short number. */
  readonly candidate: string;
  readonly vacancy: string;
  readonly employer: string;
  /** The last day on which an answer counts, written out. */
  readonly deadline: string;
  readonly link: string;
  /** The day of a follow-up. */
  readonly day: number;
  /** The person to ask at the employer, with every number that is known: for staff, never in a mail to anybody else. */
  readonly contact: string;
  /** Who is in charge of the client. */
  readonly officer: string;
  /** In a mail to an employer: whom to ask. */
  readonly asker?: Asker | undefined;
  readonly interview: InterviewFacts;
};

/** An interview in words; empty where there is none. */
export type InterviewFacts = {
  /** Day and hour, written out. */
  readonly when: string;
  readonly place: string;
  readonly number: string;
  readonly askFor: string;
  /** The times that the employer proposed. */
  readonly proposed: string;
  /** Why it does not take place. */
  readonly because: string;
};

type Text = { readonly subject: string; readonly lines: readonly string[] };
export type Mail = {
  /**
   * It asks for what stands in the receiver's work anyway, which the next morning's digest names: ONLY there, or there TOO, where
   * the receiver has been written to often enough.
   */
  readonly inDigest?: "ONLY" | "TOO";
  readonly id: (facts: MailFacts) => Text;
  readonly en: (facts: MailFacts) => Text;
};

export type MailLanguage = "id" | "en";

const assurance = {
  id: "Menjawab ini gratis. Hanya perlu satu menit, dan jawaban dapat dibatalkan dalam 10 menit.",
  en: "Answering is free. It takes a minute, and an answer can be undone within 10 minutes.",
} as const;

const whereId = ({ interview: { place, askFor, number } }: MailFacts): string[] => [
  `Tempat: ${place}. Temui: ${askFor}.${number ? ` Telepon: ${number}.` : ""}`,
];
const whereEn = ({ interview: { place, askFor, number } }: MailFacts): string[] => [
  `Place: ${place}. Ask for: ${askFor}.${number ? ` Phone: ${number}.` : ""}`,
];

/** What the officer may send on: it says nothing that others may not read on a phone that is shared. */
const clientTextId = (f: MailFacts): string =>
  `Wawancara kerja: ${f.interview.when}, ${f.employer}. ${whereId(f).join(" ")} Bila berhalangan, kabari ${f.officer} lebih dulu.`;
const clientTextEn = (f: MailFacts): string =>
  `Job interview: ${f.interview.when}, ${f.employer}. ${whereEn(f).join(" ")} If you cannot come, tell ${f.officer} first.`;

export const mails = {
  candidateProposed: {
    id: (f) => ({
      subject: `Kandidat untuk lowongan Anda: ${f.candidate}`,
      lines: [
        `Kepada ${f.employer},`,
        `Ada kandidat (${f.candidate}) yang cocok dengan lowongan ${f.vacancy}. Kompetensi dan alasan kecocokannya dapat dilihat di sini:`,
        f.link,
        `Mohon jawab paling lambat ${f.deadline}: undang wawancara, terima, atau belum cocok.`,
        assurance.id,
      ],
    }),
    en: (f) => ({
      subject: `Candidate for your vacancy: ${f.candidate}`,
      lines: [
        `To ${f.employer},`,
        `There is a candidate (${f.candidate}) who fits your vacancy ${f.vacancy}. Competences and reasons are shown here:`,
        f.link,
        `Please answer by ${f.deadline}: interview, accept, or not a match.`,
        assurance.en,
      ],
    }),
  },
  candidateReminder: {
    id: (f) => ({
      subject: `Pengingat: kandidat ${f.candidate}`,
      lines: [`Kandidat ${f.candidate} menunggu jawaban Anda sampai ${f.deadline}:`, f.link, assurance.id],
    }),
    en: (f) => ({
      subject: `Reminder: candidate ${f.candidate}`,
      lines: [`Candidate ${f.candidate} awaits your answer until ${f.deadline}:`, f.link, assurance.en],
    }),
  },
  interviewNoted: {
    id: (f) => ({
      subject: `Wawancara: kandidat ${f.candidate}`,
      lines: [
        ...(f.interview.when
          ? [`Terima kasih. Wawancara dengan kandidat ${f.candidate} untuk ${f.vacancy}: ${f.interview.when}.`, ...whereId(f)]
          : ["Terima kasih. Waktu wawancara sedang kami sepakati dengan kandidat dan segera kami kabarkan."]),
        `Nama dan nomor telepon kandidat ${f.candidate} kini dapat dilihat di sini, dan di sini pula waktu diubah dan hasil wawancara dicatat:`,
        f.link,
      ],
    }),
    en: (f) => ({
      subject: `Interview: candidate ${f.candidate}`,
      lines: [
        ...(f.interview.when
          ? [`Thank you. Interview with candidate ${f.candidate} for ${f.vacancy}: ${f.interview.when}.`, ...whereEn(f)]
          : ["Thank you. We are agreeing the time of the interview with the candidate and will tell you soon."]),
        `Name and phone number of candidate ${f.candidate} can now be seen here, where you also move it or note the result:`,
        f.link,
      ],
    }),
  },
  interviewAgreed: {
    id: (f) => ({
      subject: `Waktu wawancara: kandidat ${f.candidate}`,
      lines: [
        `Wawancara dengan kandidat ${f.candidate} untuk ${f.vacancy}: ${f.interview.when}.`,
        ...whereId(f),
        "Rincian, perubahan waktu dan catatan hasil:",
        f.link,
      ],
    }),
    en: (f) => ({
      subject: `Interview time: candidate ${f.candidate}`,
      lines: [
        `Interview with candidate ${f.candidate} for ${f.vacancy}: ${f.interview.when}.`,
        ...whereEn(f),
        "Details, a change of the time, and where to note the result:",
        f.link,
      ],
    }),
  },
  interviewReminder: {
    id: (f) => ({
      subject: `Pengingat wawancara: kandidat ${f.candidate}`,
      lines: [`Wawancara dengan kandidat ${f.candidate} untuk ${f.vacancy}: ${f.interview.when}.`, ...whereId(f), f.link],
    }),
    en: (f) => ({
      subject: `Reminder of an interview: candidate ${f.candidate}`,
      lines: [`Interview with candidate ${f.candidate} for ${f.vacancy}: ${f.interview.when}.`, ...whereEn(f), f.link],
    }),
  },
  interviewCalledOff: {
    id: (f) => ({
      subject: `Wawancara batal: kandidat ${f.candidate}`,
      lines: [
        `Wawancara dengan kandidat ${f.candidate} untuk ${f.vacancy} pada ${f.interview.when} tidak jadi, karena ${f.interview.because}. Anda tidak perlu berbuat apa pun. Terima kasih atas perhatian Anda.`,
      ],
    }),
    en: (f) => ({
      subject: `Interview called off: candidate ${f.candidate}`,
      lines: [
        `The interview with candidate ${f.candidate} for ${f.vacancy} on ${f.interview.when} does not take place: ${f.interview.because}. You need not do anything. Thank you for your attention.`,
      ],
    }),
  },
  confirmStart: {
    id: (f) => ({
      subject: `Sudah mulai bekerja? Kandidat ${f.candidate}`,
      lines: [`Begitu kandidat ${f.candidate} mulai bekerja, mohon konfirmasi dengan satu ketukan:`, f.link, assurance.id],
    }),
    en: (f) => ({
      subject: `Has work begun? Candidate ${f.candidate}`,
      lines: [`As soon as candidate ${f.candidate} has begun to work, please confirm with one tap:`, f.link, assurance.en],
    }),
  },
  proposalWithdrawn: {
    id: (f) => ({
      subject: `Usulan kandidat ditarik: ${f.candidate}`,
      lines: [
        `Kandidat ${f.candidate} tidak lagi tersedia untuk lowongan ${f.vacancy}. Anda tidak perlu berbuat apa pun. Terima kasih atas perhatian Anda.`,
      ],
    }),
    en: (f) => ({
      subject: `Candidate no longer available: ${f.candidate}`,
      lines: [
        `Candidate ${f.candidate} is no longer available for the vacancy ${f.vacancy}. You need not do anything. Thank you for your attention.`,
      ],
    }),
  },
  answerSetAside: {
    id: (f) => ({
      subject: `Jawaban Anda untuk kandidat ${f.candidate}`,
      lines: [
        `Jawaban Anda lewat tautan untuk lowongan ${f.vacancy} tidak dipakai, karena setelah itu kami mencatat jawaban lain dari pihak Anda. Bila keliru, mohon hubungi kami.`,
      ],
    }),
    en: (f) => ({
      subject: `Your answer about candidate ${f.candidate}`,
      lines: [
        `Your answer by the link for the vacancy ${f.vacancy} is not used, since another answer from your side was recorded after it. If that is wrong, please tell us.`,
      ],
    }),
  },
  seatTaken: {
    id: (f) => ({
      subject: `Kuota sudah terisi: kandidat ${f.candidate}`,
      lines: [
        `Terima kasih atas jawaban Anda untuk kandidat ${f.candidate}. Kuota lowongan ${f.vacancy} ternyata sudah terisi oleh kandidat lain, sehingga usulan ini kami tutup.`,
      ],
    }),
    en: (f) => ({
      subject: `Seats already filled: candidate ${f.candidate}`,
      lines: [
        `Thank you for your answer about candidate ${f.candidate}. The seats of ${f.vacancy} have meanwhile been filled by another candidate, so this proposal is closed.`,
      ],
    }),
  },
  followUpAsked: {
    id: (f) => ({
      subject: `Kabar kerja setelah ${f.day} hari`,
      lines: [`Bagaimana kabar pekerja Anda pada posisi ${f.vacancy}? Cukup satu ketukan:`, f.link],
    }),
    en: (f) => ({
      subject: `News after ${f.day} days`,
      lines: [`How is your worker in the position ${f.vacancy}? One tap is enough:`, f.link],
    }),
  },
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
        `${f.employer} cannot be reached by mail. Please ask by phone, WhatsApp or visit about ${f.candidate} (${f.vacancy}) and record the answer by ${f.deadline}.`,
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
  interviewProposed: {
    id: (f) => ({
      subject: "Pemberi kerja mengusulkan wawancara",
      lines: [
        `${f.employer} mengusulkan waktu wawancara untuk ${f.candidate} (${f.vacancy}), tetapi semuanya jatuh pada hari lapor: ${f.interview.proposed}. Mohon disepakati waktu lain dengan klien dan dicatat paling lambat ${f.deadline}.`,
      ],
    }),
    en: (f) => ({
      subject: "An employer proposes an interview",
      lines: [
        `${f.employer} proposes interview times for ${f.candidate} (${f.vacancy}), all of them on report days: ${f.interview.proposed}. Please agree another time with the client and note it by ${f.deadline}.`,
      ],
    }),
  },
  interviewArranged: {
    id: (f) => ({
      subject: "Wawancara: beri tahu klien",
      lines: [
        `${f.employer} menunggu ${f.candidate} untuk wawancara (${f.vacancy}): ${f.interview.when}.`,
        ...whereId(f),
        "Bila waktu ini tidak cocok bagi klien, catat waktu lain. Teks untuk klien:",
        clientTextId(f),
      ],
    }),
    en: (f) => ({
      subject: "Interview: tell the client",
      lines: [
        `${f.employer} expects ${f.candidate} for an interview (${f.vacancy}): ${f.interview.when}.`,
        ...whereEn(f),
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
        `Kabar kerja ${f.day} hari dari ${f.candidate} menyebut pekerjaan berakhir, upah atau keamanan. Mohon ditangani tanpa melibatkan pemberi kerja lebih dulu.`,
      ],
    }),
    en: (f) => ({
      subject: "Needs attention: news from work",
      lines: [
        `The news after ${f.day} days from ${f.candidate} names work that ended, pay or safety. Please look into it without involving the employer first.`,
      ],
    }),
  },
} as const satisfies Record<string, Mail>;

export type MailName = keyof typeof mails;

/** The mails that bring the interview into the receiver's calendar. */
export const calendarMails: readonly MailName[] = ["interviewNoted", "interviewAgreed"];

/** Why an interview does not take place, neutrally and truly. */
export const causeWords = {
  CLIENT_UNAVAILABLE: { id: "kandidat tidak lagi tersedia", en: "the candidate is no longer available" },
  VACANCY_CLOSED: { id: "lowongannya sudah ditutup", en: "the vacancy has been closed" },
  AGREEMENT_ENDED: { id: "perjanjian kerja samanya sudah berakhir", en: "the agreement has ended" },
  SEAT_TAKEN: { id: "kuotanya sudah terisi", en: "the seats have been filled" },
  EMPLOYER_DECIDED: { id: "pemberi kerja sudah memutuskan tanpa wawancara", en: "the employer has decided without it" },
} as const satisfies Record<CalledOff["cause"], Readonly<Record<MailLanguage, string>>>;

type MailTable = typeof mails;

declare module "../domain/registers.ts" {
  /** Rules name mails by the keys of this table: a name that is not here does not compile. */
  interface MessageRegister extends MailTable {}
}

/** Whether the morning's digest names what a mail would. */
export function inDigest(name: MailName): Mail["inDigest"] {
  const mail: Mail = mails[name];
  return mail.inDigest;
}

export const isMailName = (name: string): name is MailName => Object.hasOwn(mails, name);

/** A mail written out: neutral subject, plain text, and the same as simple HTML with the link as a button. */
export function renderMail(
  name: MailName,
  facts: MailFacts,
  language: MailLanguage = "id",
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { subject, lines } = mails[name][language](facts);
  const signed = [...lines, ...(facts.asker ? [askerLine[language](facts.asker)] : []), "Titian Kerja"];
  return { subject, text: signed.join("\n\n"), html: page(subject, signed, facts.link, language) };
}

/** Who can be asked, and how: a reply that nobody reads must not be waited for. */
const askerLine: Readonly<Record<MailLanguage, (asker: Asker) => string>> = {
  id: ({ name, number, readsReplies }) =>
    [
      name === "" ? "" : `Pendamping kandidat: ${name}${number ? `, ${number}` : ""}.`,
      readsReplies ? "Balasan email ini kami baca." : `Balasan email ini tidak terbaca${number ? "; silakan telepon" : ""}.`,
    ]
      .filter((part) => part !== "")
      .join(" "),
  en: ({ name, number, readsReplies }) =>
    [
      name === "" ? "" : `Who accompanies the candidate: ${name}${number ? `, ${number}` : ""}.`,
      readsReplies ? "We read replies to this mail." : `Replies to this mail are not read${number ? "; please call" : ""}.`,
    ]
      .filter((part) => part !== "")
      .join(" "),
};

function page(subject: string, lines: readonly string[], link: string, language: MailLanguage): string {
  const label = language === "id" ? "Lihat dan jawab" : "See and answer";
  const paragraphs = lines.map((line) =>
    link !== "" && line === link
      ? `<p><a href="${escapeHtml(link)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0b5c55;color:#fff;text-decoration:none">${label}</a></p>`
      : `<p>${escapeHtml(line)}</p>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(subject)}</title></head><body style="font-family:system-ui,sans-serif;line-height:1.5;max-width:34rem;margin:1rem auto;padding:0 1rem">${paragraphs.join("")}</body></html>`;
}

/** Text made safe for HTML content and attributes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
