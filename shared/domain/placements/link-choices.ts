/** What a contact may choose by link, by the link's action. The same shapes are recorded when an officer takes the answer by phone. */
import * as z from "zod";
import { instantSchema } from "../calendar/instant.ts";
import { localDateSchema } from "../calendar/local-date.ts";
import { whereabouts } from "./appointment.ts";
import { declineReasons } from "./shortlist.ts";

/** Action ANSWER: about a proposed candidate. */
export const employerChoice = z.discriminatedUnion("choice", [
  z.strictObject({ choice: z.literal("INTERVIEW"), times: z.array(instantSchema).min(1).max(3), ...whereabouts }),
  z.strictObject({ choice: z.literal("ACCEPT") }),
  z.strictObject({ choice: z.literal("DECLINE"), reason: z.enum(declineReasons) }),
]);

/** Action INTERVIEW_RESULT. */
export const interviewChoice = z.strictObject({ result: z.enum(["OFFER", "NO", "CLIENT_ABSENT", "EMPLOYER_ABSENT"]) });

/** The same link before: the interview is moved, once. */
export const interviewMove = z.strictObject({ moveTo: instantSchema });

/** Action INTERVIEW_RESULT, all that it takes. */
export const interviewAnswer = z.union([interviewChoice, interviewMove]);

/** Action CONFIRMATION: work has begun, or it has not. */
export const confirmationChoice = z.discriminatedUnion("started", [
  z.strictObject({ started: z.literal(true), startedOn: localDateSchema }),
  z.strictObject({ started: z.literal(false) }),
]);

/** Action FOLLOW_UP: one tap. */
export const followUpChoice = z.strictObject({
  stillThere: z.boolean(),
  /** Where the work is over: its last day, and whether the employer ended it. */
  lastDay: localDateSchema.optional(),
  endedBy: z.enum(["EMPLOYER", "CLIENT", "BOTH"]).optional(),
});

/** Whether a choice by link says no: the more cautious of two words that were said at one moment. */
export const saysNo = ({ choice, result, started, stillThere }: Readonly<Record<string, unknown>>): boolean =>
  choice === "DECLINE" || (typeof result === "string" && result !== "OFFER") || started === false || stillThere === false;
