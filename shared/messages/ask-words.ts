/** What is asked of an officer, within a sentence, in both languages. */
import type { AskName } from "../domain/asks.ts";
import { askedInIndonesian, filled } from "./asked-id.ts";
import type { Text } from "./text.ts";

const english: Readonly<Record<AskName, string>> = {
  VERIFY: "not verified: recorded by one person alone, a second one is needed",
  CALL_EMPLOYER: "to be called",
  RECORD_CERTIFICATE: "record the certificate, or begin without one",
  APPROVE: "choose and approve proposals",
  ASK_CLIENT: "ask the client, and record the answer",
  AGREE_ON_HOUR: "agree on the hour of the interview, and note it",
  EXPECT_INTERVIEW: "interview {when}: make sure that the client knows",
  ASK_RESULT: "ask for the result of the interview {when}, and record it",
  HEAR_CLIENT: "hear the client about the missed interview {when}, and record it",
  CONFIRM_START: "make sure that work has begun, and record it",
  CHASE_START: "the employer has not confirmed the start: reach it, and record its word",
  DECIDE: "decide how it goes on",
  ASK_NEWS: "ask for news of the work, and record it",
  VISIT: "visit, and record the news of the work",
};

/** @param when the hour of the interview, written out; empty where there is none */
export const askText = (ask: AskName, when: string): Text => ({
  id: askedInIndonesian(ask, when),
  en: filled(english[ask], when),
});
