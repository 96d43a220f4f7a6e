/** What the pictures say, but for the names of the steps: `status-words.ts`. */
import type { Text } from "./text.ts";

/** How a step of a placement stands. */
export const standWords = {
  done: { id: "selesai", en: "done" },
  now: { id: "sekarang", en: "now" },
  ahead: { id: "belum", en: "not yet" },
  /** Not waited for, as it was there from the beginning: the certificate. */
  there: { id: "ada", en: "there" },
  /** Gone past without having been waited for: it goes on without a certificate, or the employer took the client uninterviewed. */
  skipped: { id: "dilewati", en: "passed over" },
  /** The placement left the path here. */
  left: { id: "terhenti", en: "halted" },
  unreached: { id: "tidak sampai", en: "not reached" },
  /** Of what stands beside the path. */
  been: { id: "pernah", en: "earlier" },
  /** In the table alone: a picture leaves its word out. */
  never: { id: "–", en: "–" },
} as const satisfies Record<string, Text>;

export const pictureWords = {
  asTable: { id: "Sebagai tabel", en: "As a table" },
  path: { id: "Jalannya penempatan", en: "The way of the placement" },
  map: { id: "Peta proses penempatan", en: "Map of the placement process" },
  /** The last step of the path: the start is confirmed, and the client is placed. */
  begins: { id: "Mulai bekerja", en: "Work begins" },
  step: { id: "Langkah", en: "Step" },
  stand: { id: "Keadaan", en: "How it stands" },
  next: { id: "Dapat berlanjut ke", en: "Can go on to" },
  onceMore: { id: "sekali lagi", en: "once more" },
  mapInWords: {
    id: "Dari sertifikat sampai ditempatkan; setiap langkah dapat beralih ke keputusan Pembimbing atau ditutup",
    en: "From the certificate to being placed; a step can turn to the officer's decision, or be closed",
  },
  stage: { id: "Tahap", en: "Stage" },
  people: { id: "Orang", en: "People" },
  ofPrevious: { id: "Dari tahap sebelumnya", en: "Of the stage before" },
  ofFirst: { id: "Dari tahap pertama", en: "Of the first stage" },
  withheld: { id: "tidak ditampilkan", en: "not shown" },
  days: { id: "hari", en: "days" },
  median: { id: "Median", en: "Median" },
  p90: { id: "9 dari 10 dalam", en: "9 in 10 within" },
  p90SameDay: { id: "9 dari 10 pada hari yang sama", en: "9 in 10 on the same day" },
  tooFew: { id: "terlalu sedikit untuk dihitung", en: "too few to be counted" },
  cases: { id: "Banyaknya", en: "Cases" },
  target: { id: "Janji", en: "Promise" },
  promised: { id: "Dijanjikan", en: "Promised" },
  delivered: { id: "Terpenuhi", en: "Delivered" },
  of: { id: "dari", en: "of" },
  reached: { id: "tercapai", en: "reached" },
  short: { id: "kurang", en: "short by" },
  nothingPromised: { id: "tanpa janji", en: "nothing promised" },
  nothing: { id: "Belum ada angka", en: "No figures yet" },
} as const satisfies Record<string, Text>;
