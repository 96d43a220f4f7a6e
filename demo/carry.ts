/** Carries one client from a certificate to work, as officers and employers would: API, mails, links, clock. */

import * as z from "zod";
import { sendingMoment, spreadMs } from "../shared/domain/calendar/sending-hours.ts";
import { pseudonymOf } from "../shared/domain/identifiers/ids.ts";
import type { CloudApi, Mail } from "./cloud-api.ts";
import { certificateBody, employers, people } from "./demo-data.ts";
import { send } from "./http.ts";
import { today, tokenOf } from "./seed.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const idResponse = z.object({ id: z.string() });
const placementResponse = z.object({ id: z.string(), status: z.string() });
const detail = z.object({
  status: z.string(),
  reason: z.string().optional(),
  employersAsked: z.number(),
  deadline: z.string().optional(),
  proposals: z.array(
    z.object({ vacancyId: z.string(), employerId: z.string(), title: z.string(), employerName: z.string(), points: z.number() }),
  ),
  shortlist: z.array(z.object({ vacancyId: z.string(), employerId: z.string(), state: z.string() })),
  timeline: z.array(
    z.object({
      waitNo: z.number(),
      kind: z.string(),
      openedAt: z.string(),
      deadline: z.string(),
      outcome: z.string().optional(),
    }),
  ),
  followUp: z
    .object({
      status: z.string(),
      day: z.number(),
      deadline: z.string().optional(),
      days: z.array(z.object({ day: z.number(), outcome: z.string() })),
    })
    .optional(),
});
export type Detail = z.infer<typeof detail>;

export type Stage = {
  readonly publicUrl: string;
  readonly clientId: string;
  readonly cloud: CloudApi;
  readonly say: (line: string) => void;
};

/** How many steps are said on the way when the half year of follow-ups is gone through. */
export const stepsUntilRetained = 14;

/** What came of it. */
export type Carried = {
  readonly placementId: string;
  readonly status: string;
  readonly employersAsked: number;
  readonly retainedDays: number;
};

/**
 * Carries a client whose consent is recorded. The first employer stays silent, the second invites to an interview.
 * @param serial makes the certificate's number unique
 * @param followUps the follow-ups to go on through; none: it ends when work has begun
 */
