/** What is read out to a client before a consent. */
import type { routes } from "../../api/routes.ts";
import { consentPurposes, consentTextHashes, consentTextVersion } from "../../domain/clients/consent.ts";
import { consentTexts } from "../../messages/consent-texts.ts";
import type { StaffCommand } from "../request.ts";

export const readConsentTexts: StaffCommand<typeof routes.readConsentTexts> = async () => ({
  version: consentTextVersion,
  texts: consentPurposes.map((purpose) => {
    const { title, id, en } = consentTexts[purpose];
    return { purpose, title, id: [...id], en: [...en], sha256: consentTextHashes[purpose] };
  }),
});
