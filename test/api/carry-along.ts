/** Carries a placement along as staff and employers do, one step a function. */
import * as z from "zod";
import { type FrontDoor, postForId } from "./front-door.ts";
import type { Records } from "./office-records.ts";
import type { Person } from "./offices.ts";

export type Link = { linkId: string; secret: string };

const proposals = z.object({
  proposals: z.array(z.object({ vacancyId: z.string() })),
  shortlist: z.array(z.object({ vacancyId: z.string(), employerId: z.string() })),
});
const receipt = { how: "IN_PERSON" } as const;

/** Moves the cloud's clock on by so many minutes, working off what falls due. */
export const wait = (door: FrontDoor, minutes: number): Promise<unknown> => door.cloud.advance({ by: minutes * 60_000 });

/** The newest mail to an address that holds a link, and the link's credentials. */
export function newestLink(door: FrontDoor, to: string): Link {
  for (const { id } of door.cloud.mailbox.list({ to, limit: 100 })) {
    const [, linkId, secret] = /\/link#(li_[0-9A-Z]{26})\.([\w-]{43})/.exec(door.cloud.mailbox.get(id)?.text ?? "") ?? [];
    if (linkId && secret) return { linkId, secret };
  }
  throw new Error(`no mail to ${to} holds a link`);
}

/** The short code in the newest mail to somebody that holds a link, with the link that it opens. */
export function newestCode(door: FrontDoor, to: string): { readonly code: string; readonly link: Link } {
  const link = newestLink(door, to);
  const mail = door.cloud.mailbox
    .list({ to, limit: 100 })
    .find(({ id }) => door.cloud.mailbox.get(id)?.text?.includes(link.secret));
  const code = /ketik kode (\S+)\./.exec(door.cloud.mailbox.get(mail?.id ?? "")?.text ?? "")?.[1];
  if (code === undefined) throw new Error(`no mail to ${to} holds a code`);
  return { code, link };
}

/** Approves the given vacancies (all proposals unless said) and takes the client's yes to each. */
export async function approveAll(
  door: FrontDoor,
  placement: string,
  order?: readonly string[],
  disclose: readonly boolean[] = [],
): Promise<void> {
  const seen = proposals.parse(await door.get("officer", `/placements/${placement}`));
  const chosen = order ?? seen.proposals.map((proposal) => proposal.vacancyId).slice(0, 5);
  await door.post("officer", `/placements/${placement}/approval`, {
    decision: "APPROVE",
    order: chosen,
    reason: "Dekat dengan rumah",
  });
  await door.cloud.settle();
  const answers = chosen.map((vacancyId, at) => ({ vacancyId, accepts: true, discloseBapas: disclose[at] ?? false }));
  await door.post("officer", `/placements/${placement}/client-answer`, { answers, receipt });
  await door.cloud.settle();
}

/** Carries the records' placement to the first employer and answers the link of its mail. */
export async function reachEmployer(door: FrontDoor, records: Records): Promise<Link> {
  await approveAll(door, records.placement, [records.vacancy, records.secondVacancy]);
  return newestLink(door, await contactOf(door, records.employer));
}

const stored = z.object({ Item: z.object({ contact: z.object({ M: z.object({ email: z.object({ S: z.string() }) }) }) }) });

/** The address of an employer's contact, which no route tells. */
export async function contactOf(door: FrontDoor, employer: string): Promise<string> {
  const table = door.cloud.model.tables.find(({ logicalId, name }) =>
    `${logicalId} ${name}`.toLowerCase().includes("employers"),
  )?.name;
  const item = await door.cloud.dynamodb("GetItem", {
    TableName: table,
    Key: { pk: { S: `EM#${employer}` }, sk: { S: "PROFILE" } },
  });
  return stored.parse(item).Item.contact.M.email.S;
}

/** Registers a client as given, with consent, and starts a placement without a certificate. */
export async function startFor(
  door: FrontDoor,
  body: unknown,
  as: Person = "officer",
): Promise<{ client: string; placement: string }> {
  const client = await postForId(door, as, "/clients", body);
  await door.post(as, `/clients/${client}/consents`, { purpose: "PROFILING", action: "GIVEN", receipt });
  const placement = await postForId(door, as, "/placements", { clientId: client, withoutCertificate: true });
  await door.cloud.settle();
  return { client, placement };
}
