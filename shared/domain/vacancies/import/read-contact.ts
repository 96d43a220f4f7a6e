import { emailSchema } from "../../identifiers/email.ts";
import { phoneSchema } from "../../identifiers/phone.ts";
import { readLandline } from "../../identifiers/phone-text.ts";
import type { KarirhubItem } from "./karirhub-item.ts";
import type { VacancyDraft } from "./vacancy-draft.ts";

/**
 * How the employer is reached. Sites write several numbers in one field (`0812 3456 7890 / 021-5550101`): the first of each kind
 * counts. What is neither an address nor a number stays out.
 */
export function readContact(item: KarirhubItem): VacancyDraft["contact"] {
  const { email, phone: numbers = "" } = item.employer?.employerable ?? {};
  const address = emailSchema.safeParse(email);
  const parts = [numbers, ...numbers.split(/[/;,]|\batau\b|\bdan\b/i)];
  const phone = parts.map((part) => phoneSchema.safeParse(part).data).find((found) => found !== undefined);
  const landline = parts.map(readLandline).find((found) => found !== undefined);
  return {
    ...(address.success && { email: address.data }),
    ...(phone !== undefined && { phone }),
    ...(landline && { landline }),
  };
}
