/** What each consent is about, in a few words. */
import type { ConsentPurpose } from "../domain/clients/consent.ts";
import type { Text } from "./text.ts";

export const purposeWords: Readonly<Record<ConsentPurpose, Text>> = {
  PROFILING: { id: "Data dipakai untuk mencarikan lowongan yang cocok", en: "Data is used to look for a vacancy that fits" },
  EMPLOYER_SHARING: {
    id: "Nama dan keahlian dibagikan kepada pemberi kerja ini",
    en: "Name and skills are shared with this employer",
  },
  EMPLOYER_CONTACT: { id: "Pemberi kerja boleh ditanyai kabar kerja", en: "An employer may be asked how work goes" },
};
