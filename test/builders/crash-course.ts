/**
 * One short placement, and every point at which it can be cut off: before and after each call that changes something, in every
 * function and request. Between two such calls there are only reads, so a crash there leaves what the crash before left.
 */
import { expect } from "vitest";
import { type AuditRow, auditOf } from "./audit.ts";
import { answerLink, bringToEmployer, confirm, linkOf, minute, read, seed } from "./carry.ts";
import { type Fault, once } from "./faults.ts";
import { openWorld, type SentMail, type World } from "./world.ts";
import type { WorldParts } from "./world-parts.ts";

export type CrashPoint = { readonly effect: string; readonly when: "before" | "after" };

export type End = {
  readonly status: string;
  readonly seatsFree: number | undefined;
  readonly openPlacement: string | undefined;
  readonly placements: readonly { name: string; status: string }[];
  readonly followUps: readonly { name: string; status: string }[];
  readonly audit: readonly AuditRow[];
  readonly mails: readonly SentMail[];
  readonly pending: number;
};

/** Starts, approves, says yes, accepts by link, confirms. @param rest waits until a step has come to rest, crash or not */
async function carry(world: World, rest: () => Promise<void>): Promise<string> {
  const id = await bringToEmployer({ ...world, settle: rest });
  await answerLink(world, linkOf(world), { choice: "ACCEPT" });
  await world.advance(10 * minute);
  await rest();
  await confirm(world, id);
  await rest();
  return id;
}

async function endOf(world: World, id: string): Promise<End> {
  const placement = await read(world, id);
  const due = await Promise.all([0, 1, 2, 3].map((shard) => world.deps.store.outbox.due(shard, world.now(), 100)));
  const named = ({ name, status }: { name: string; status: string }) => ({ name, status });
  return {
    status: placement.status,
    seatsFree: (await world.deps.store.vacancies.vacancy(placement.shortlist[0]?.vacancyId ?? ""))?.seatsFree,
    openPlacement: (await world.deps.store.clients.client(placement.clientId))?.state.openPlacement,
    placements: (await world.executions("placement")).map(named),
    followUps: (await world.executions("followUp")).map(named),
    audit: await auditOf(world, id),
    mails: world.mails(),
    pending: due.flatMap((page) => page.items).length,
  };
}

/** Runs the placement without a fault: all its crash points, and the end that every other run must come to. */
export async function runWhole(parts: WorldParts): Promise<{ points: readonly CrashPoint[]; end: End }> {
  const world = await openWorld(parts);
  try {
    await seed(world);
    const id = await carry(world, world.settle);
    const effects = [...world.faults.effects()].filter((effect) => !effect.startsWith("sweep"));
    // Before the second of an invocation is after its first: the reads between them leave nothing behind.
    const points = effects.flatMap((effect) => [
      ...(effect.endsWith(" 1") ? [{ effect, when: "before" } as const] : []),
      { effect, when: "after" } as const,
    ]);
    return { points, end: await endOf(world, id) };
  } finally {
    await world.close();
  }
}

/** Runs it once more, cut off at one point, until nothing is left to do. @returns how the end differs, in words; none: it does not */
export async function runCutOff(parts: WorldParts, { effect, when }: CrashPoint, whole: End): Promise<readonly string[]> {
  const world = await openWorld(parts);
  try {
    await seed(world);
    const fault: Fault = { crash: when };
    const plan = once((call) => call.effect > 0 && `${call.invocation} ${call.effect}` === effect, fault);
    world.faults.plan(plan);
    let healed = false;
    const id = await carry(world, async () => {
      await world.settle();
      if (healed || !plan.happened()) return;
      healed = true;
      await world.quiesce();
    });
    if (!plan.happened()) return ["the crash did not happen"];
    return compare(await endOf(world, id), whole);
  } catch (error) {
    return [`it ended with ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`];
  } finally {
    await world.close();
  }
}

/** The same end: nothing written twice, nothing stuck, no mail lost; a mail that came twice is the same to the letter. */
function compare(end: End, whole: End): string[] {
  const wrong: string[] = [];
  const check = (what: string, run: () => void): void => {
    try {
      run();
    } catch (error) {
      wrong.push(`${what}: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
  check("state", () => {
    const { status, seatsFree, openPlacement, placements, pending } = end;
    expect({ status, seatsFree, placements, pending }).toEqual({
      status: whole.status,
      seatsFree: whole.seatsFree,
      placements: whole.placements.map((placement) => ({ ...placement, name: expect.stringMatching(/^pl-.*-a1-r1$/) })),
      pending: 0,
    });
    expect(openPlacement).toBeDefined();
  });
  check("one follow-up", () => expect(end.followUps).toMatchObject([{ status: "RUNNING" }]));
  check("audit", () => expect(end.audit.map(told)).toEqual(whole.audit.map(told)));
  check("mails", () => expect(kindsOf(end.mails)).toEqual(kindsOf(whole.mails)));
  check("repeated mails", () => {
    for (const { reference, text } of end.mails)
      for (const other of end.mails) if (other.reference === reference) expect(other.text).toBe(text);
  });
  return wrong;
}

const told = ({ version, event, actor }: AuditRow) => ({ version, event, actor });

/**
 * Which mails were sent, each once however often it came: one row of the outbox is one mail. The candidate's number comes from
 * the placement's id, which a start that has to be sent again takes anew.
 */
const kindsOf = (mails: readonly SentMail[]): readonly string[] =>
  [...new Map(mails.map((mail) => [mail.reference, `${mail.to}: ${mail.subject.replace(/\bK-\w+/, "K-…")}`])).values()].sort();

/** Runs what is to be done on several worlds at once, since most of the time is spent waiting for the tables. */
export async function inLanes<T, R>(items: readonly T[], lanes: number, run: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) results.push(await run(item));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
