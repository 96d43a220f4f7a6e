/** The four questions a link may ask, as data: their words and what each choice sends. */
import type * as z from "zod";
import type { SourceForEmployers } from "../../shared/domain/matching/employer-view.ts";
import type {
  confirmationChoice,
  employerChoice,
  followUpChoice,
  interviewAnswer,
} from "../../shared/domain/placements/link-choices.ts";
import type { declineReasons } from "../../shared/domain/placements/shortlist.ts";
import type { LinkAction } from "../../shared/domain/process/effect.ts";
import type { LinkView } from "./view.ts";

/** What is sent as `choice`, in the shapes that the server parses. */
export type LinkChoice =
  | z.input<typeof employerChoice>
  | z.input<typeof interviewAnswer>
  | z.input<typeof confirmationChoice>
  | z.input<typeof followUpChoice>;

export type DeclineReason = (typeof declineReasons)[number];

/** Where an interview is, and whom to ask for; what was left empty is absent. */
export type Where = { readonly place?: string; readonly askFor?: string };

/** What a choice needs besides itself. */
export type Option = {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  /** What follows once the answer has taken effect; shown before it is sent. */
  readonly next: string;
  /** Whether it can be chosen; absent: always. */
  readonly when?: (view: LinkView, now: number) => boolean;
} & (
  | { readonly asks?: undefined; readonly choice: LinkChoice }
  | { readonly asks: "times"; readonly choice: (times: string[], where: Where) => LinkChoice }
  | { readonly asks: "newTime"; readonly choice: (time: string) => LinkChoice }
  | { readonly asks: "reason"; readonly choice: (reason: DeclineReason) => LinkChoice }
  | { readonly asks: "startedOn" | "lastDay"; readonly choice: (date: string) => LinkChoice }
);

export type Question = {
  readonly path: "/link/answer" | "/link/confirmation";
  readonly heading: (view: LinkView) => string;
  readonly lead: (view: LinkView) => string;
  readonly legend: string;
  readonly options: readonly Option[];
  readonly assurances: readonly string[];
};

const person = (view: LinkView): string => view.identity?.name ?? `kandidat ${view.candidate}`;

/** Nobody has missed an interview that is still to come. */
const isOver = ({ interview }: LinkView, now: number): boolean => interview?.at === undefined || Date.parse(interview.at) <= now;

const endsHere = "Proses kandidat ini untuk lowongan Anda selesai. Anda tidak perlu melakukan hal lain.";
const noCost = "Menjawab ini gratis.";
const usedFor = "Jawaban Anda dicatat beserta waktunya dan hanya dipakai untuk proses lowongan ini.";
const keepPrivate = "Gunakan data kandidat hanya untuk proses ini dan jangan meneruskan tautan ini kepada orang lain.";

