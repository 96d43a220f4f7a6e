/** Renders a mail from what is true when it is sent, and sends it. */

import { lastDayOf } from "../../domain/calendar/format.ts";
import { addMilliseconds, instantOf } from "../../domain/calendar/instant.ts";
import type { LocalDate } from "../../domain/calendar/local-date.ts";
import { sendingMoment } from "../../domain/calendar/sending-hours.ts";
import { type Contact, contactOfId, describeContact, mailOf, whyCall } from "../../domain/employers/contact.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import { formatAnyPhone } from "../../domain/identifiers/phone-text.ts";
import { zoneOfRegion } from "../../domain/identifiers/region.ts";
import type { Office } from "../../domain/offices/office.ts";
import type { Staff } from "../../domain/offices/staff.ts";
import { type Process, placementIdOf, vacancyIdOf } from "../../domain/processes.ts";
import { type Question, questionsOf } from "../../messages/mail.ts";
import { inDigest, isMailName, linesOf, type MailFacts } from "../../messages/mails.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { questionSlotsIn } from "../../store/question-slots.ts";
import { sentMailsIn } from "../../store/sent-mails.ts";
import { todayIn } from "../office-times.ts";
import { askerOf } from "../offices/in-charge.ts";
import { writtenCodeOf } from "../process/link-code.ts";
import { addressHash } from "../process/process-writes.ts";
import { calendarOf, type InterviewMail, interviewFacts } from "./interview-mail.ts";
import { mailToEmployer } from "./mail-to-employer.ts";
import { staffFor } from "./receivers.ts";
import type { RelayDeps, Taken } from "./relay-deps.ts";
import { placementRoom } from "./rooms.ts";
import { contactKey, isQuestion, type Turn, takeTurn } from "./together.ts";
import { callInstead, markMailDead } from "./undelivered.ts";

type MailRow = Extract<OutboxEffect, { kind: "MAIL" }>;

/** Who is told of what is called off so long before its hour can still be reached, in milliseconds. */
const hoursToSpare = 3 * 3_600_000;

/**
 * Sends one mail in the receiver's daytime: outside of it the row waits until the next morning. SKIPPED where nobody is there to
 * receive it; an unknown message is an error, and the row is tried again.
 */
