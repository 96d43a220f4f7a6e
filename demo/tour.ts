/** What `npm start` shows: demo data where there is none, one client carried to work at the first start, else where all stand. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { carryClient, localTime } from "./carry.ts";
import { type CloudApi, openCloudApi } from "./cloud-api.ts";
import { clients, password, people } from "./demo-data.ts";
import { send } from "./http.ts";
import { seedRecords, seedStaff, tokenOf } from "./seed.ts";

/** Which clients the demo has, and whom it has set out with. */
const memory = z.object({
  clients: z.array(z.string()),
  /** How many of them, in their order, it is through with. */
  carried: z.int(),
  /** With whom it set out and did not arrive. */
  cutOff: z.array(z.string()).default([]),
});
type Memory = z.infer<typeof memory>;

export type Show = {
  readonly publicUrl: string;
  readonly awsUrl: string;
  readonly clientId: string;
  readonly functions: readonly string[];
  /** The data folder. */
  readonly data: string;
  /** Carries one more client, though one was carried at an earlier start. */
  readonly tour: boolean;
  readonly say: (line: string) => void;
};

export const hasDemoData = (data: string): boolean => existsSync(memoryFile(data));

/** The logins of the demo, and how one gets a token without a browser. @param options what the commands need to find the cloud */
export const loginLines = (options: string): string =>
  `\nLogins (password ${password}): ${Object.values(people)
    .map((person) => `${person.username} (${person.role})`)
    .join(", ")}\nA token for the API: npm run -s token -- ${people.officer.username}${options}`;

/** Throws where the cloud refuses what the demo wants of it; what has been reached until then stays. */
export async function showDemo(show: Show): Promise<void> {
  const api = openCloudApi(show.publicUrl);
  const before = await seedOnce(show, api);
  const next = clients.findIndex((seed, at) => at >= before.carried && seed.skills.includes("AUTOMOTIVE"));
  const client = before.clients[next];
  if (before.carried > 0 && !show.tour) return tellWhereAllStand(show, api, before, client !== undefined);
  if (!client) {
    show.say("\nThe demo has set out with every client it has. Another folder begins afresh: npm start -- --data FOLDER");
    return tellWhereAllStand(show, api, before, false);
  }
  const cutOff = [...before.cutOff, client];
  remember(show.data, { ...before, carried: next + 1, cutOff });
  show.say(`
One placement, from the certificate to work: ${clients[next]?.fullName}. The cloud's clock is moved on, so that nobody has to wait;
times are the office's (WIB).
`);
  await carryClient({ ...show, cloud: api, say: (line) => show.say(`  ${line}`) }, client, 1_234_567 + next);
  remember(show.data, { ...before, carried: next + 1 });
  show.say(`
The cloud's clock now stands at ${localTime(await api.now())} WIB. Read the mails at ${show.publicUrl}/_cloud/mails.`);
}

const listed = z.object({
  items: z.array(z.object({ kind: z.string(), clientId: z.string(), status: z.string(), deadline: z.string().optional() })),
});

/** One line for each placement and each follow-up, and one for who was left before there was a placement. */
async function tellWhereAllStand(show: Show, api: CloudApi, now: Memory, hasNext: boolean): Promise<void> {
  const token = await tokenOf(show.publicUrl, show.clientId, "supervisor");
  const { items } = listed.parse(await send(show.publicUrl, { method: "GET", path: "/placements?limit=100", token }));
  const nameOf = (client: string): string => clients[now.clients.indexOf(client)]?.fullName ?? client;
  const lines = items.map(({ kind, clientId, status, deadline }) => {
    const what = kind === "FOLLOW_UP" ? "follow-up" : "placement";
    const until = deadline === undefined ? "" : `, until ${localTime(deadline)} at the latest`;
    return `${nameOf(clientId).padEnd(22)} ${what}  ${status}${until}`;
  });
  const left = now.cutOff.map(
    (client) => `${nameOf(client).padEnd(22)} the tour was cut off on the way; officers would go on by the API`,
  );
  show.say(`\nWhere things stand (times in WIB; the cloud's clock is at ${localTime(await api.now())}):\n`);
  for (const line of [...lines, ...left]) show.say(`  ${line}`);
  if (hasNext) show.say("\nnpm start -- --tour carries one more client while you watch, and moves the clock some two weeks on.");
}

async function seedOnce({ publicUrl, awsUrl, clientId, functions, data }: Show, api: CloudApi): Promise<Memory> {
  if (hasDemoData(data)) return memory.parse(JSON.parse(readFileSync(memoryFile(data), "utf8")));
  await seedStaff(api, awsUrl, functions.find((name) => name.endsWith("register-staff")) ?? "", {
    // Whoever tries it at night need not wait for the morning.
    mailHours: { from: 0, to: 24, everyDay: true },
  });
  const seeded = { clients: [...(await seedRecords(api, publicUrl, clientId)).clients], carried: 0, cutOff: [] };
  remember(data, seeded);
  return seeded;
}

const memoryFile = (data: string): string => join(data, "demo.json");

const remember = (data: string, now: Memory): void => writeFileSync(memoryFile(data), JSON.stringify(now));
