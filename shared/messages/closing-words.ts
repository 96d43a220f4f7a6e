/** Why the officer closed a placement after a review. */
import type { ClosingReason } from "../domain/placements/reasons.ts";
import type { Text } from "./text.ts";

export const closingWords = {
  FOUND_WORK: { id: "Klien mendapat pekerjaan sendiri", en: "The client found work without it" },
  NOT_REACHED: { id: "Klien tidak dapat dihubungi", en: "The client cannot be reached" },
  NOT_READY: { id: "Klien belum siap bekerja", en: "The client is not ready to work yet" },
  MOVED_AWAY: { id: "Klien pindah", en: "The client has moved away" },
  NO_FITTING_WORK: { id: "Tidak ada pekerjaan yang cocok", en: "No work fits" },
  TRAINING_FIRST: { id: "Klien ikut pelatihan lebih dulu", en: "The client trains first" },
  BY_MISTAKE: { id: "Dimulai karena keliru", en: "It was begun by mistake" },
  OTHER: { id: "Sebab lain", en: "Another reason" },
} as const satisfies Record<ClosingReason, Text>;
