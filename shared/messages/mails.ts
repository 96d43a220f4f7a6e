/**
 * Every mail, as data. Subjects and sender say nothing about a person or an office: that somebody is a client of a Bapas is
 * itself personal data. A subject is fixed words, with the candidate's number or a day where mails must be told apart; nothing
 * that anybody typed stands in one, since a vacancy's title could say anything.
 */
import type { CalledOff } from "../domain/process/called-off.ts";
import { htmlMail } from "./html-mail.ts";
import { interviewMailsToStaff } from "./interview-mails-to-staff.ts";
import { type Asker, type Mail, type MailFacts, type MailLanguage, type MailToStaff, questionsOf, signature } from "./mail.ts";
import { mailsToEmployers } from "./mails-to-employers.ts";
import { mailsToStaff } from "./mails-to-staff.ts";

export type { Asker, InterviewFacts, Mail, MailFacts, MailLanguage } from "./mail.ts";

export const mails = { ...mailsToEmployers, ...mailsToStaff, ...interviewMailsToStaff } as const satisfies Record<
  string,
  Mail | MailToStaff
>;

export type MailName = keyof typeof mails;

/** The mails that bring the interview into the receiver's calendar. */
export const calendarMails: readonly MailName[] = ["interviewNoted", "interviewAgreed"];

/** Why an interview does not take place, neutrally and truly; in Indonesian, as mails go out. */
export const causeWords = {
  CLIENT_UNAVAILABLE: "kandidat tidak lagi tersedia",
  VACANCY_CLOSED: "lowongannya sudah ditutup",
  AGREEMENT_ENDED: "perjanjian kerja samanya sudah berakhir",
  SEAT_TAKEN: "lowongannya sudah terisi",
  EMPLOYER_DECIDED: "pemberi kerja sudah memutuskan tanpa wawancara",
} as const satisfies Record<CalledOff["cause"], string>;

type MailTable = typeof mails;

declare module "../domain/registers.ts" {
  /** Rules name mails by the keys of this table: a name that is not here does not compile. */
  interface MessageRegister extends MailTable {}
}

/** Whether the morning's digest names what a mail would. */
export function inDigest(name: MailName): Mail["inDigest"] {
  const mail: MailToStaff = mails[name];
  return mail.inDigest;
}

/** What a mail says, without what stands around it. */
export const linesOf = (name: MailName, facts: MailFacts): readonly string[] => mails[name].id(facts).lines;

export const isMailName = (name: string): name is MailName => Object.hasOwn(mails, name);

/**
 * A mail written out: neutral subject, plain text, and the same lines as HTML, where each link is a button.
 * @param wall what each line passes before it is put into either part; links and codes do not
 */
export function renderMail(
  name: MailName,
  facts: MailFacts,
  language: MailLanguage = "id",
  wall: (line: string) => string = (line) => line,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const mail: MailToStaff & Partial<Mail> = mails[name];
  const written = (mail[language] ?? mail.id)(facts);
  const subject = wall(written.subject);
  const questions = questionsOf(facts).filter(({ link }) => link !== "");
  const links = questions.map(({ link }) => link);
  const codes = new Map(questions.flatMap(({ link, code }) => (code ? [[link, codeLine[language](code)] as const] : [])));
  const told = written.lines.flatMap((line) => [line, codes.get(line)].filter((text) => text !== undefined));
  const lines = [
    ...told,
    ...contactIn(facts, told),
    ...(facts.asker ? [askerLine[language](facts.asker)] : []),
    ...(facts.room === undefined ? [] : [facts.room]),
  ];
  const open = new Set([...links, ...codes.values(), ...(facts.room === undefined ? [] : [facts.room])]);
  const blocks = lines.map((line) => (open.has(line) ? line : wall(line)));
  const button = buttonOf(links, facts.room, language);
  return {
    subject,
    text: [...blocks, signature].join("\n\n"),
    html: htmlMail({ language, subject, blocks, signature, button }),
  };
}

/** Whoever of the staff reads of an employer can call it. */
function contactIn({ room, employer, contact }: MailFacts, lines: readonly string[]): readonly string[] {
  const isSaid = (text: string): boolean => lines.some((line) => line.includes(text));
  return room === undefined || contact === "-" || !isSaid(employer) || isSaid(contact)
    ? []
    : [`Kontak pemberi kerja: ${contact}`];
}

function buttonOf(links: readonly string[], room: string | undefined, language: MailLanguage) {
  if (links.length > 0) return { links, label: buttonLabel[language] };
  return room === undefined ? undefined : { links: [room], label: roomLabel };
}

const roomLabel = "Buka di Titian";
const buttonLabel: Readonly<Record<MailLanguage, string>> = { id: "Lihat dan jawab", en: "See and answer" };

/** For whom the link does not open, or has been cut off. */
const codeLine: Readonly<Record<MailLanguage, (code: { readonly page: string; readonly code: string }) => string>> = {
  id: ({ page, code }) => `Tautan tidak terbuka? Buka ${page} lalu ketik kode ${code}.`,
  en: ({ page, code }) => `The link does not open? Go to ${page} and type the code ${code}.`,
};

/** Who can be asked, and how: a reply that nobody reads must not be waited for. */
const askerLine: Readonly<Record<MailLanguage, (asker: Asker) => string>> = {
  id: ({ name, number, readsReplies }) =>
    sentences(
      name && `Pendamping kandidat: ${name}${number ? `, ${number}` : ""}.`,
      readsReplies
        ? "Anda juga boleh membalas email ini."
        : `Balasan email ini tidak terbaca${number ? "; silakan telepon" : ""}.`,
    ),
  en: ({ name, number, readsReplies }) =>
    sentences(
      name && `Who accompanies the candidate: ${name}${number ? `, ${number}` : ""}.`,
      readsReplies ? "We read replies to this email." : `Replies to this email are not read${number ? "; please call" : ""}.`,
    ),
};

/** Those that are said, in one line. */
const sentences = (...said: readonly string[]): string => said.filter((one) => one !== "").join(" ");
