import { ProvisionedThroughputExceededException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { relayRow } from "../../../../shared/commands/relay/relay-row.ts";
import { pseudonymOf } from "../../../../shared/domain/identifiers/ids.ts";
import { outboxPut } from "../../../../shared/store/outbox.ts";
import { auditOf } from "../../../builders/audit.ts";
import {
  approve,
  bringToClient,
  bringToEmployer,
  clientSays,
  day,
  employerSays,
  hour,
  minute,
  read,
  start,
} from "../../../builders/carry.ts";
import { once } from "../../../builders/faults.ts";
import { idNo } from "../../../builders/ids.ts";
import { isWhole } from "../../../builders/runs.ts";
import { useWorlds } from "../../../builders/use-worlds.ts";
import type { World } from "../../../builders/world.ts";

const open = useWorlds();
const write = "TransactWriteItemsCommand";
const throttled = () => new ProvisionedThroughputExceededException({ message: "slow down", $metadata: {} });
const conflict = () =>
  new TransactionCanceledException({ message: "-", $metadata: {}, CancellationReasons: [{ Code: "TransactionConflict" }] });

/** A row that nobody can work off, due at once. */
async function addRow(world: World, no: number): Promise<string> {
  const put = outboxPut(
    idNo("outbox", no),
    // @ts-expect-error: a mail that there is not does not compile; at rest it may stand, as one of an older version
    { kind: "MAIL", ref: { message: "noSuchMail", to: "officer", processId: idNo("placement", 1) } },
    world.now(),
  );
  await world.deps.store.database.commit([put]);
  return `OB#${idNo("outbox", no)}`;
}

describe("the tables in trouble", () => {
  it("a throttled commit changes nothing, and the request can be sent again", async () => {
    const world = await open();
    const { id } = await start(world);
    await world.settle();
    const before = await auditOf(world, id);
    world.faults.plan(once((call) => call.invocation === "approve" && call.command === write, { error: throttled }));
    await expect(approve(world, id, [1])).rejects.toThrow("slow down");
    expect(await auditOf(world, id)).toEqual(before);
    expect(await approve(world, id, [1])).toMatchObject({ status: "AWAITING_CLIENT" });
  });

  it("a throttled task is tried again by the machine", async () => {
    const world = await open();
    let left = 3;
    world.faults.plan((call) => {
      if (call.invocation !== "task rankPlacement pl" || call.command !== write || left === 0) return undefined;
      left -= 1;
      return { error: throttled };
    });
    const { id } = await start(world);
    await world.settle();
    for (let tries = 0; tries < 4; tries += 1) await world.advance(60_000);
    expect(left).toBe(0);
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL", run: 1 });
  });

  it.runIf(isWhole)("another transaction in the way: it backs off and comes through; for ever: it says so", async () => {
    const world = await open();
    const { id } = await start(world);
    await world.settle();
    let conflicts = 0;
    world.faults.plan((call) => {
      if (call.invocation !== "approve" || call.command !== write) return undefined;
      conflicts += 1;
      return conflicts <= 4 || conflicts > 5 ? { error: conflict } : undefined;
    });
    expect(await approve(world, id, [1])).toMatchObject({ status: "AWAITING_CLIENT" });
    expect(conflicts).toBe(5);
    await world.settle();
    world.faults.plan((call) => (call.invocation === "clientSays" && call.command === write ? { error: conflict } : undefined));
    await expect(clientSays(world, id, [1])).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_CLIENT" });
  });

  it("a token that meets another transaction is brought again by the machine's retry", async () => {
    const world = await open();
    world.faults.plan((call) => (call.invocation === "task holdToken pl 1" ? { error: conflict } : undefined));
    const { id } = await start(world);
    await world.settle();
    await approve(world, id, [1]);
    await world.settle();
    world.faults.plan(undefined);
    await world.advance(10_000);
    expect((await world.deps.store.waits.wait(id, 2))?.token).toBeDefined();
  });
});

describe("a row whose effect fails", () => {
  it("is put off longer each time, is dead after twelve tries, and holds up nobody", async () => {
    const world = await open();
    const pk = await addRow(world, 5);
    const id = await bringToClient(world);
    const waits: number[] = [];
    for (let tries = 0; tries < 40 && world.dead().length === 0; tries += 1) {
      await world.sweep();
      const row = await world.deps.store.outbox.load(pk);
      if (row?.status !== "PENDING") break;
      waits.push(Date.parse(row.dueAt) - Date.parse(world.now()));
      world.setClock(row.dueAt);
    }
    expect(waits.slice(0, 4)).toEqual([10_000, 20_000, 40_000, 80_000]);
    expect(Math.max(...waits)).toBe(hour);
    expect(waits).toHaveLength(11);
    expect(world.dead()).toEqual([pk]);
    expect((await world.deps.store.outbox.load(pk))?.status).toBe("DEAD");
    expect(await relayRow(world.relayDeps, pk)).toBe("NOT_TAKEN");
    await clientSays(world, id, [1]);
    await world.settle();
    expect(world.mails()).toHaveLength(1);
  });

  it("that cannot even be read holds up none behind it", async () => {
    const world = await open();
    for (const no of [1, 2, 3, 4, 5, 6, 7, 8])
      await world.deps.store.database.writeOne({
        label: "poison",
        table: "outbox",
        kind: "put",
        item: {
          pk: `OB#poison-${no}`,
          sk: "-",
          kind: "UNHEARD_OF",
          ref: {},
          dueAt: "2026-03-01T00:00:00.000Z",
          status: "PENDING",
          tries: 0,
          queue: `Q#${no % 4}`,
        },
      });
    world.useStream(false);
    const { id } = await start(world);
    await world.sweep().catch(() => undefined);
    await world.settle();
    expect(await read(world, id)).toMatchObject({ status: "AWAITING_APPROVAL" });
    await expect(world.sweep()).resolves.toBeUndefined();
    await expect(world.advance(3 * minute)).rejects.toThrow("8 rows of the outbox");
  });

  it("of a mail server that is away for an hour is sent once it is back, with the same link", async () => {
    const world = await open();
    world.faults.plan((call) => (call.command === "SendEmailCommand" ? { error: () => new Error("no mail today") } : undefined));
    const id = await bringToEmployer(world);
    await world.advance(30 * minute);
    expect(world.mails()).toEqual([]);
    world.faults.plan(undefined);
    await world.advance(hour);
    expect(world.mails().map((mail) => mail.subject)).toEqual([`Kandidat untuk lowongan Anda: ${pseudonymOf(id)}`]);
  });
});

describe("reminders", () => {
  it("come on the second and the fourth working day, with the link of the first mail", async () => {
    const world = await open();
    await bringToEmployer(world);
    for (let days = 0; days < 4; days += 1) await world.advance(day + 15 * minute);
    const mails = world.mails().filter((mail) => mail.to === "pemilik1@bengkel.test");
    expect(mails.map((mail) => mail.subject.split(":")[0])).toEqual(["Kandidat untuk lowongan Anda", "Pengingat", "Pengingat"]);
    const links = mails.map((mail) => /link#[\w.-]+/.exec(mail.text)?.[0]);
    expect(new Set(links).size).toBe(1);
    expect(links[0]).toBeDefined();
  });

  it("are not sent once the question is answered", async () => {
    const world = await open();
    const id = await bringToEmployer(world);
    await employerSays(world, id, { choice: "DECLINE", reason: "OTHER" });
    for (let days = 0; days < 5; days += 1) await world.advance(day);
    expect(world.mails().filter((mail) => mail.subject.startsWith("Pengingat"))).toEqual([]);
  });
});
