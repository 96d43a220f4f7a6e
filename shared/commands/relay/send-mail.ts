/** Renders a mail from what is true when it is sent, and sends it. */
import { formatLongDate } from "../../domain/calendar/format.ts";
import { addMilliseconds, type Instant, localDateOf } from "../../domain/calendar/instant.ts";
import type { Zone } from "../../domain/calendar/zone.ts";
import { mailOf, numbersOf } from "../../domain/employers/contact.ts";
import { pseudonymOf } from "../../domain/identifiers/ids.ts";
import { placementIdOf, vacancyIdOf } from "../../domain/processes.ts";
import { isMailName, type MailFacts, renderMail } from "../../messages/mails.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import { calendarOf, type InterviewMail, interviewFacts } from "./interview-mail.ts";
import { staffFor } from "./receivers.ts";
import type { RelayDeps } from "./relay-deps.ts";

type MailRow = Extract<OutboxEffect, { kind: "MAIL" }>;

/** Sends one mail. SKIPPED where nobody is there to receive it; an unknown message is an error, and the row is tried again. */
export async function sendMessage(deps: RelayDeps, row: MailRow, reference: string): Promise<"DONE" | "SKIPPED"> {
  const { ref } = row;
  if (!isMailName(ref.message)) throw new Error(`no mail is called ${ref.message}`);
  const process = (await deps.store.processes.process(ref.processId))?.state;
  if (!process) return "SKIPPED";
  const office = await deps.store.offices.office(process.officeId);
  if (!office) return "SKIPPED";
  const vacancyId = ref.vacancyId ?? vacancyIdOf(process);
  const vacancy = vacancyId ? await deps.store.vacancies.vacancy(vacancyId) : undefined;
  const employer = vacancy ? await deps.store.employers.employer(vacancy.employerId) : undefined;
  const address = employer && mailOf(employer.contact);
  // An employer without an address is asked by phone: the officer hears of every question to it.
  const byPhone = ref.to === "employer" && address === undefined && ref.linkAction !== undefined;
  const message = byPhone ? "askByPhone" : ref.message;
  const staff =
    ref.to === "employer" && !byPhone
      ? []
      : await staffFor(deps, process, office, ref.to === "supervisor" ? "supervisor" : "officer");
  const receivers = ref.to === "employer" && !byPhone ? (address ? [address] : []) : staff.map((member) => member.email);
  if (receivers.length === 0) return "SKIPPED";
  const interview: InterviewMail = { process, zone: office.zone, employer, calledOff: ref.calledOff };
  const facts: MailFacts = {
    candidate: pseudonymOf(placementIdOf(process)),
    vacancy: vacancy?.title ?? "-",
    employer: employer?.legalName ?? "-",
    deadline: process.deadline ? lastDayOf(process.deadline, office.zone) : "-",
    link: ref.linkId && !byPhone ? await linkUrl(deps, ref.linkId) : "",
    day: process.kind === "FOLLOW_UP" ? process.day : 0,
    contact: employer ? [employer.contact.name, ...numbersOf(employer.contact)].join(", ") : "-",
    officer: staff[0]?.name ?? "",
    interview: interviewFacts(interview),
  };
  const mail = renderMail(message, facts);
  for (const to of receivers) {
    const made = { to, organizer: deps.outside.sender, madeAt: deps.now() };
    const attachments = ref.to === "employer" && !byPhone ? calendarOf(message, interview, facts, made) : [];
    await deps.outside.sendMail({ to, ...mail, ...(attachments.length > 0 ? { attachments } : {}), reference });
  }
  return "DONE";
}

/** A deadline is the first moment after the last day; people are told that day. */
const lastDayOf = (deadline: Instant, zone: Zone): string => formatLongDate(localDateOf(addMilliseconds(deadline, -1), zone));

/** The address behind a mail's button. The secret stands in the fragment: no server and no log sees it. */
async function linkUrl(deps: RelayDeps, linkId: string): Promise<string> {
  const link = await deps.store.links.link(linkId);
  const secret = await deps.keys.linkSecret(linkId, link?.rev ?? 1);
  return `${deps.publicUrl}/link#${linkId}.${secret}`;
}