export async function sendMessage(deps: RelayDeps, row: MailRow, reference: string): Promise<Taken> {
  const { ref } = row;
  if (!isMailName(ref.message)) throw new Error(`no mail is called ${ref.message}`);
  const process = (await deps.store.processes.process(ref.processId))?.state;
  if (!process) return "SKIPPED";
  const office = await deps.store.offices.office(process.officeId);
  if (!office) return "SKIPPED";
  const vacancyId = ref.vacancyId ?? vacancyIdOf(process);
  const vacancy = vacancyId ? await deps.store.vacancies.vacancy(vacancyId) : undefined;
  const employer = vacancy ? await deps.store.employers.employer(vacancy.employerId) : undefined;
  const person = employer && contactOfId(employer, ref.contactId);
  const address = person && mailOf(person);
  const asks = ref.linkAction !== undefined;
  // What no mail carries to the employer is asked or told by phone: the officer hears of every question and every word.
  const byPhone = ref.to === "employer" && address === undefined && (asks || person !== undefined);
  if (byPhone && person && ref.linkAction === "ANSWER") {
    await callInstead(deps, row, whyCall(person) ?? "NO_MAIL");
    return "DONE";
  }
  const isToEmployer = ref.to === "employer" && !byPhone;
  const message = byPhone ? (asks ? "askByPhone" : "tellByPhone") : ref.message;
  if (!isToEmployer && inDigest(message) === "ONLY") return "SKIPPED";
  const zone = (isToEmployer && employer && zoneOfRegion(employer.regencyCode)) || office.zone;
  const until = sendingMoment(deps.now(), zone, reference, office.mailHours);
  // Somebody who would go to an interview for nothing is told at any hour.
  if (until > deps.now() && !(ref.calledOff && ref.calledOff.at < addMilliseconds(until, hoursToSpare))) return { until };
  const contact =
    isToEmployer && employer && isQuestion(message) && !ref.atOnce
      ? contactKey(process.officerId, employer.id, person?.email)
      : undefined;
  const turn = await takeTurn(deps, contact, reference);
  if (turn.kind === "WENT") return "SKIPPED";
  if (turn.kind === "LATER") return { until: turn.until };
  const others = (await Promise.all(turn.others.map((other) => askedOf(deps, other, office)))).filter((one) => one !== undefined);
  const inCharge = await staffFor(deps, process, office, "officer");
  const staff = ref.to === "supervisor" ? await staffFor(deps, process, office, "supervisor") : inCharge;
  const receivers: readonly Receiver[] = isToEmployer
    ? person && address
      ? [{ email: address, name: person.name }]
      : []
    : staff;
  if (receivers.length === 0) return "SKIPPED";
  const asker = askerOf(inCharge[0], office);
  const interview: InterviewMail = { process, zone: office.zone, employer, calledOff: ref.calledOff };
  const known: MailFacts = {
    ...(await questionOf(deps, process, office, { title: vacancy?.title, linkId: byPhone ? undefined : ref.linkId })),
    more: others.map(({ question }) => question),
    employer: employer?.legalName ?? "-",
    colleague: person?.colleague && describeColleague(person.colleague),
    day: process.kind === "FOLLOW_UP" ? process.day : 0,
    contact: person ? describeContact(person) : "-",
    officer: [asker.name, asker.number].filter(Boolean).join(", "),
    asker: isToEmployer ? asker : undefined,
    room: isToEmployer ? undefined : placementRoom(deps.publicUrl, placementIdOf(process)),
    interview: interviewFacts(interview),
    about: ref.about ?? [],
  };
  const tells = message === "tellByPhone" ? (ref.tells ?? ref.message) : undefined;
  const facts = tells !== undefined && isMailName(tells) ? { ...known, toTell: linesOf(tells, known) } : known;
  const clientIds = isToEmployer ? [process.clientId, ...others.map(({ clientId }) => clientId)] : [];
  const clients = (await Promise.all(clientIds.map((id) => deps.store.clients.client(id)))).flatMap(
    (client) => client?.state ?? [],
  );
  const { mail, facts: told, withheld } = mailToEmployer(message, facts, clients);
  if (withheld) deps.noteWithheld(process.id);
  const today = todayIn(office, deps.now());
  const addressed = isToEmployer ? receivers : await whoMayBeTold(deps, staff, today);
  // All have had their day's mails: it is written tomorrow, unless it is moot by then.
  if (addressed.length === 0 && !isToEmployer && inDigest(message)) return "SKIPPED";
  if (addressed.length === 0) return { until: sendingMoment(instantOf(today, 24, zone), zone, reference, office.mailHours) };
  for (const [place, { email: to, name }] of addressed.entries()) {
    const made = { to, organizer: deps.outside.sender, madeAt: deps.now() };
    const attachments = isToEmployer ? calendarOf(message, interview, told, made) : [];
    const sent = await deps.outside.sendMail({
      to,
      ...mail,
      ...(isToEmployer ? { replyTo: office.replyTo } : {}),
      ...(attachments.length > 0 ? { attachments } : {}),
      reference,
    });
    if (sent === "SENT") {
      const merged = others.map((other) => other.reference);
      const also = merged.length > 0 ? merged : undefined;
      const kept = { to: byPhone ? "officer" : ref.to, message, mail, facts, reference, place, name, also } as const;
      for (const placementId of [placementIdOf(process), ...others.map((other) => other.placementId)])
        await keepSent(deps, { ...kept, placementId });
      if (contact !== undefined && merged.length > 0) await questionSlotsIn(deps.store.database).merge(contact, merged);
      continue;
    }
    // Somebody of the office without a mail that arrives is for the operators: the row is tried again, and then alarms.
    if (!isToEmployer || !employer) throw new Error("the mail service refuses the address of a member of staff");
    await markMailDead(deps, employer.id, addressHash(to), "REJECTED");
    // Now that the address is known to be dead, what was asked is put by phone.
    return sendMessage(deps, row, reference);
  }
  return "DONE";
}