export async function carryClient(
  stage: Stage,
  client: string,
  serial: number,
  followUps: readonly number[] = [],
): Promise<Carried> {
  const { cloud, publicUrl, say } = stage;
  const step = makeStep(stage);
  const post = async (as: keyof typeof people, path: string, body: unknown): Promise<unknown> =>
    send(publicUrl, { method: "POST", path, body, token: await tokenOf(publicUrl, stage.clientId, as) });
  const receipt = { how: "IN_PERSON" } as const;

  const issuedOn = today(await cloud.now());
  const certificate = idResponse.parse(
    await post("trainer", `/clients/${client}/certificates`, certificateBody(serial, issuedOn)),
  ).id;
  await step("training centre records the certificate");
  const placement = placementResponse.parse(await post("officer", "/placements", { clientId: client })).id;
  await step("officer starts the placement", placement, "AWAITING_CERTIFICATE");
  await post("colleague", `/certificates/${certificate}/verification`, { seen: true });
  await step("a second person verifies the certificate", placement, "AWAITING_APPROVAL");

  const { proposals } = await read(stage, placement);
  const byEmployer = (name: keyof typeof employers) =>
    proposals.find((proposal) => proposal.employerName === employers[name].legalName)?.vacancyId ?? "";
  const order = [byEmployer("cikupa"), byEmployer("honda"), byEmployer("balaraja")];
  await nextMorning(stage);
  await post("officer", `/placements/${placement}/approval`, {
    decision: "APPROVE",
    order,
    reason: "Bengkel pertama paling dekat dengan rumah klien",
  });
  await step("officer approves a shortlist of three", placement, "AWAITING_CLIENT");
  await nextMorning(stage);
  const answers = order.map((vacancyId, at) => ({ vacancyId, accepts: at < 2, discloseBapas: at === 1 }));
  await post("officer", `/placements/${placement}/client-answer`, { answers, receipt });
  await step("client says yes to two, in one sitting", placement, "AWAITING_EMPLOYER");

  const asking = (action: Asked["action"]): Asked => ({ to: employers.honda.contact.email, placement, action });
  const asked = await read(stage, placement);
  await advanceTo(stage, new Date(Date.parse(asked.deadline ?? "") + minute).toISOString());
  await step("the first employer stays silent: the next is asked", placement, "AWAITING_EMPLOYER");
  await nextMorning(stage);
  const interviewAt = new Date(Date.parse(await cloud.now()) + 4 * day).toISOString();
  await answerLink(stage, asking("ANSWER"), { choice: "INTERVIEW", times: [interviewAt] });
  await step("second employer invites to an interview, by link", placement, "INTERVIEW");
  const invitation = await hourIn(stage, employers.honda.contact.email, `Wawancara: kandidat ${pseudonymOf(placement)}`);
  say(`  its mail says: ${invitation.hour}, with ${invitation.files} calendar file`);
  say(`  the officer's mail says: ${(await hourIn(stage, people.officer.email, "Wawancara: beri tahu klien")).hour}`);
  // The officer calls the client first; what the employer was to hear meanwhile has gone out, even where a relay was killed over it.
  await advance(stage, hour);
  await post("officer", `/placements/${placement}/interview-result`, { kind: "AGREED", at: interviewAt });
  await advanceTo(stage, new Date(Date.parse(interviewAt) + 3 * hour).toISOString());
  await answerLink(stage, asking("INTERVIEW_RESULT"), { result: "OFFER" });
  await step("the employer offers the job, by link", placement, "AWAITING_CONFIRMATION");
  await nextMorning(stage);
  const startedOn = today(await cloud.now());
  await answerLink(stage, asking("CONFIRMATION"), { started: true, startedOn });
  await post("officer", `/placements/${placement}/officer-confirmation`, {
    started: true,
    startedOn,
    evidence: "CONTRACT",
    writtenContract: true,
    contractType: "PKWT",
  });
  await step("employer and officer confirm that work has begun", placement, "PLACED");

  let retainedDays = 0;
  for (const days of followUps) {
    const follow = (await read(stage, placement)).followUp;
    await advanceTo(stage, new Date(Date.parse(follow?.deadline ?? "") + minute).toISOString());
    await untilWritten(stage);
    await answerLink(stage, asking("FOLLOW_UP"), { stillThere: true });
    await post("officer", `/placements/${placement}/follow-ups/${days}`, {
      from: "CLIENT",
      stillThere: true,
      paidAsAgreed: true,
      safe: true,
      receipt,
    });
    await step(`after ${days} days both say: still there`, placement, "PLACED");
    retainedDays = days;
  }
  const end = (await read(stage, placement)).followUp;
  if (followUps.includes(180) && end?.status !== "COMPLETED") throw new Error(`the follow-up ended as ${end?.status}`);
  const last = await read(stage, placement);
  say(`placement ${placement}: ${last.status}`);
  return { placementId: placement, status: last.status, employersAsked: last.employersAsked, retainedDays };
}

/** The hour that the newest mail of a subject names, and how many files come with it. */
async function hourIn(stage: Stage, to: string, subject: string): Promise<{ readonly hour: string; readonly files: number }> {
  const find = async () => (await stage.cloud.mailsTo(to)).find((mail) => mail.subject === subject);
  const found = await withPatience(stage, find, (mail) => mail !== undefined);
  const mail = found && (await stage.cloud.mail(found.id));
  const hour = /\p{L}+, \d+ \p{L}+ \d{4} pukul \d\d\.\d\d WI(?:B|TA|T)/u.exec(mail?.text ?? "")?.[0];
  if (!mail || !hour) throw new Error(`no mail "${subject}" to ${to} names an hour`);
  return { hour, files: mail.attachments?.length ?? 0 };
}

/** Reads a placement as its officer. */
export async function read(stage: Stage, placement: string): Promise<Detail> {
  const token = await tokenOf(stage.publicUrl, stage.clientId, "officer");
  return detail.parse(await send(stage.publicUrl, { method: "GET", path: `/placements/${placement}`, token }));
}

/** Says a step, and holds the placement to the status that it must have reached. */
function makeStep(stage: Stage) {
  return async (line: string, placement?: string, expected?: string): Promise<void> => {
    await stage.cloud.settle();
    const status = placement ? await statusOnceReached(stage, placement, expected) : undefined;
    const now = await stage.cloud.now();
    stage.say(`${localTime(now)}  ${line}${status ? `  → ${status}` : ""}`);
    if (expected && status !== expected) throw new Error(`after "${line}" the placement is ${status}, not ${expected}`);
  };
}

