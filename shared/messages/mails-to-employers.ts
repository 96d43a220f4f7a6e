/**
 * The mails to employers. To an employer a person is a candidate with a short number, until the employer chooses an interview or
 * accepts; names stand on the page behind the link, never in a mail.
 */
import { whereEn, whereId } from "./interview-place.ts";
import { type Mail, type MailFacts, questionsOf } from "./mail.ts";

const assurance = {
  id: "Menjawab ini gratis. Hanya perlu satu menit, dan jawaban dapat dibatalkan dalam 10 menit.",
  en: "Answering is free. It takes a minute, and an answer can be undone within 10 minutes.",
} as const;

/** Several questions at once: who each is about, until when, and where it is answered. */
const together: Pick<Mail, "id" | "en"> = {
  id: (f) => ({
    subject: `Kandidat untuk lowongan Anda: ${questionsOf(f)
      .map(({ candidate }) => candidate)
      .join(", ")}`,
    lines: [
      `Kepada ${f.employer},`,
      `Ada ${questionsOf(f).length} kandidat yang menunggu jawaban Anda. Keahliannya dan mengapa mereka cocok dapat dilihat di bawah ini; mohon jawab satu per satu.`,
      ...questionsOf(f).flatMap((one) => [
        `Kandidat ${one.candidate} untuk ${one.vacancy}, mohon jawab paling lambat ${one.deadline}:`,
        one.link,
      ]),
      assurance.id,
    ],
  }),
  en: (f) => ({
    subject: `Candidates for your vacancies: ${questionsOf(f)
      .map(({ candidate }) => candidate)
      .join(", ")}`,
    lines: [
      `To ${f.employer},`,
      `There are ${questionsOf(f).length} candidates who await your answer. Their skills, and why they fit, are shown below; please answer one by one.`,
      ...questionsOf(f).flatMap((one) => [
        `Candidate ${one.candidate} for ${one.vacancy}, please answer by ${one.deadline}:`,
        one.link,
      ]),
      assurance.en,
    ],
  }),
};

/** A mail that may be sent together with others of its kind. */
const single = ({ id, en }: Pick<Mail, "id" | "en">) =>
  ({
    id: (f) => (f.more?.length ? together.id : id)(f),
    en: (f) => (f.more?.length ? together.en : en)(f),
  }) satisfies Mail;

/** An hour that nobody has agreed to yet is not told as if it were fixed. */
const unsettledId = (f: MailFacts): readonly string[] =>
  f.interview.byDefault ? ["Bila kandidat berhalangan pada waktu itu, kami segera mengabari Anda."] : [];
const unsettledEn = (f: MailFacts): readonly string[] =>
  f.interview.byDefault ? ["Should that time not suit the candidate, we will tell you soon."] : [];

export const mailsToEmployers = {
  candidateProposed: single({
    id: (f) => ({
      subject: `Kandidat untuk lowongan Anda: ${f.candidate}`,
      lines: [
        `Kepada ${f.employer},`,
        `Ada kandidat (${f.candidate}) yang cocok dengan lowongan ${f.vacancy}. Kami menanyakan apakah Anda bersedia mewawancarainya. Lihat keahliannya dan alasan kami mengusulkannya:`,
        f.link,
        `Mohon jawab paling lambat ${f.deadline}. Anda dapat mengundang wawancara, langsung menerima, atau menjawab belum cocok.`,
        assurance.id,
      ],
    }),
    en: (f) => ({
      subject: `Candidate for your vacancy: ${f.candidate}`,
      lines: [
        `To ${f.employer},`,
        `There is a candidate (${f.candidate}) who fits your vacancy ${f.vacancy}. We ask whether you would be willing to interview them. Their skills, and why they fit, are shown here:`,
        f.link,
        `Please answer by ${f.deadline}: interview, accept, or not a match.`,
        assurance.en,
      ],
    }),
  }),
  candidateReminder: single({
    id: (f) => ({
      subject: `Pengingat: kandidat ${f.candidate}`,
      lines: [`Kandidat ${f.candidate} menunggu jawaban Anda sampai ${f.deadline}:`, f.link, assurance.id],
    }),
    en: (f) => ({
      subject: `Reminder: candidate ${f.candidate}`,
      lines: [`Candidate ${f.candidate} awaits your answer until ${f.deadline}:`, f.link, assurance.en],
    }),
  }),
  interviewNoted: {
    id: (f) => ({
      subject: `Wawancara: kandidat ${f.candidate}`,
      lines: [
        ...(f.interview.when
          ? [
              `Terima kasih. Wawancara dengan kandidat ${f.candidate} untuk ${f.vacancy}: ${f.interview.when}.`,
              ...whereId(f),
              ...unsettledId(f),
            ]
          : ["Terima kasih. Waktu wawancara sedang kami sepakati dengan kandidat dan segera kami kabarkan."]),
        `Nama kandidat ${f.candidate} dan cara menghubunginya kini dapat dilihat di sini. Di sini Anda juga dapat memindahkan waktu dan memberi tahu hasilnya:`,
        f.link,
      ],
    }),
    en: (f) => ({
      subject: `Interview: candidate ${f.candidate}`,
      lines: [
        ...(f.interview.when
          ? [
              `Thank you. Interview with candidate ${f.candidate} for ${f.vacancy}: ${f.interview.when}.`,
              ...whereEn(f),
              ...unsettledEn(f),
            ]
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
      subject: `Lowongan sudah terisi: kandidat ${f.candidate}`,
      lines: [
        "Lowongan ini sudah terisi. Terima kasih.",
        `Jawaban Anda untuk kandidat ${f.candidate} kami terima setelah lowongan ${f.vacancy} terisi oleh kandidat lain, sehingga usulan ini kami tutup. Anda tidak perlu berbuat apa pun.`,
      ],
    }),
    en: (f) => ({
      subject: `Vacancy already filled: candidate ${f.candidate}`,
      lines: [
        "This vacancy is filled. Thank you.",
        `Your answer about candidate ${f.candidate} came after ${f.vacancy} had been filled by another candidate, so this proposal is closed. You need not do anything.`,
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
} as const satisfies Record<string, Mail>;