export const questions: Readonly<Record<LinkAction, Question>> = {
  ANSWER: {
    path: "/link/answer",
    heading: (view) => `Kandidat untuk lowongan ${view.vacancy}`,
    lead: (view) =>
      `${view.asker} mengusulkan seorang kandidat kepada ${view.employer} dan menanyakan apakah Anda bersedia mewawancarainya.`,
    legend: "Apa jawaban Anda?",
    options: [
      {
        id: "INTERVIEW",
        label: "Undang wawancara",
        hint: "Usulkan satu sampai tiga waktu.",
        next: "Nama dan nomor telepon kandidat dapat dilihat lewat tautan baru. Waktu pertama yang cocok bagi kandidat kami kabarkan lewat email.",
        asks: "times",
        choice: (times, where) => ({ choice: "INTERVIEW", times, ...where }),
      },
      {
        id: "ACCEPT",
        label: "Terima langsung",
        hint: "Kandidat diterima tanpa wawancara.",
        next: "Satu tempat pada lowongan ini dipakai untuk kandidat. Tautan berikutnya menampilkan nama dan nomor teleponnya serta menanyakan apakah ia sudah mulai bekerja.",
        choice: { choice: "ACCEPT" },
      },
      {
        id: "DECLINE",
        label: "Belum cocok",
        hint: "Cukup pilih satu alasan singkat.",
        next: endsHere,
        asks: "reason",
        choice: (reason) => ({ choice: "DECLINE", reason }),
      },
    ],
    assurances: [
      noCost,
      "Anda bebas memilih “Belum cocok”. Selain satu alasan singkat, tidak ada penjelasan yang diminta.",
      "Nama dan nomor telepon kandidat baru ditampilkan setelah Anda mengundang wawancara atau menerimanya.",
      usedFor,
      keepPrivate,
    ],
  },
  INTERVIEW_RESULT: {
    path: "/link/answer",
    heading: () => "Bagaimana hasil wawancaranya?",
    lead: (view) => `${view.asker} menanyakan hasil wawancara untuk lowongan ${view.vacancy} di ${view.employer}.`,
    legend: "Apa hasilnya?",
    options: [
      {
        id: "OFFER",
        label: "Diterima",
        hint: "Kami menawarkan pekerjaan kepada kandidat.",
        next: "Satu tempat pada lowongan ini dipakai untuk kandidat. Tautan berikutnya menampilkan nama dan nomor teleponnya serta menanyakan apakah ia sudah mulai bekerja.",
        choice: { result: "OFFER" },
      },
      { id: "NO", label: "Belum cocok", hint: "Tidak perlu menyebut alasan.", next: endsHere, choice: { result: "NO" } },
      {
        id: "CLIENT_ABSENT",
        label: "Kandidat tidak hadir",
        hint: "Wawancara tidak terlaksana.",
        next: "Kami tanyakan dulu kepada kandidat. Bila ada alasan yang baik, kami kabarkan waktu baru.",
        when: isOver,
        choice: { result: "CLIENT_ABSENT" },
      },
      {
        id: "EMPLOYER_ABSENT",
        label: "Kami berhalangan hadir",
        hint: "Wawancara tidak terlaksana dan tidak dijadwalkan lagi.",
        next: endsHere,
        when: isOver,
        choice: { result: "EMPLOYER_ABSENT" },
      },
      {
        id: "MOVE",
        label: "Pindahkan wawancara",
        hint: "Satu kali, ke waktu lain dalam 14 hari ke depan.",
        next: "Waktu barunya kami kabarkan kepada kandidat dan lewat email kepada Anda.",
        when: ({ interview }) => interview?.mayMove === true,
        asks: "newTime",
        choice: (moveTo) => ({ moveTo }),
      },
    ],
    assurances: [noCost, "Anda tidak perlu menjelaskan keputusan Anda.", usedFor, keepPrivate],
  },
  CONFIRMATION: {
    path: "/link/confirmation",
    heading: () => "Sudah mulai bekerja?",
    lead: (view) =>
      `${view.asker} menanyakan apakah ${person(view)} sudah mulai bekerja di ${view.employer} sebagai ${view.vacancy}.`,
    legend: "Apa jawaban Anda?",
    options: [
      {
        id: "STARTED",
        label: "Sudah mulai bekerja",
        hint: "Isi tanggal hari kerja pertamanya.",
        next: "Terima kasih. Beberapa waktu lagi kami akan menanyakan kabar kerja dengan cara yang sama singkatnya.",
        asks: "startedOn",
        choice: (startedOn) => ({ started: true, startedOn }),
      },
      {
        id: "NOT_STARTED",
        label: "Tidak jadi mulai bekerja",
        hint: "Masih akan mulai? Biarkan dulu, lalu jawab setelah hari pertamanya.",
        next: "Tempat pada lowongan ini terbuka kembali dan proses kandidat ini di tempat Anda selesai.",
        choice: { started: false },
      },
    ],
    assurances: [noCost, usedFor, keepPrivate],
  },
  FOLLOW_UP: {
    path: "/link/answer",
    heading: (view) => `Kabar kerja${view.day === undefined ? "" : ` setelah ${view.day} hari`}`,
    lead: (view) =>
      `${view.asker} menanyakan apakah ${view.identity?.name ?? `pekerja Anda (${view.candidate})`} masih bekerja di ${view.employer} sebagai ${view.vacancy}.`,
    legend: "Apakah masih bekerja?",
    options: [
      {
        id: "STILL_THERE",
        label: "Ya, masih bekerja",
        hint: "Pekerjaan berjalan seperti biasa.",
        next: "Terima kasih. Anda tidak perlu melakukan hal lain.",
        choice: { stillThere: true },
      },
      {
        id: "LEFT",
        label: "Tidak lagi bekerja",
        hint: "Pekerjaan sudah berakhir. Tidak perlu menyebut alasan.",
        next: "Kabar ini kami catat. Anda tidak perlu melakukan hal lain.",
        asks: "lastDay",
        choice: (lastDay) => ({ stillThere: false, ...(lastDay === "" ? {} : { lastDay }) }),
      },
    ],
    assurances: [noCost, "Yang dicatat hanya ya atau tidak, beserta waktunya.", keepPrivate],
  },
};

export const declineTexts: Readonly<Record<DeclineReason, string>> = {
  POSITION_FILLED: "Posisi sudah terisi",
  SKILLS_DO_NOT_FIT: "Keahlian belum sesuai kebutuhan",
  SCHEDULE_DOES_NOT_FIT: "Jadwal kerja tidak sesuai",
  DISTANCE: "Jarak ke tempat kerja terlalu jauh",
  VACANCY_ON_HOLD: "Lowongan sedang ditunda",
  OTHER: "Alasan lain",
};

const isDeclineReason = (value: string): value is DeclineReason => Object.keys(declineTexts).includes(value);

/** The reason of a chosen radio button. */
export const declineReasonOf = (value: string | undefined): DeclineReason | undefined =>
  value !== undefined && isDeclineReason(value) ? value : undefined;

const reasonTexts: Readonly<Record<SourceForEmployers, string>> = {
  CERTIFICATE: "Punya sertifikat keahlian",
  SKILLS: "Keahliannya sesuai dengan yang dicari",
  INTEREST: "Berminat pada bidang pekerjaan ini",
  DISTANCE: "Tempat tinggalnya dekat dengan tempat kerja",
  EXPERIENCE: "Pengalaman kerjanya lebih dari yang diminta",
  AGREEMENT: "Ada kerja sama yang berlaku dengan Anda",
};

const isKnownSource = (source: string): source is SourceForEmployers => Object.keys(reasonTexts).includes(source);

/** Why the candidate fits, in words, what weighs most first; a source that the page does not know is left out. */
export const reasonsOf = (view: LinkView): readonly string[] =>
  [...view.reasons]
    .sort((one, other) => other.points - one.points)
    .flatMap(({ source }) => (isKnownSource(source) ? [reasonTexts[source]] : []));
