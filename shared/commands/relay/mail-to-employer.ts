/**
 * The second wall before an employer: whatever a mail was made of, nothing of the client's own leaves with it. Names stand on the
 * page behind the link, never in a mail, however a vacancy or the place of an interview was called.
 */
import { type OwnValues, withoutOwnValues } from "../../domain/clients/own-values.ts";
import { type MailFacts, type MailName, renderMail } from "../../messages/mails.ts";

export type MailToEmployer = {
  readonly mail: ReturnType<typeof renderMail>;
  /** What may be told, also in a file that goes with the mail. */
  readonly facts: MailFacts;
  /** Whether something was left out. */
  readonly withheld: boolean;
};

/**
 * What people typed is held to every word of the name. The rest passes once more when it is written out, but for what the reader
 * knows or expects anyway: the mail's own words, dates and the officer's name. A client may be called Hari, or like the employer;
 * a gap there would only spoil the sentence, and tell what stood in it.
 */
export function mailToEmployer(name: MailName, facts: MailFacts, clients: readonly OwnValues[]): MailToEmployer {
  if (clients.length === 0) return { mail: renderMail(name, facts), facts, withheld: false };
  const without = (text: string, known: readonly string[]): string =>
    clients.reduce((left, client) => withoutOwnValues(client, left, known), text);
  const ofReader = [facts.employer, facts.contact];
  const typed = (text: string): string => without(text, ofReader);
  const { place, number, askFor } = facts.interview;
  const told = {
    ...facts,
    vacancy: typed(facts.vacancy),
    more: facts.more?.map((one) => ({ ...one, vacancy: typed(one.vacancy) })),
    interview: { ...facts.interview, place: typed(place), number: typed(number), askFor: typed(askFor) },
  };
  const bare = {
    ...facts,
    candidate: "",
    officer: "",
    link: "",
    vacancy: "",
    more: facts.more?.map((one) => ({ ...one, candidate: "", vacancy: "", link: "" })),
    interview: { ...facts.interview, place: "", number: "", askFor: "" },
  };
  const { subject, text } = renderMail(name, bare);
  const expected = [...ofReader, subject, text];
  const mail = renderMail(name, told, "id", (line) => without(line, expected));
  const open = renderMail(name, facts);
  return { mail, facts: told, withheld: mail.text !== open.text || mail.subject !== open.subject };
}
