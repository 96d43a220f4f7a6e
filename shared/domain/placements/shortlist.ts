/** The shortlist: what became of each employer on it. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import * as ids from "../identifiers/ids.ts";
import { receipt } from "../record/receipt.ts";
import { agreedWageFields } from "../vacancies/wage.ts";
import { movingSides } from "./appointment.ts";

/** Why an employer declines: coded, so that it can be counted and never holds prose about a person. */
export const declineReasons = [
  "POSITION_FILLED",
  "SKILLS_DO_NOT_FIT",
  "SCHEDULE_DOES_NOT_FIT",
  "DISTANCE",
  "VACANCY_ON_HOLD",
  "OTHER",
] as const;

/** What became of one employer on the shortlist. */
export const entryStates = [
  "APPROVED",
  "CLIENT_ACCEPTED",
  "CLIENT_DECLINED",
  "ASKED",
  "EMPLOYER_DECLINED",
  "EMPLOYER_SILENT",
  "UNREACHED",
  "INTERVIEW",
  "NOT_CHOSEN",
  /** The interview did not take place: one side did not come. */
  "NO_SHOW",
  "CHOSEN",
  "DID_NOT_START",
  "RECALLED",
  "SEAT_TAKEN",
  /** Never asked: another one was chosen, or the employer dropped out before its turn. */
  "NOT_ASKED",
] as const;

/** Whether a no is about the post and not about the client: other posts of that employer go on. */
export const isAboutThePost = (reason: (typeof declineReasons)[number] | undefined): boolean =>
  reason === "POSITION_FILLED" || reason === "VACANCY_ON_HOLD";

/** Who says what is paid. */
export const wageSayers = ["EMPLOYER", "CLIENT"] as const;

/** What the officer has put right about a vacancy when it was approved. */
export const approvalWords = {
  /** The wage that was agreed for this client, where the vacancy names none or another; who said it, and how. */
  agreedWage: z.object({ ...agreedWageFields, saidBy: z.enum(wageSayers), receipt }).optional(),
  /** The client's bars against which the officer has held an occupation that the vacancy does not name; each lets it pass. */
  occupationChecked: z.array(z.string()).optional(),
};

export const shortlistEntry = z.object({
  vacancyId: ids.vacancyId,
  employerId: ids.employerId,
  state: z.enum(entryStates),
  /** Whether this employer may know that the Bapas accompanies the client. */
  discloseBapas: z.boolean().default(false),
  declineReason: z.enum(declineReasons).optional(),
  /** When the employer was asked. */
  askedAt: instantSchema.optional(),
  /** When the employer said no, where it did: a yes from before that does not count. */
  saidNoAt: instantSchema.optional(),
  /** Whom the officer had the question sent to there, instead of the contact of the record. */
  contactId: ids.contactId.optional(),
  ...approvalWords,
  /** Who did not come to the interview. */
  absent: z.enum(movingSides).optional(),
});

export type ShortlistEntry = z.infer<typeof shortlistEntry>;
