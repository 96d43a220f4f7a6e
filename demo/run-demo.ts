/** The whole of it in a throw-away folder: from an empty cloud to a client who has kept the job for half a year. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import { carryClient, stepsUntilRetained } from "./carry.ts";
import { type CloudApi, openCloudApi } from "./cloud-api.ts";
import { type CloudProcess, startCloudProcess } from "./cloud-process.ts";
import { send } from "./http.ts";
import { seedRecords, seedStaff, tokenOf } from "./seed.ts";

export type DemoOptions = {
  readonly cdkOut: string;
  readonly say: (line: string) => void;
  /** Leaves the folder with everything in it, to look into. */
  readonly keep?: boolean;
  /** Which follow-ups it goes through; the whole half year unless said. */
  readonly followUps?: readonly number[];
  /** How often the cloud is killed at a random moment and started again; the moments are spread over the steps. */
  readonly kills?: number;
  /** Where the randomness of the kills comes from. */
  readonly random?: () => number;
  /** Ends it before its time: the cloud is closed and the folder goes. */
  readonly signal?: AbortSignal;
};

export type DemoResult = {
  readonly status: string;
  readonly employersAsked: number;
  readonly retainedDays: number;
  readonly mails: number;
  readonly reports: number;
  readonly errors: readonly string[];
  readonly kills: number;
  /** Every mail, oldest first. */
  readonly sent: readonly SentMail[];
  /** How many placements the office has in the end. */
  readonly placements: number;
  /** What all processes of the cloud take of the machine's memory in the end, in bytes; 0 where that is not known. */
  readonly memoryBytes: number;
};

/** A mail; `reference` is the same for the same mail sent again. */
export type SentMail = { readonly to: string; readonly subject: string; readonly text: string; readonly reference: string };

/** Monday 2 March 2026, 09.00 WIB. */
const beginning = "2026-03-02T02:00:00.000Z";

/** Runs the demo. Throws where the placement does not reach a status that it must reach, and where it is ended before its time. */
export async function runDemo(options: DemoOptions): Promise<DemoResult> {
  const data = mkdtempSync(join(tmpdir(), "titian-demo-"));
  const ports = { port: await freePort(), awsPort: await freePort() };
  const start = () => startCloudProcess({ data, cdkOut: options.cdkOut, startAt: beginning, ...ports });
  const starting = start().then((first) => keepAlive(first, start, options));
  try {
    return await Promise.race([starting.then((keeper) => goThrough(keeper, options)), untilEnded(options.signal)]);
  } finally {
    const keeper = await starting.catch(() => undefined);
    await keeper?.close();
    if (options.keep) options.say(`kept: ${data}`);
    else rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Never resolves; throws when the demo is to end. */
function untilEnded(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(new Error("ended before its time"));
    if (signal?.aborted) end();
    else signal?.addEventListener("abort", end, { once: true });
  });
}

async function goThrough(keeper: Keeper, options: DemoOptions): Promise<DemoResult> {
  const followUps = options.followUps ?? [30, 90, 180];
  const { publicUrl, awsUrl, clientId, functions } = keeper.first;
  const cloud = openCloudApi(publicUrl);
  await seedStaff(cloud, awsUrl, functions.find((name) => name.endsWith("register-staff")) ?? "");
  const seeded = await seedRecords(cloud, publicUrl, clientId);
  options.say("demo data is in; times are the office's (WIB)");
  keeper.noteStep();
  const say = (line: string): void => {
    options.say(line);
    keeper.noteStep();
  };
  const carried = await carryClient({ publicUrl, clientId, cloud, say }, seeded.clients[0] ?? "", 1_234_567, followUps);
  await keeper.end();
  await cloud.advanceTo(nextMonday(await cloud.now()));
  await cloud.settle();
  const sent = await readMails(cloud);
  const reports = sent.filter((mail) => mail.subject.startsWith("Laporan mingguan")).length;
  const { totalBytes } = memory.parse(await cloud.raw("/memory"));
  const office = { placements: await countPlacements(publicUrl, clientId), memoryBytes: totalBytes };
  return {
    ...carried,
    ...office,
    mails: sent.length,
    reports,
    errors: [...(await findErrors(cloud, followUps.includes(180))), ...(keeper.kills() > 0 ? [] : findRepeats(sent))],
    kills: keeper.kills(),
    sent,
  };
}