/**
 * A relay that was killed at its work holds its row for two minutes more, and a reader of a stream tries again after seconds:
 * where the cloud has just been started again, what is awaited may need some minutes of its clock.
 */
async function withPatience<T>(stage: Stage, look: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  let found = await look();
  for (let minutes = 0; minutes < 10 && !isThere(found); minutes += 1) {
    await advance(stage, minute);
    found = await look();
  }
  return found;
}

const statusOnceReached = (stage: Stage, placement: string, expected: string | undefined): Promise<string> =>
  withPatience(
    stage,
    async () => (await read(stage, placement)).status,
    (status) => expected === undefined || status === expected,
  );

/** A moment in the demo's office: its zone is WIB. */
export const localTime = (now: string): string =>
  new Date(Date.parse(now) + 7 * hour).toISOString().slice(0, 16).replace("T", " ");

/** Ten in the morning of the next weekday, in the office's zone. */
async function nextMorning(stage: Stage): Promise<void> {
  const now = new Date(Date.parse(await stage.cloud.now()) + 7 * hour);
  const days = now.getUTCDay() === 5 ? 3 : now.getUTCDay() === 6 ? 2 : 1;
  const tomorrow = new Date(now.getTime() + days * day).toISOString().slice(0, 10);
  await advanceTo(stage, `${tomorrow}T03:00:00.000Z`);
}

/** Goes on to the next day on which employers are written to, where today is none: until the last of them has been. */
async function untilWritten(stage: Stage): Promise<void> {
  const now = await stage.cloud.now();
  const told = sendingMoment(now, "WIB", "");
  if (told > now) await advanceTo(stage, new Date(Date.parse(told) + spreadMs).toISOString());
}

async function advance(stage: Stage, by: number): Promise<void> {
  await advanceTo(stage, new Date(Date.parse(await stage.cloud.now()) + by).toISOString());
}

const advanceTo = (stage: Stage, to: string): Promise<void> => stage.cloud.advanceTo(to);

/** What an employer is asked: one mailbox is asked about several placements, and about one of them several things. */
export type Asked = {
  readonly to: string;
  readonly placement: string;
  readonly action: "ANSWER" | "INTERVIEW_RESULT" | "CONFIRMATION" | "FOLLOW_UP";
};

/** Opens the newest mail that asks this and is still open, answers, and waits until the answer has taken effect. */
async function answerLink(stage: Stage, asked: Asked, choice: unknown): Promise<void> {
  const link = await newestOpenLink(stage, asked);
  const path = asked.action === "CONFIRMATION" ? "/link/confirmation" : "/link/answer";
  await send(stage.publicUrl, { method: "POST", path, body: { ...link, choice } });
  await advance(stage, 11 * minute);
}

const view = z.object({ open: z.boolean(), action: z.string(), candidate: z.string() });

export async function newestOpenLink(stage: Stage, { to, placement, action }: Asked): Promise<Link> {
  await stage.cloud.settle();
  const asksThis = async (link: Link): Promise<boolean> => {
    const seen = view.parse(await send(stage.publicUrl, { method: "POST", path: "/link/view", body: link }));
    return seen.open && seen.action === action && seen.candidate === pseudonymOf(placement);
  };
  const find = async () => {
    for (const { id } of await stage.cloud.mailsTo(to)) {
      const link = linkIn(await stage.cloud.mail(id));
      if (link && (await asksThis(link))) return link;
    }
    return undefined;
  };
  const found = await withPatience(stage, find, (link) => link !== undefined);
  if (!found) throw new Error(`no mail to ${to} holds an open link that asks ${action} about placement ${placement}`);
  return found;
}

type Link = { readonly linkId: string; readonly secret: string };

/** The link of a mail: identity and secret from the fragment. */
export function linkIn(mail: Mail): Link | undefined {
  const found = /\/link#(li_[0-9A-Z]{26})\.([\w-]{43})/.exec(mail.text ?? "");
  return found?.[1] && found[2] ? { linkId: found[1], secret: found[2] } : undefined;
}
