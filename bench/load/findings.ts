/** What is looked at beside the actors: how much memory the cloud takes, and what must not be left behind. */
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod";
import type { CloudApi } from "../../demo/cloud-api.ts";

const memory = z.object({ totalBytes: z.number(), parts: z.array(z.object({ name: z.string(), bytes: z.number() })) });
export type Memory = z.infer<typeof memory>;

/** Looks at the cloud's memory again and again; `end` answers the look at which it was largest. */
export function watchMemory(cloud: CloudApi, everyMilliseconds: number): { readonly end: () => Promise<Memory> } {
  const ending = new AbortController();
  let largest: Memory = { totalBytes: 0, parts: [] };
  const look = async (): Promise<void> => {
    const seen = memory.parse(await cloud.raw("/memory"));
    if (seen.totalBytes > largest.totalBytes) largest = seen;
  };
  const watch = async (): Promise<void> => {
    while (!ending.signal.aborted) {
      await look();
      await sleep(everyMilliseconds, undefined, { signal: ending.signal }).catch(() => {});
    }
    await look();
  };
  const watching = watch();
  return {
    end: async () => {
      ending.abort();
      await watching;
      return largest;
    },
  };
}

const executions = z.object({ executions: z.array(z.object({ name: z.string(), status: z.string() })) });
const deadLetters = z.object({ deadLetters: z.array(z.object({ id: z.string() })) });
const outbox = z.object({ rows: z.array(z.object({ key: z.string(), tries: z.number().optional() })) });

/** Failed executions, messages in a dead-letter queue, and rows of the outbox that had to be tried again. */
export async function findFailures(cloud: CloudApi): Promise<string[]> {
  const failed = executions
    .parse(await cloud.raw("/executions?limit=1000"))
    .executions.filter(({ status }) => status !== "SUCCEEDED" && status !== "RUNNING");
  const dead = deadLetters.parse(await cloud.raw("/dead-letters?limit=1000")).deadLetters;
  const again = outbox.parse(await cloud.raw("/outbox?limit=1000")).rows.filter(({ tries = 0 }) => tries > 0);
  return [
    ...failed.map(({ name, status }) => `execution ${name} is ${status}`),
    ...dead.map(({ id }) => `message ${id} is in a dead-letter queue`),
    ...again.map(({ key }) => `outbox row ${key} is tried again`),
  ];
}
