import { describe, expect, it } from "vitest";
import * as z from "zod";
import { followUpIdOf } from "../../../shared/domain/identifiers/ids.ts";
import {
  answerLink,
  approve,
  bringToEmployer,
  clientSays,
  confirm,
  day,
  employerSays,
  interview,
  linkOf,
  minute,
  news,
  read,
  review,
  start,
} from "../../builders/carry.ts";
import { isWhole } from "../../builders/runs.ts";
import { useWorlds } from "../../builders/use-worlds.ts";
import type { World } from "../../builders/world.ts";
import { readMachine } from "./read-machine.ts";

const open = useWorlds();

const history = z.object({ events: z.array(z.looseObject({ type: z.string() })) });

async function historyOf(world: World, arn: string) {
  const { body } = await world.stepFunctions.call("GetExecutionHistory", {
    executionArn: arn,
    maxResults: 1000,
    includeExecutionData: true,
  });
  return history.parse(body).events;
}

/** As AWS counts them for the bill: states entered, the start and each retry among them. */
const transitionsIn = (events: readonly { type: string }[]): number =>
  1 +
  events.filter((event) => event.type.endsWith("StateEntered")).length +
  events.filter((event) => event.type === "TaskFailed").length;

/** The texts within a history, the events' own words apart: inputs, outputs, parameters, variables. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") {
    try {
      const inner: unknown = JSON.parse(value);
      if (typeof inner === "object" && inner !== null) return textsIn(inner);
    } catch {
      // Not JSON: a text of its own.
    }
    return [value.replace(/^"|"$/g, "")];
  }
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/** Identifiers, statuses, moments, tokens, and the names of states, functions, services and errors. */
const harmless = [
  /^(pl|fu)_\d{26}$/,
  /^[A-Z_]{5,30}$/,
  /^\d{4}-\d\d-\d\dT[\d:.]+Z(#\d+)?$/,
  /^[\w-]{128}$/,
  /^(lambda|invoke|invoke\.waitForTaskToken|ap-southeast-3|\$LATEST|null|\d*|true|false)$/,
  /^arn:aws:iam::000000000000:role\/machine$/,
  /^(processStatus|holdToken|expireWait|rankPlacement)$/,
  /^States\.Timeout$/,
  /^[A-Z][A-Za-z]+$/,
];

const stateNames = new Set(
  (["placement", "follow-up"] as const).flatMap((file) => Object.keys(readMachine(file).machine.States)),
);

describe("a placement with two employers and an interview, then half a year of follow-ups", () => {
  it("takes at most 29 transitions and 500 events, and its histories hold ids only", { timeout: 60_000 }, async () => {
    const world = await open({ clients: [{ phone: "+6281299998888", fullName: "Kenari Canary" }], vacancies: [{}, {}] });
    const { id } = await start(world, 1, false);
    await world.settle();
    // No certificate: the officer lets the client go on without one.
    await review(world, id, { decision: "GO_ON_WITHOUT" });
    await world.settle();
    await approve(world, id, [1, 2]);
    await world.settle();
    await clientSays(world, id, [1, 2]);
    await world.settle();
    const asked = await read(world, id);
    await world.advanceTo(new Date(Date.parse(asked.deadline ?? "") + 9 * 60 * minute).toISOString());
    const at = `${new Date(Date.parse(world.now()) + 2 * day).toISOString().slice(0, 10)}T03:00:00.000Z`;
    await answerLink(world, linkOf(world, 2), { choice: "INTERVIEW", times: [at] });
    await world.advance(10 * minute);
    await interview(world, id, { kind: "AGREED", at });
    await world.settle();
    await interview(world, id, { kind: "RESULT", result: "OFFER", receipt: { how: "PHONE" } });
    await world.settle();
    await confirm(world, id);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "PLACED", employersAsked: 2 });

    const [placed] = await world.executions("placement");
    const events = await historyOf(world, placed?.arn ?? "");
    expect(transitionsIn(events)).toBeLessThanOrEqual(29);
    expect(events.length).toBeLessThanOrEqual(500);

    for (const days of ["30", "90", "180"] as const) {
      const before = linkOf(world, 2);
      const follow = (await world.deps.store.processes.followUp(followUpIdOf(id)))?.state;
      await world.advanceTo(new Date(Date.parse(follow?.deadline ?? "") + minute).toISOString());
      // The day may be a holiday, on which nobody is written to.
      for (const asked = before.linkId; linkOf(world, 2).linkId === asked; ) await world.advance(day);
      await answerLink(world, linkOf(world, 2), { stillThere: true });
      await world.advance(10 * minute);
      await news(world, id, days, { from: "CLIENT", stillThere: true, paidAsAgreed: true, safe: true });
      await world.settle();
    }
    expect((await world.deps.store.processes.followUp(followUpIdOf(id)))?.state).toMatchObject({ status: "COMPLETED" });
    expect((await world.deps.store.clients.client(asked.clientId))?.state.openPlacement).toBeUndefined();
    const [followed] = await world.executions("followUp");
    expect(followed?.status).toBe("SUCCEEDED");
    const later = await historyOf(world, followed?.arn ?? "");
    expect(later.length).toBeLessThanOrEqual(500);

    const texts = [...events, ...later].flatMap(({ type: _type, timestamp: _at, ...rest }) => textsIn(rest));
    expect(texts.length).toBeGreaterThan(200);
    expect([...new Set(texts)].filter((text) => !stateNames.has(text) && !harmless.some((shape) => shape.test(text)))).toEqual(
      [],
    );
    expect(JSON.stringify([events, later])).not.toMatch(/Kenari|Canary|6281299998888|bengkel|link#|em_|cl_/);
  });

  it.runIf(isWhole)("whose confirmation nobody gives for ten months still fits its history", { timeout: 60_000 }, async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "ACCEPT" });
    await world.settle();
    for (let weeks = 0; weeks < 30; weeks += 1) {
      const { deadline = "" } = await read(world, id);
      await world.advanceTo(new Date(Date.parse(deadline) + minute).toISOString());
    }
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CONFIRMATION", stage: 31 });
    const [execution] = await world.executions("placement");
    expect((await historyOf(world, execution?.arn ?? "")).length).toBeLessThanOrEqual(500);
    await confirm(world, id);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "PLACED" });
  });
});