/** Whom a mail goes to. */
type Receiver = { readonly email: string; readonly name: string };

/** What a mail says of the question of a process. */
async function questionOf(
  deps: RelayDeps,
  process: Process,
  office: Office,
  { title, linkId }: { readonly title: string | undefined; readonly linkId: string | undefined },
): Promise<Question> {
  return {
    candidate: pseudonymOf(placementIdOf(process)),
    vacancy: title ?? "-",
    deadline: process.deadline ? lastDayOf(process.deadline, office.zone) : "-",
    ...(linkId ? await linkFacts(deps, linkId) : { link: "" }),
  };
}

/** The question of a row that goes with another one's mail; undefined where its process is gone. */
async function askedOf(
  deps: RelayDeps,
  { reference, row: { ref } }: Extract<Turn, { kind: "NOW" }>["others"][number],
  office: Office,
) {
  const process = (await deps.store.processes.process(ref.processId))?.state;
  const vacancy = ref.vacancyId ? await deps.store.vacancies.vacancy(ref.vacancyId) : undefined;
  if (!process || !ref.linkId) return undefined;
  const question = await questionOf(deps, process, office, { title: vacancy?.title, linkId: ref.linkId });
  return { reference, question, clientId: process.clientId, placementId: placementIdOf(process) };
}

type Sent = {
  readonly to: MailRow["ref"]["to"];
  readonly placementId: string;
  readonly message: string;
  readonly mail: ReturnType<typeof mailToEmployer>["mail"];
  readonly facts: MailFacts;
  readonly reference: string;
  /** Which of the receivers it was. */
  readonly place: number;
  readonly name: string;
  readonly also: string[] | undefined;
};

/** Keeps a mail as it was sent; who reads it there must not be able to answer in the employer's place. */
async function keepSent(deps: RelayDeps, { mail, facts, reference, place, ...sent }: Sent): Promise<void> {
  const secrets = questionsOf(facts)
    .flatMap(({ link, code }) => [link, code?.code ?? ""])
    .filter((text) => text !== "");
  await sentMailsIn(deps.store.database).add({
    id: `${reference}#${place}`,
    ...sent,
    at: deps.now(),
    subject: mail.subject,
    text: secrets.reduce((text, secret) => text.replaceAll(secret, "[…]"), mail.text),
  });
}

/** How many mails of their own a member of staff gets on a day beside the digest: what comes more often is read no more. */
export const mostMailsADay = 3;

/** Those who have not been written to often enough today. */
async function whoMayBeTold(deps: RelayDeps, staff: readonly Staff[], today: LocalDate): Promise<readonly Receiver[]> {
  const told = await Promise.all(
    staff.map(async (one) => ({ one, may: await deps.store.staff.takeMail(one.id, today, mostMailsADay) })),
  );
  return told.flatMap(({ one, may }) => (may ? [one] : []));
}

const describeColleague = ({ name, email, phone }: NonNullable<Contact["colleague"]>): string =>
  [name, email, phone && formatAnyPhone(phone)].filter((part) => part !== undefined).join(", ");

/** The address behind a mail's button. The secret stands in the fragment: no server and no log sees it. */
async function linkFacts(deps: RelayDeps, linkId: string): Promise<Pick<MailFacts, "link" | "code">> {
  const link = await deps.store.links.link(linkId);
  const secret = await deps.keys.linkSecret(linkId, link?.rev ?? 1);
  const page = `${deps.publicUrl}/link`;
  return { link: `${page}#${linkId}.${secret}`, code: { page, code: writtenCodeOf(secret) } };
}