/** Half past seven on the next Monday: the last weekly report has gone out. */
function nextMonday(now: string): string {
  const at = new Date(Date.parse(now) + 7 * 3_600_000);
  const days = ((8 - at.getUTCDay()) % 7 || 7) * 86_400_000;
  return new Date(Date.parse(`${at.toISOString().slice(0, 10)}T00:30:00.000Z`) + days).toISOString();
}

const executions = z.object({ executions: z.array(z.object({ name: z.string(), status: z.string() })) });
const deadLetters = z.object({ deadLetters: z.array(z.object({ id: z.union([z.string(), z.number()]) })) });
const outbox = z.object({
  rows: z.array(z.object({ key: z.string(), tries: z.number().optional(), kind: z.string().optional() })),
});

/** What must not be there after a run: failed executions, dead letters, rows of the outbox that are tried again and again. */
async function findErrors(cloud: CloudApi, hasEnded: boolean): Promise<string[]> {
  const failed = executions
    .parse(await cloud.raw("/executions?limit=1000"))
    .executions.filter((execution) => execution.status !== "SUCCEEDED" && (hasEnded || execution.status !== "RUNNING"));
  const dead = deadLetters.parse(await cloud.raw("/dead-letters")).deadLetters;
  const stuck = outbox.parse(await cloud.raw("/outbox")).rows.filter((row) => (row.tries ?? 0) > 0);
  return [
    ...failed.map((execution) => `execution ${execution.name} is ${execution.status}`),
    ...dead.map((deadLetter) => `dead letter ${deadLetter.id}`),
    ...stuck.map((row) => `row ${row.key} is tried again`),
  ];
}

/** A mail is sent again only where something broke on the way. */
function findRepeats(sent: readonly SentMail[]): string[] {
  const seen = new Set<string>();
  return sent.flatMap((mail) => {
    const key = `${mail.reference} ${mail.to}`;
    if (seen.has(key)) return [`mail ${mail.reference} was sent twice`];
    seen.add(key);
    return [];
  });
}

const memory = z.object({ totalBytes: z.number() });

async function readMails(cloud: CloudApi): Promise<SentMail[]> {
  const mails: SentMail[] = [];
  for (const { id } of [...(await cloud.mails())].reverse()) {
    const mail = await cloud.mail(id);
    mails.push({ to: mail.to.join(","), subject: mail.subject, text: mail.text ?? "", reference: mail.tags.reference ?? "" });
  }
  return mails;
}

const listed = z.object({ items: z.array(z.object({ kind: z.string() })), cursor: z.string().optional() });

async function countPlacements(publicUrl: string, clientId: string): Promise<number> {
  const token = await tokenOf(publicUrl, clientId, "supervisor");
  const { items, cursor } = listed.parse(await send(publicUrl, { method: "GET", path: "/placements?limit=100", token }));
  if (cursor) throw new Error("the demo has more placements than one page");
  return items.filter((item) => item.kind === "PLACEMENT").length;
}

/** Longest time between a step and the kill that follows it, in milliseconds. */
const killWithin = 2500;

type Keeper = ReturnType<typeof keepAlive>;

/** For how long a cloud that is ending by itself is waited for, in milliseconds: Ctrl-C in a terminal reaches it as well. */
const endsByItself = 1500;

/** Kills the cloud at random moments after each step and starts it again, until all kills are done. */
function keepAlive(first: CloudProcess, start: () => Promise<CloudProcess>, options: DemoOptions) {
  const random = options.random ?? Math.random;
  const kills = options.kills ?? 0;
  let current = first;
  let killed = 0;
  let ordered = 0;
  let steps = 0;
  let closing = false;
  let loop: Promise<void> = Promise.resolve();
  const killOnce = async (): Promise<void> => {
    await sleep(random() * killWithin);
    if (closing) return;
    await current.kill();
    killed += 1;
    options.say(`— killed (${killed}) —`);
    current = await start();
  };
  return {
    first,
    kills: () => killed,
    noteStep: () => {
      steps += 1;
      const due = Math.min(kills, Math.ceil((kills * steps) / stepsUntilRetained));
      for (; ordered < due; ordered += 1) loop = loop.then(killOnce);
      // Who waits for the end is told of what went wrong.
      loop.catch(() => {});
    },
    /** Waits for what was ordered. */
    end: () => loop,
    /** Ends the cloud in order; no more kills. */
    close: async (): Promise<void> => {
      closing = true;
      await loop.catch(() => {});
      // A second signal would cut short what the first one has begun.
      if (options.signal?.aborted) await Promise.race([current.ended, sleep(endsByItself)]);
      await current.close();
    },
  };
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
