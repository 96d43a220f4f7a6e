/** What a mail is made of, and what it may tell. */
import type { Concern } from "../domain/process/concern.ts";

/** Whom an employer may ask. */
export type Asker = {
  readonly name: string;
  readonly number: string | undefined;
  /** Whether somebody reads what is replied to a mail. */
  readonly readsReplies: boolean;
};

/** What a mail says of each question where it puts several. */
export type Question = Pick<MailFacts, "candidate" | "vacancy" | "deadline" | "link" | "code">;

export type MailFacts = {
  /** The candidate's short number. */
  readonly candidate: string;
  readonly vacancy: string;
  readonly employer: string;
  /** The last day on which an answer counts, written out. */
  readonly deadline: string;
  readonly link: string;
  /** Where the page is, and what is typed there, for whom nothing of the link has reached; absent where there is no link. */
  readonly code?: { readonly page: string; readonly code: string } | undefined;
  /** The day of a follow-up. */
  readonly day: number;
  /** The person to ask at the employer, with every number that is known: for staff, never in a mail to anybody else. */
  readonly contact: string;
  /** Further questions to the same contact, which are put in one mail with this one. */
  readonly more?: readonly Question[] | undefined;
  /** In a mail to staff: where it stands in the console, with name and number of the client. */
  readonly room?: string | undefined;
  /** Whom the contact has named in their own place, with the ways to reach them: for staff alone. */
  readonly colleague?: string | undefined;
  /** Who is in charge of the client. */
  readonly officer: string;
  /** In a mail to an employer: whom to ask. */
  readonly asker?: Asker | undefined;
  readonly interview: InterviewFacts;
  /** What the news of the work gives to worry about; none in any other mail. */
  readonly about: readonly Concern[];
  /** What the employer is to be told by phone, as its mail would have said it. */
  readonly toTell?: readonly string[] | undefined;
};

/** An interview in words; empty where there is none. */
export type InterviewFacts = {
  /** Day and hour, written out. */
  readonly when: string;
  readonly place: string;
  readonly number: string;
  readonly askFor: string;
  /** The times that the employer proposed. */
  readonly proposed: string;
  /** Whether nobody has agreed to the hour: it is the first proposed one that suits. */
  readonly byDefault?: boolean;
  /** Why it does not take place. */
  readonly because: string;
};

/** Every question that a mail puts: its own, and those that go with it. */
export const questionsOf = (facts: MailFacts): readonly Question[] => [facts, ...(facts.more ?? [])];

export type MailText = { readonly subject: string; readonly lines: readonly string[] };
export type Mail = {
  /**
   * It asks for what stands in the receiver's work anyway, which the next morning's digest names: ONLY there, or there TOO, where
   * the receiver has been written to often enough.
   */
  readonly inDigest?: "ONLY" | "TOO";
  readonly id: (facts: MailFacts) => MailText;
  readonly en: (facts: MailFacts) => MailText;
};

/** Staff are written to in Indonesian alone. */
export type MailToStaff = Omit<Mail, "en">;

export type MailLanguage = "id" | "en";

/** The last line of every mail: who writes, neutrally. */
export const signature = "Titian Kerja";
