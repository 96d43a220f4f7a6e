/** Carries one client from the start to the placement, as the demo does but that no clock is moved: what the employer says, it says by phone. */
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { linkIn } from "../../demo/carry.ts";
import type { CloudApi } from "../../demo/cloud-api.ts";
import type { CloudProcess } from "../../demo/cloud-process.ts";
import { today, tokenOf } from "../../demo/seed.ts";
import { sendOnce } from "./send.ts";

const answer = z.object({ id: z.string(), status: z.string(), version: z.int() });
const placement = z.object({
  status: z.string(),
  pseudonym: z.string(),
  proposals: z.array(z.object({ vacancyId: z.string(), employerName: z.string() })),
});
const mails = z.object({ mails: z.array(z.object({ id: z.string(), subject: z.string(), time: z.string() })) });
const linkView = z.object({ open: z.boolean(), candidate: z.string() });

/** What came of one client. */
export type Carried = {
  /** From the answer to the start until the proposals were there. */
  readonly proposalSeconds: number;
  /** How many transactions have changed the placement. */
  readonly transactions: number;
};

/** How often somebody who waits looks again, in milliseconds, and for how long. */
const lookAgain = 500;
const patience = 60_000;

/** How many employers the shortlist holds. */
const shortlisted = 2;

/** Throws where the client is not placed in the end, or something that is awaited does not come within a minute. */
export async function carryToPlacement(cloud: CloudApi, process: CloudProcess, client: string): Promise<Carried> {
  const { publicUrl, clientId } = process;
  const token = await tokenOf(publicUrl, clientId, "officer");
  const post = async (path: string, body: unknown) =>
    answer.parse(await sendOnce(publicUrl, { method: "POST", path, token, body }));
  const receipt = { how: "PHONE" } as const;

  const setOutAt = await cloud.now();
  const { id } = await post("/placements", { clientId: client });
  const startedAt = performance.now();
  const proposed = await awaited(`proposals of ${id}`, async () => {
    const read = placement.parse(await sendOnce(publicUrl, { method: "GET", path: `/placements/${id}`, token }));
    return read.status === "AWAITING_APPROVAL" ? read : undefined;
  });
  const proposalSeconds = (performance.now() - startedAt) / 1000;

  const order = proposed.proposals.slice(0, shortlisted).map(({ vacancyId }) => vacancyId);
  await post(`/placements/${id}/approval`, { decision: "APPROVE", order });
  const answers = order.map((vacancyId) => ({ vacancyId, accepts: true, discloseBapas: false }));
  await post(`/placements/${id}/client-answer`, { answers, receipt });
  // Questions to one contact within a quarter of an hour go in one mail, and no clock is moved here: this one is sent by itself.
  await post(`/placements/${id}/question`, { vacancyId: order[0] });
  const asked = { to: addressOf(proposed.proposals[0]?.employerName ?? ""), after: setOutAt };
  await openLink(cloud, publicUrl, asked, proposed.pseudonym);
  await post(`/placements/${id}/employer-answer`, { answer: { choice: "ACCEPT" }, receipt });
  const { status, version } = await post(`/placements/${id}/officer-confirmation`, {
    started: true,
    startedOn: today(await cloud.now()),
    evidence: "CONTRACT",
    writtenContract: true,
    contractType: "PKWT",
    employer: receipt,
  });
  if (status !== "PLACED") throw new Error(`placement ${id} is ${status}`);
  return { proposalSeconds, transactions: version };
}

/** The mail address of an employer of the bench. */
const addressOf = (employerName: string): string => `bengkel-${/\d+$/.exec(employerName)?.[0]}@contoh.example`;

/** Waits for the mail that asks an employer about a candidate and looks at the page behind its link. */
async function openLink(
  cloud: CloudApi,
  publicUrl: string,
  { to, after }: { readonly to: string; readonly after: string },
  candidate: string,
): Promise<void> {
  const query = new URLSearchParams({ to, after, limit: "1000" });
  await awaited(`an open link to ${to} about ${candidate}`, async () => {
    const about = mails.parse(await cloud.raw(`/mails?${query}`)).mails.filter(({ subject }) => subject.includes(candidate));
    // Who was asked before the mail went is asked once more with a link that takes the place of the first.
    const newest = about.toSorted((left, right) => left.time.localeCompare(right.time)).at(-1);
    if (newest === undefined) return undefined;
    const link = linkIn(await cloud.mail(newest.id));
    const seen = linkView.parse(await sendOnce(publicUrl, { method: "POST", path: "/link/view", body: link }));
    return seen.open && seen.candidate === candidate ? seen : undefined;
  });
}

/** Looks again and again until something is there. */
async function awaited<T>(name: string, look: () => Promise<T | undefined>): Promise<T> {
  const until = performance.now() + patience;
  while (performance.now() < until) {
    const found = await look();
    if (found !== undefined) return found;
    await sleep(lookAgain);
  }
  throw new Error(`${name}: not there after ${patience / 1000} s`);
}
