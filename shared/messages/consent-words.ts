/** What each consent is called, wherever it is named: as the text is headed that is read out. */
import type { ConsentPurpose } from "../domain/clients/consent.ts";
import { consentTexts } from "./consent-texts.ts";
import type { Text } from "./text.ts";

export const purposeWords: Readonly<Record<ConsentPurpose, Text>> = {
  PROFILING: consentTexts.PROFILING.title,
  EMPLOYER_SHARING: consentTexts.EMPLOYER_SHARING.title,
  EMPLOYER_CONTACT: consentTexts.EMPLOYER_CONTACT.title,
};
