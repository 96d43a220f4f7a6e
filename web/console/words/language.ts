/** The language of the console: Indonesian unless the user has chosen English. */
import type { Language } from "../../../shared/domain/calendar/format.ts";
import type { Text } from "../../../shared/messages/text.ts";
import { preference, setPreference } from "./preferences.ts";

export const language = (): Language => (preference("language") === "en" ? "en" : "id");
export const setLanguage = (next: Language): void => {
  document.documentElement.lang = next;
  setPreference("language", next);
};
/** What comes in both languages, as this user reads it. */
export const said = (text: Text): string => text[language()];
