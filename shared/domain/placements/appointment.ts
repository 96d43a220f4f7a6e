/** An interview as an event of its own: when, where, whom to ask for, how it came about, and what became of it. */
import * as z from "zod";
import { type Instant, instantOf, instantSchema, localDateOf, localTimeOf } from "../calendar/instant.ts";
import { addCalendarDays, daysBetween } from "../calendar/local-date.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import type { Zone } from "../calendar/zone.ts";
import { lineOf } from "../identifiers/line.ts";
import { receiptWays } from "../record/receipt.ts";
import { mentionsCorrections } from "../reference/correctional-words.ts";

/** The sides that may move an interview, each of them once. */
export const movingSides = ["CLIENT", "EMPLOYER"] as const;
export type MovingSide = (typeof movingSides)[number];

/** How an interview is kept. What was noted before it was an event of its own has only the times. */
export const appointment = z.object({
  /** The times that the employer proposed. */
  proposed: z.array(instantSchema).max(3),
  /** When the employer said that it wants to see the candidate; absent where it was noted before that was kept. */
  invitedAt: instantSchema.optional(),
  /** The hour. Absent: none of the proposed times suits the client, and the officer has entered none yet. */
  agreedAt: instantSchema.optional(),
  /** How the hour came about: the first proposed one that suits the client, or somebody's word. */
  agreement: z
    .object({ by: z.enum(["DEFAULT", "OFFICER", "EMPLOYER"]), how: z.enum(receiptWays).optional(), at: instantSchema })
    .optional(),
  /** Where it is; absent: at the employer's. */
  place: z.string().optional(),
  /** The number to call, for an interview by phone or whoever is late. */
  number: z.string().optional(),
  /** Whom to ask for; absent: the employer's contact. */
  askFor: z.string().optional(),
  /** The wait that brought the invitation: with the placement, what a calendar knows the interview by. */
  no: z.int().min(0).default(0),
  /** Raised whenever what a calendar shows changes (RFC 5545, 3.8.7.4). */
  sequence: z.int().min(0).default(0),
  /** The sides that have moved it. */
  movedBy: z.array(z.enum(movingSides)).default([]),
  /** The employer says that the client did not come; the client is heard before anything follows from it. */
  absence: z.object({ saidAt: instantSchema, notedAt: instantSchema }).optional(),
});

export type Appointment = z.infer<typeof appointment>;

/** Both sides read it: it names no prison and no Bapas. */
const readByBoth = (most: number) => lineOf(most).refine((line) => !mentionsCorrections(line), "text.corrections");

/** Digits with what people write between them, and an extension (pesawat). */
const callNumber = /^\+?\d[\d ().-]{5,24}( ?(ext|pes)\.? ?\d{1,6})?$/i;

/** Where an interview is, as people give it. */
export const whereabouts = {
  place: readByBoth(200).optional(),
  number: lineOf(40).regex(callNumber, "phone.format").optional(),
  askFor: readByBoth(100).optional(),
};

export type Whereabouts = { readonly [name in keyof typeof whereabouts]?: string | undefined };

/** The office's day, in its own hours: nobody is invited in the middle of the night by a slip of the zone. */
const firstHour = "07:00";
const lastHour = "18:00";

/** For how many days an employer proposes, and for how many an officer may enter a time. */
export const proposedWithin = 14;
export const enteredWithin = 60;

/** Whether an interview can be at a time: it lies ahead, within so many days, and in the office's day. */
export function isBookable(at: Instant, from: Instant, zone: Zone, days: number): boolean {
  const time = localTimeOf(at, zone);
  const ahead = daysBetween(localDateOf(from, zone), localDateOf(at, zone));
  return at > from && ahead <= days && time >= firstHour && time <= lastHour;
}

/** The hour for which people are expected: of what was noted before there was one, the first that was proposed. */
export const hourOf = ({ agreedAt, proposed }: Pick<Appointment, "agreedAt" | "proposed">): Instant | undefined =>
  agreedAt ?? [...proposed].sort()[0];

/** What was said of it last: the hour that was agreed, that the client did not come, or else the invitation. */
export const lastSaidOf = ({ invitedAt, agreement, absence }: Appointment): Instant | undefined =>
  [invitedAt, agreement?.at, absence?.saidAt]
    .filter((at) => at !== undefined)
    .sort()
    .at(-1);

/** At which hour of the office's day people are reminded. */
const reminderHour = 9;

/** When people are reminded of an interview: on the last working day before it. Undefined where that has passed. */
export function reminderOf(at: Instant, now: Instant, zone: Zone): Instant | undefined {
  let day = addCalendarDays(localDateOf(at, zone), -1);
  while (!isWorkingDay(day)) day = addCalendarDays(day, -1);
  const due = instantOf(day, reminderHour, zone);
  return due > now ? due : undefined;
}
