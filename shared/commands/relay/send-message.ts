/** Renders a mail from what is true when it is sent, and sends it. */
import { formatLongDate } from "../../domain/calendar/format.ts";
import { addMilliseconds, type Instant, localDateOf } from "../../domain/calendar/instant.ts";
import type { Zone } from "../../domain/calendar/zone.ts";
import type { FollowUp } from "../../domain/follow-up/follow-up.ts";
import { pseudonymOf } from "../../domain/ids.ts";
import { mayCarry, type Staff } from "../../domain/office.ts";
import { currentEntry, type Placement } from "../../domain/placement/placement.ts";
import { isMailName, type MailFacts, renderMail } from "../../messages/mails.ts";
import { renderWeeklyReport } from "../../reports/render-weekly-report.ts";
import { weeklyFigures } from "../../reports/weekly-figures.ts";
import type { OutboxEffect } from "../../store/outbox.ts";
import type { Deps } from "../deps.ts";
import type { RelayDeps } from "./relay-row.ts";

type MailRow = Extract<OutboxEffect, { kind: "MAIL" }>;

/** Sends one mail. SKIPPED where nobody is there to receive it; an unknown message is an error, and the row is tried again. */
export async function sendMessage(deps: RelayDeps, row: MailRow, reference: string): Promise<"DONE" | "SKIPPED"> {
  const { ref } = row;
  if (!isMailName(ref.message)) throw new Error(`no mail is called ${ref.message}`);
  const process = await loadProcess(deps, ref.processId);
  if (!process) return "SKIPPED";
  const office = await deps.store.people.office(process.officeId);
  const vacancyId = ref.vacancyId ?? ("vacancyId" in process ? process.vacancyId : currentEntry(process)?.vacancyId);
  const vacancy = vacancyId ? await deps.store.employers.vacancy(vacancyId) : undefined;
  const employer = vacancy ? await deps.store.employers.employer(vacancy.employerId) : undefined;
  const address = employer?.contact.email;
  // An employer without an address is asked by phone: the officer hears of every question to it.
  const byPhone = ref.to === "employer" && address === undefined && ref.linkAction !== undefined;
  const message = byPhone ? "askByPhone" : ref.message;
  const staff =
    ref.to === "employer" && !byPhone ? [] : await staffFor(deps, process, ref.to === "supervisor" ? "supervisor" : "officer");
  const receivers = ref.to === "employer" && !byPhone ? (address ? [address] : []) : staff.map((one) => one.email);
  if (!office || receivers.length === 0) return "SKIPPED";
  const facts: MailFacts = {
    candidate: pseudonymOf("placementId" in process ? process.placementId : process.id),
    vacancy: vacancy?.title ?? "-",
    employer: employer?.legalName ?? "-",
    deadline: process.deadline ? lastDayOf(process.deadline, office.zone) : "-",
    link: ref.linkId && !byPhone ? await linkUrl(deps, ref.linkId) : "",
    day: "day" in process ? process.day : 0,
  };
  const mail = renderMail(message, facts);
  for (const to of receivers) await deps.outside.sendMail({ to, ...mail, reference });
  return "DONE";
}

/** A deadline is the first moment after the last day; people are told that day. */
const lastDayOf = (deadline: Instant, zone: Zone): string => formatLongDate(localDateOf(addMilliseconds(deadline, -1), zone));

/** The address behind a mail's button. The secret stands in the fragment: no server and no log sees it. */
async function linkUrl(deps: RelayDeps, linkId: string): Promise<string> {
  const link = await deps.store.processes.link(linkId);
  const secret = await deps.keys.linkSecret(linkId, link?.rev ?? 1);
  return `${deps.publicUrl}/link#${linkId}.${secret}`;
}

async function loadProcess(deps: Deps, id: string): Promise<Placement | FollowUp | undefined> {
  const stored = id.startsWith("fu_") ? await deps.store.processes.followUp(id) : await deps.store.processes.placement(id);
  return stored?.state;
}

/** Who hears of it: where the officer has gone, or carries no placements any more, the supervisors, so that no task is lost. */
async function staffFor(deps: Deps, process: Placement | FollowUp, to: "officer" | "supervisor"): Promise<readonly Staff[]> {
  const staff = await deps.store.people.staffOf(process.officeId);
  const officer = to === "officer" ? staff.find((one) => one.id === process.officerId && mayCarry(one)) : undefined;
  return officer ? [officer] : staff.filter(isSupervising);
}

const isSupervising = (one: Staff): boolean => one.active && one.role === "supervisor";

/** Sends the weekly report of an office to its supervisors, with the figures as a CSV. */
export async function sendReport(deps: RelayDeps, ref: { officeId: string; week: string }, reference: string): Promise<void> {
  const office = await deps.store.people.office(ref.officeId);
  const stored = await deps.store.people.report(ref.officeId, ref.week);
  if (!office || !stored) throw new Error("the report is not there yet");
  const report = renderWeeklyReport(office, ref.week, weeklyFigures.parse(stored.figures));
  const supervisors = (await deps.store.people.staffOf(office.id)).filter(isSupervising);
  for (const one of supervisors) await deps.outside.sendMail({ to: one.email, ...report, reference });
}
