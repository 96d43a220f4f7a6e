/** What each consent is called, wherever it is named; the text that is read out is headed so. */
import type { ConsentPurpose } from "../domain/clients/consent.ts";
import type { Text } from "./text.ts";

export const purposeWords: Readonly<Record<ConsentPurpose, Text>> = {
  PROFILING: { id: "Izin mencarikan lowongan", en: "Consent to be matched" },
  EMPLOYER_SHARING: { id: "Izin berbagi data dengan satu pemberi kerja", en: "Consent to be named to one employer" },
  EMPLOYER_CONTACT: { id: "Izin menanyakan kabar kerja", en: "Consent that the employer is asked how work goes" },
};
