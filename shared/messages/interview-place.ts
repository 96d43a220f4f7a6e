/** Where an interview takes place, as mails to employers and to staff say it. */
import type { MailFacts } from "./mail.ts";

export const whereId = ({ interview: { place, askFor, number } }: MailFacts): string[] => [
  `Tempat: ${place}. Temui: ${askFor}.${number ? ` Telepon: ${number}.` : ""}`,
];
export const whereEn = ({ interview: { place, askFor, number } }: MailFacts): string[] => [
  `Place: ${place}. Ask for: ${askFor}.${number ? ` Phone: ${number}.` : ""}`,
];
