/** The person to ask at an employer, and the ways to reach that person. */

import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { emailSchema } from "../identifiers/email.ts";
import * as ids from "../identifiers/ids.ts";
import { anyPhoneSchema, landline, landlineSchema } from "../identifiers/landline.ts";
import { personNameSchema } from "../identifiers/person-name.ts";
import { phoneSchema } from "../identifiers/phone.ts";
import { formatLandline, formatPhone, type Landline } from "../identifiers/phone-text.ts";
import { given, kept, keptShape, takenShape } from "../record/fields.ts";

/** Why nothing reaches an address any more: refused by the mail service, sent back for good, or complained about as unwanted. */
export const deadReasons = ["REJECTED", "BOUNCED", "COMPLAINED"] as const;
export type DeadReason = (typeof deadReasons)[number];

/** Why a contact has to be called: there is no address, or the one there is leads nowhere. */
export const callReasons = ["NO_MAIL", ...deadReasons] as const;
export type CallReason = (typeof callReasons)[number];

const extension = z.string().regex(/^\d{1,6}$/, "landline.format");

/** Somebody else at the employer's, named by a contact at a moment. */
export const colleague = z.object({
  name: z.string(),
  email: z.string().optional(),
  phone: z.string().optional(),
  at: instantSchema,
});

export type Colleague = z.infer<typeof colleague>;

export const contactFields = {
  id: kept(ids.contactId),
  name: given(z.string().min(1).max(100), personNameSchema),
  /** Absent: the officer asks by phone. */
  email: given(z.email().optional(), emailSchema.optional()),
  /** A mobile number; a fixed line that is given here is kept as `landline`. */
  phone: given(z.string().optional(), anyPhoneSchema.optional()),
  landline: given(landline.optional(), z.strictObject({ number: landlineSchema, extension: extension.optional() }).optional()),
  whatsapp: given(z.string().optional(), phoneSchema.optional()),
  /** The ways that have turned out to lead nowhere; a new address is a new way. */
  dead: kept(z.object({ email: z.object({ at: instantSchema, why: z.enum(deadReasons) }).optional() }).optional()),
  /** Whom this contact has named in their own place; the officer decides whether the question goes there. */
  colleague: kept(colleague.optional()),
  /** The ways that took long the last time: what was sent may have come late, or not yet. */
  late: kept(z.object({ email: z.object({ at: instantSchema }).optional() }).optional()),
};

export const contact = z.object(keptShape(contactFields));
export const contactInput = z.strictObject(takenShape(contactFields));

export type Contact = z.infer<typeof contact>;
export type ContactInput = z.infer<typeof contactInput>;

/** A contact as it is kept: every number under the kind that it is of. */
export function contactOf({ phone, landline: given, ...input }: ContactInput, id: string): Contact {
  const fixed = given ?? (phone !== undefined && !phone.startsWith("+628") ? { number: phone } : undefined);
  return contact.parse({
    ...input,
    id,
    phone: phone?.startsWith("+628") ? phone : undefined,
    landline: fixed && splitExtension(fixed),
  });
}

function splitExtension({ number, extension }: Landline): Landline {
  const [line = number, within] = number.split(";ext=");
  const behind = extension ?? within;
  return { number: line, ...(behind === undefined ? {} : { extension: behind }) };
}

/**
 * The contact of an employer after it was given anew. Whoever has another name or another address is somebody else: the links of
 * the one before are dead. A way that has turned out to lead nowhere stays so.
 */
export function contactAfter(before: Contact, input: ContactInput, id: string): Contact {
  const given = contactOf(input, before.id);
  const isSame = given.name === before.name && given.email?.toLowerCase() === before.email?.toLowerCase();
  return isSame ? { ...given, dead: before.dead, late: before.late, colleague: before.colleague } : { ...given, id };
}

/** The others to ask there after they were given anew: who is the same keeps the id, and what is known of the ways. */
export const othersAfter = (
  before: readonly Contact[],
  given: readonly ContactInput[],
  newId: () => string,
): readonly Contact[] =>
  given.map((input) => {
    const same = before.find(({ name, email }) => name === input.name && email?.toLowerCase() === input.email?.toLowerCase());
    return same ? contactAfter(same, input, same.id) : contactOf(input, newId());
  });

type WithContacts = { readonly contact: Contact; readonly otherContacts?: readonly Contact[] | undefined };

/** The contact of an employer by its id; whoever is asked first, where that one is known no more, or none is named. */
export const contactOfId = ({ contact, otherContacts = [] }: WithContacts, id: string | undefined): Contact =>
  otherContacts.find((one) => one.id === id) ?? contact;

/** The address to which a contact can be written; undefined where there is none, or nothing arrives there any more. */
export const mailOf = ({ email, dead }: Pick<Contact, "email" | "dead">): string | undefined =>
  dead?.email === undefined ? email : undefined;

/** Why a contact cannot be written to and has to be called; undefined where a mail arrives. */
export function whyCall({ email, dead }: Pick<Contact, "email" | "dead">): CallReason | undefined {
  if (email === undefined) return "NO_MAIL";
  return dead?.email?.why;
}

/** Every number of a contact as it is dialled, the mobile first. */
export const numbersOf = ({ phone, whatsapp, landline }: Contact): readonly string[] => [
  ...(phone === undefined ? [] : [formatPhone(phoneSchema.parse(phone))]),
  ...(whatsapp === undefined || whatsapp === phone ? [] : [`${formatPhone(phoneSchema.parse(whatsapp))} (WhatsApp)`]),
  ...(landline === undefined ? [] : [formatLandline(landline)]),
];

/** The person with every number, in one line. */
export const describeContact = (contact: Contact): string => [contact.name, ...numbersOf(contact)].join(", ");
